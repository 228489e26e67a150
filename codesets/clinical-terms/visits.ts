import { z } from 'zod';
import { CodeSystem } from '../../functions/domain/coding.ts';
import { ProcedureCode } from '../code-set.ts';
import rows from './visits.json' with { type: 'json' };

/** Where or how a visit takes place, as far as that decides by which codes it is reported. */
export const VisitFamily = z.enum(['nursing-facility', 'home', 'hospital', 'consultation']);
export type VisitFamily = z.infer<typeof VisitFamily>;

const parsed = z.array(ProcedureCode.extend({ family: VisitFamily.optional() })).parse(rows);

const withSystem = <T extends { readonly code: string }>(row: T) => ({
  ...row,
  system: /^\d/.test(row.code) ? CodeSystem.enum.CPT : CodeSystem.enum.HCPCS,
});

/**
 * Visits elsewhere than in the office by level, "new" being the first of a stay in a facility, and what is reported
 * for or beside a visit by time. Times are the AMA's since 2024; the words are ours.
 */
export const visitCodes = parsed.map(withSystem);

/** The codes of one family for new or established patients, the lowest level first. */
export const visitsOfFamily = (family: VisitFamily, patientType: 'new' | 'established') =>
  visitCodes.filter((one) => one.family === family && one.patientType === patientType);
