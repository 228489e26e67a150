import type { CalendarDate } from '../functions/domain/calendar.ts';
import type { Finding } from '../functions/domain/finding.ts';
import { artefactOn } from './artefact.ts';
import { diagnosisObjections, procedureInForce } from './code-in-force.ts';
import { diagnosisOn } from './diagnosis-entry.ts';
import { findRecord } from './records.ts';

/** Sets that know the numbers of CPT codes, whatever else they say of them. */
const numberSets = ['cpt', 'mpfs', 'mue'] as const;

const isNumberUnknown = (code: string, dateOfService: CalendarDate): boolean => {
  const installed = numberSets.filter((set) => artefactOn(set, dateOfService));
  return installed.length > 0 && !installed.some((set) => findRecord(set, code, dateOfService));
};

const objectionsToProcedure = (code: string, dateOfService: CalendarDate): readonly Finding[] => {
  const found = procedureInForce(code, dateOfService);
  if (found.success) return [];
  const isUnknown = found.findings.some((finding) => finding.code === 'procedure-unknown');
  const isSupply = /^[A-V]\d{4}$/.test(code) && artefactOn('hcpcs', dateOfService) !== undefined;
  // CPT is licensed and may not be installed: a number that no set can know is left to the payer.
  return isUnknown && !isSupply && !isNumberUnknown(code, dateOfService) ? [] : found.findings;
};

/** A code as a person states it. */
export type StatedCode = { readonly kind: 'diagnosis' | 'procedure'; readonly code: string };

/** What the code sets in use have against a code that a person states for a date of service. */
export const checkCode = ({ kind, code }: StatedCode, dateOfService: CalendarDate): readonly Finding[] => {
  if (kind === 'procedure') return objectionsToProcedure(code, dateOfService);
  return diagnosisOn(code, dateOfService) ? [] : diagnosisObjections(code, dateOfService);
};
