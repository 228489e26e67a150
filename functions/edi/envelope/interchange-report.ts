import type { Finding } from '../findings.ts';
import type { Guide } from '../guide/declare.ts';
import type { GroupHeader } from './interchange.ts';
import type { InterchangeHeader } from './interchange-header.ts';

/** What is known of a set and wrong with it, whether or not it could be read. */
export type SetReport = {
  readonly transaction: string; // ST01
  readonly controlNumber: string; // ST02
  readonly version: string | undefined; // ST03
  readonly guide: Guide | undefined;
  readonly units: number; // claims or answers
  readonly faultyUnits: number; // of these, with findings
  readonly isReadable: boolean; // all that is not a unit's own could be read
  readonly findings: readonly Finding[];
};

/** The same of a group. */
export type GroupReport = {
  readonly header: GroupHeader;
  readonly declaredSets: number | undefined; // GE01
  readonly findings: readonly Finding[]; // AK905
  readonly sets: readonly SetReport[];
};

/** Everything that is wrong with an interchange, in the order of a 999 and a TA1. */
export type InterchangeReport = {
  readonly header: InterchangeHeader | undefined; // undefined when the ISA cannot be read
  readonly declaredGroups?: number | undefined; // IEA01
  readonly findings: readonly Finding[]; // TA105
  readonly groups: readonly GroupReport[];
  readonly acknowledgements: number; // TA1
};
