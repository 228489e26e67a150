import type { CalendarDate } from '../functions/domain/calendar.ts';
import type { CodeSuggestion } from '../functions/domain/coding.ts';
import type { Checked, Finding } from '../functions/domain/finding.ts';
import { findOfficeProcedure } from './clinical-terms/procedures.ts';
import { diagnosisEditionOn } from './diagnosis-edition.ts';
import { diagnosisOn } from './diagnosis-entry.ts';
import { checkDiagnosis } from './installed.ts';
import { findRecord } from './records.ts';

/** A code as the edition of the date of service has it. */
export type CodeInForce = Pick<CodeSuggestion, 'system' | 'code' | 'description' | 'edition' | 'rules'>;

const withDot = (code: string): string => {
  const plain = code.trim().toUpperCase().replace('.', '');
  return plain.length > 3 ? `${plain.slice(0, 3)}.${plain.slice(3)}` : plain;
};

const refusal = (code: string, detail: string): Checked<never> => ({
  success: false,
  findings: [{ code, path: '', detail }],
});

/** What the diagnoses in use have against a code that is none of them. */
export const diagnosisObjections = (code: string, dateOfService: CalendarDate): readonly Finding[] => {
  const found = checkDiagnosis(code, dateOfService, '');
  if (found.length > 0) return found;
  return [
    {
      code: 'diagnosis-unknown',
      path: '',
      detail: `${code} is not in the starter set, which alone is installed.`,
    },
  ];
};

/**
 * A diagnosis of whatever edition as the edition of the date of service has it: the code itself, or the one code that
 * replaced it. Anything else is dropped with the reason: choosing among several replacements takes the note.
 */
export const diagnosisInForce = (stated: string, dateOfService: CalendarDate): Checked<CodeInForce> => {
  const code = withDot(stated);
  const [replacement, ...others] = diagnosisEditionOn(dateOfService)?.set.ended.get(code)?.replacements ?? [];
  const known = diagnosisOn(code, dateOfService);
  const successor = others.length === 0 && replacement ? diagnosisOn(replacement, dateOfService) : undefined;
  const entry = known ?? successor;
  if (!entry) return { success: false, findings: diagnosisObjections(code, dateOfService) };
  const rules = known ? [] : [`${code} of another edition is ${entry.code} in ${entry.edition}`];
  const { description, edition } = entry;
  return { success: true, data: { system: 'ICD-10-CM', code: entry.code, description, edition, rules } };
};

/** A CPT or HCPCS code on the date of service; without a descriptor of its own where only its number is known. */
export const procedureInForce = (stated: string, dateOfService: CalendarDate): Checked<CodeInForce> => {
  const code = stated.trim().toUpperCase();
  const system = /^\d/.test(code) ? 'CPT' : 'HCPCS';
  const own = findOfficeProcedure(code, dateOfService);
  const supply = findRecord('hcpcs', code, dateOfService);
  const service = findRecord('cpt', code, dateOfService);
  if (supply?.ended)
    return refusal('procedure-ended', `${code} has ended and is not in HCPCS ${supply.edition}.`);
  const description = own?.description ?? supply?.description ?? service?.description;
  if (description === undefined) {
    return refusal(
      'procedure-unknown',
      `${code} is in no code set in use on ${dateOfService}; check its digits.`,
    );
  }
  const edition = supply?.edition ?? service?.edition ?? 'starter';
  return { success: true, data: { system, code, description, edition, rules: [] } };
};
