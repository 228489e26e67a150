import type { CalendarDate } from '../../functions/domain/calendar.ts';
import { artefactOn } from '../artefact.ts';
import { officeProcedure } from '../clinical-terms/procedures.ts';
import type { ProcedureCode } from '../code-set.ts';
import { type CodeSetName, coversDate } from '../edition.ts';
import { findRecord } from '../records.ts';

/**
 * Whether a CPT or HCPCS code may stand on a claim of the date. Unlisted: no set is at hand that lists the codes of its
 * kind, because CPT is licensed and may not be installed; the payer knows.
 */
export type ProcedureStanding = 'billable' | 'not-in-force' | 'unknown' | 'unlisted';

/** What the sets in use say of a CPT or HCPCS code on a date of service. */
export interface ProcedureFacts {
  readonly code: string;
  readonly system: 'CPT' | 'HCPCS';
  readonly standing: ProcedureStanding;
  /** Our own words first; undefined where only the number is known, because CPT's descriptors are licensed. */
  readonly description?: string;
  /** "2026-04", "mue 2026-04", or "starter". */
  readonly edition: string;
  /** Whether that edition is of the date of service; never so of the starter set. */
  readonly inForce: boolean;
}

/** CPT and HCPCS on a date of service. */
export interface ProcedureBook {
  readonly find: (code: string) => ProcedureFacts;
  /** What the starter set and our tables know of a billable code; undefined for all others. */
  readonly entry: (code: string) => ProcedureCode | undefined;
}

type Told = Pick<ProcedureFacts, 'standing' | 'edition' | 'inForce'> & { readonly description?: string };

/** What the installed HCPCS says; undefined when it is not installed. */
const inHcpcs = (code: string, dateOfService: CalendarDate): Told | undefined => {
  const found = artefactOn('hcpcs', dateOfService);
  if (!found) return undefined;
  const record = findRecord('hcpcs', code, dateOfService);
  const told = { edition: found.chosen.edition.edition, inForce: found.inForce };
  if (!record) return { ...told, standing: 'unknown' };
  return { ...told, standing: record.ended ? 'not-in-force' : 'billable', description: record.description };
};

/** What the installed CPT says of a code that it has. */
const inCpt = (code: string, dateOfService: CalendarDate): Told | undefined => {
  const record = findRecord('cpt', code, dateOfService);
  if (!record) return undefined;
  const { edition, inForce, description } = record;
  return { standing: 'billable', edition, inForce, description };
};

/** Sets that have the numbers of CPT codes and say other things of them. */
const numberSets = ['cpt', 'mpfs', 'mue'] as const;

/**
 * Whether a set has every code of its time and kind, so that one which it lacks is none: the fee schedule leaves out
 * proprietary and algorithmic tests (0001U, 0002M), and not every code has a limit of units.
 */
const isWhole = (set: CodeSetName, code: string): boolean =>
  set === 'cpt' || (set === 'mpfs' && !/[MU]$/.test(code));

/**
 * What the sets with numbers of CPT say together; undefined when none of them is installed. Where a whole one is of the
 * day, one of another time is not asked: it has codes that ended, or did not begin.
 */
const byNumber = (code: string, dateOfService: CalendarDate): Told | undefined => {
  const installed = numberSets.flatMap((set) => artefactOn(set, dateOfService) ?? []);
  const [first] = installed;
  if (!first) return undefined;
  const { set, edition } = first.chosen.edition;
  const isKnownWhole = installed.some((one) => one.inForce && isWhole(one.chosen.edition.set, code));
  for (const one of numberSets) {
    const record = findRecord(one, code, dateOfService);
    if (record && (record.inForce || !isKnownWhole))
      return { standing: 'billable', edition: `${one} ${record.edition}`, inForce: record.inForce };
  }
  return { standing: 'unknown', edition: `${set} ${edition}`, inForce: isKnownWhole };
};

const starter = { edition: 'starter', inForce: false } as const;

const tell = (system: ProcedureFacts['system'], code: string, dateOfService: CalendarDate): Told => {
  const official = (system === 'HCPCS' ? inHcpcs : inCpt)(code, dateOfService);
  if (official) return official;
  const own = officeProcedure(code);
  if (own && coversDate(own, dateOfService)) return { ...starter, standing: 'billable' };
  const numbered = byNumber(code, dateOfService);
  if (numbered?.standing === 'billable') return numbered;
  if (own) return { ...starter, standing: 'not-in-force' };
  return numbered ?? { ...starter, standing: 'unlisted' };
};

const factsOf = (code: string, dateOfService: CalendarDate): ProcedureFacts => {
  const system = /^\d/.test(code) ? 'CPT' : 'HCPCS';
  const { description, ...told } = tell(system, code, dateOfService);
  const words = officeProcedure(code)?.description ?? description;
  return { code, system, ...told, ...(words !== undefined && { description: words }) };
};

/** The services of a date: of the installed HCPCS, of our own tables, and of whatever knows the numbers of CPT. */
export const procedureBook = (dateOfService: CalendarDate): ProcedureBook => ({
  find: (code) => factsOf(code, dateOfService),
  entry: (code) => {
    const own = officeProcedure(code);
    const isOwn = own !== undefined && coversDate(own, dateOfService);
    return isOwn && factsOf(code, dateOfService).standing === 'billable' ? own : undefined;
  },
});
