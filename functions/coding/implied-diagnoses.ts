import { codeBookOn } from '../../codesets/code-book.ts';
import type { CalendarDate } from '../domain/calendar.ts';
import type { CodeSuggestion } from '../domain/coding.ts';
import type { DiagnosisCandidate } from './diagnoses/suggest-diagnoses.ts';
import type { Visit } from './note/visit.ts';

/** Vaccines and their administration; a nebulizer treatment of the same kind immunizes nobody. */
const ofVaccine = /^(90(4[6-9]|[56]\d|7[0-5])\d|G00(08|09|10))/;

/** Z23 is the diagnosis of every vaccine given (guideline I.C.21.c.2), supported by the same words. */
export const immunization = (
  done: readonly CodeSuggestion[],
  dateOfService: CalendarDate,
): readonly DiagnosisCandidate[] => {
  const { diagnoses } = codeBookOn(dateOfService);
  const given = done.find(({ code }) => ofVaccine.test(code));
  const entry = given && diagnoses.entry('Z23');
  if (!given || !entry) return [];
  const { evidence, confidence } = given;
  const rules = [`I.C.21.c.2: ${given.code} was given`];
  return [{ entry, evidence, confidence, rules, item: 0 }];
};

/** Visits of prevention; of Medicare's the wellness visits. */
const ofPrevention = /^(993(8[1-7]|9[1-7])|G0438|G0439)$/;
const adultFrom = 18;

/** A preventive visit is an examination (guideline I.C.21.c.13), first on its claim where no line of the note names one. */
export const examination = (
  services: readonly CodeSuggestion[],
  diagnoses: readonly DiagnosisCandidate[],
  { dateOfService, ageInYears = adultFrom }: Visit,
): readonly DiagnosisCandidate[] => {
  const visit = services.find(({ code }) => ofPrevention.test(code));
  if (!visit || diagnoses.some(({ entry }) => /^Z0[0-2]\.|^Z39|^Z3[34]/.test(entry.code))) return [];
  const isAbnormal = diagnoses.some(({ entry }) => /^[A-T]/.test(entry.code) && entry.kind !== 'chronic');
  const child = isAbnormal ? 'Z00.121' : 'Z00.129';
  const adult = isAbnormal && !visit.code.startsWith('G') ? 'Z00.01' : 'Z00.00';
  const entry = codeBookOn(dateOfService).diagnoses.entry(ageInYears < adultFrom ? child : adult);
  if (!entry) return [];
  const { evidence, confidence } = visit;
  return [{ entry, evidence, confidence, rules: [`I.C.21.c.13: ${visit.code}`], item: 0 }];
};
