import { codeBookOn } from '../../../codesets/code-book.ts';
import type { CalendarDate } from '../../domain/calendar.ts';
import type { CodeSuggestion } from '../../domain/coding.ts';
import type { SuggestedProcedure } from './suggested-procedure.ts';

const administrationCodes = ['90460', '90471', '90480', 'G0008', 'G0009'];
const confidence = 0.8;

const administration = (
  code: string,
  units: number,
  vaccines: readonly CodeSuggestion[],
  dateOfService: CalendarDate,
): SuggestedProcedure[] => {
  const known = codeBookOn(dateOfService).procedures.entry(code);
  if (!known || units < 1) return [];
  const suggestion: CodeSuggestion = {
    system: known.system,
    code: known.code,
    description: known.description,
    confidence,
    evidence: vaccines.flatMap(({ evidence }) => evidence.slice(0, 1)),
    rules: ['a vaccine that is given is reported with its administration'],
    modifiers: [],
    units,
  };
  return [{ suggestion, questions: [] }];
};

/** Adds the administration of the vaccines that were given, where the note's own words did not bring it. */
export const addAdministration = (
  done: readonly SuggestedProcedure[],
  dateOfService: CalendarDate,
): readonly SuggestedProcedure[] => {
  const isVaccine = ({ code }: CodeSuggestion): boolean =>
    /^90(6[1-9]|7[0-4])/.test(code) &&
    codeBookOn(dateOfService).procedures.entry(code)?.kind === 'immunization';
  const vaccines = done.map(({ suggestion }) => suggestion).filter(isVaccine);
  const has = done.some(({ suggestion }) => administrationCodes.includes(suggestion.code));
  if (vaccines.length === 0) return done;
  return [
    ...done,
    ...(has ? [] : administration('90471', 1, vaccines, dateOfService)),
    ...administration('90472', vaccines.length - 1, vaccines, dateOfService),
  ];
};
