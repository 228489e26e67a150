import { codeBookOn } from '../../codesets/code-book.ts';
import { isWithin } from '../../codesets/code-notation.ts';
import type { CalendarDate } from '../domain/calendar.ts';
import { type CodedService, type CodeSuggestion, EncounterCodes } from '../domain/coding.ts';
import type { CodingQuestion, CodingSuggestions } from './suggestions.ts';

/** Codes ready for a claim as far as the note carries them; `codes` is absent when a claim could not be made of them. */
export type CodingProposal = {
  readonly codes?: EncounterCodes;
  readonly lowestConfidence: number;
  readonly questions: readonly CodingQuestion[];
};

/** HI of the 837P holds twelve diagnoses, SV107 points at four. */
const diagnosisLimit = 12;
const pointerLimit = 4;

type Pointed = { readonly pointers: readonly number[]; readonly question?: string };

const pointersFor = (
  service: CodeSuggestion,
  diagnoses: readonly string[],
  dateOfService: CalendarDate,
): Pointed => {
  const known = codeBookOn(dateOfService).procedures.entry(service.code);
  const all = diagnoses.map((_, at) => at + 1).slice(0, pointerLimit);
  if (!known || known.treats.length === 0) return { pointers: all };
  const treated = diagnoses.flatMap((code, at) => (isWithin(code, known.treats) ? [at + 1] : []));
  if (treated.length > 0) return { pointers: treated.slice(0, pointerLimit) };
  return diagnoses.length === 1
    ? { pointers: all }
    : { pointers: [1], question: `Which diagnosis was ${service.code} (${service.description}) done for?` };
};

const serviceOf = (service: CodeSuggestion, pointed: Pointed): CodedService => ({
  procedure: service.code,
  modifiers: service.modifiers,
  units: service.units,
  diagnosisPointers: [...pointed.pointers],
});

/**
 * Arranges suggestions as a claim wants them: diagnoses in order, each service with the diagnoses it was done for. A
 * weak diagnosis is a question, and on no claim before somebody answers.
 */
export const proposeEncounterCodes = (
  { suggestions, questions }: Pick<CodingSuggestions, 'suggestions' | 'questions'>,
  dateOfService: CalendarDate,
): CodingProposal => {
  const diagnoses = suggestions
    .filter(({ system, weak }) => system === 'ICD-10-CM' && !weak)
    .slice(0, diagnosisLimit)
    .map(({ code }) => code);
  const services = suggestions.filter(({ system }) => system !== 'ICD-10-CM');
  const pointed = services.map((service) => pointersFor(service, diagnoses, dateOfService));
  const asked = pointed.flatMap(({ question }) => (question === undefined ? [] : [{ text: question }]));
  const lowestConfidence = Math.min(1, ...suggestions.map(({ confidence }) => confidence));
  const open = [...questions, ...asked];
  const codes = EncounterCodes.safeParse({
    diagnoses,
    services: services.map((service, at) => serviceOf(service, pointed[at] ?? { pointers: [1] })),
  });
  return codes.success
    ? { codes: codes.data, lowestConfidence, questions: open }
    : { lowestConfidence: 0, questions: open };
};
