import type { CalendarDate } from '../../../domain/calendar.ts';
import { judgeDenials, type LearnedDenial, learning } from '../../../domain/history/judge-denials.ts';
import { aboutDenied, deniedBefore } from '../../../domain/history/line-outcome.ts';
import type { Edit, EncounterToScrub, Objection } from '../../edit.ts';
import { eachService, pathOf } from '../../facts/each-service.ts';

/** The month from which on lines of services tell of a visit of a day. */
export const sinceMonth = (day: CalendarDate): string => {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - learning.months;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
};

const inWords = {
  authorization: 'with authorization',
  correction: 'by a corrected claim',
  appeal: 'on appeal',
  payer: 'by the payer itself',
} as const;

const overturnedIn = ({ overturned }: LearnedDenial): string => {
  const told = (['authorization', 'correction', 'appeal', 'payer'] as const).flatMap((how) => {
    const count = overturned[how];
    return count === undefined ? [] : [`${count} overturned ${inWords[how]}`];
  });
  return told.length > 0 ? `; ${told.join(', ')}` : '; none overturned';
};

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

const despiteIn = ({ despite: { lines, allowed } }: LearnedDenial): string =>
  lines > 0 ? `; billed ${times(lines)} in spite of this, ${allowed} not denied in the end` : '';

const cellOf = ({ by }: LearnedDenial, modifiers: readonly string[], diagnosis: string): string =>
  [
    by.includes('modifiers')
      ? modifiers.length > 0
        ? ` with ${modifiers.join(', ')}`
        : ' without modifiers'
      : '',
    by.includes('diagnosis') ? ` for ${diagnosis}` : '',
  ].join('');

const checkDenied = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, ({ procedure, modifiers, diagnosisPointers }, at) => {
    const { payer, outcomes = [], codes } = encounter;
    const diagnosis = (codes.diagnoses[(diagnosisPointers[0] ?? 1) - 1] ?? '').slice(0, 3);
    return judgeDenials({ procedure, modifiers, diagnosis }, outcomes).map((found) => {
      const { denied, lines, reason } = found;
      const what = `${payer?.name} denied ${procedure}${cellOf(found, modifiers, diagnosis)} ${denied} of ${lines} times since ${found.sinceMonth}, CARC ${reason}`;
      const detail = `${what}${overturnedIn(found)}${despiteIn(found)}: have what it asks for ready before it is billed, or answer why this one is paid.`;
      return { path: pathOf(at, 'procedure'), detail, about: aboutDenied(procedure, reason) };
    });
  });

/** Edits that this practice's remittances have taught; they never block. */
export const learnedEdits: readonly Edit[] = [
  {
    code: deniedBefore,
    desk: 'biller',
    source: 'the remittances of this practice, of services of the last twelve months',
    severity: 'warn',
    check: checkDenied,
  },
];
