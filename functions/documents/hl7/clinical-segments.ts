import type { Draft } from '../draft.ts';
import { stampOf, systemOf, withCodes } from '../facts/values.ts';
import type { Segment } from './message.ts';
import type { TakeSegment } from './registration-segments.ts';
import { addProvider, codedAt } from './types.ts';

/** Parts of a fact, with what each is: "units 2". What is not there is left out. */
const told = (parts: readonly (readonly [string, string | undefined])[]): string =>
  parts.flatMap(([what, value]) => (value ? [`${what} ${value}`.trim()] : [])).join('; ');

/** Before 2.5 the system of codes stood in a field of its own, and the words in another. */
const diagnosisOf = (segment: Segment): string | undefined => {
  const code = segment.at(3);
  const words = segment.at(3, 2) ?? segment.words(4);
  const system = systemOf(segment.at(3, 3) ?? segment.at(2)) ?? '';
  return withCodes(words, code === undefined ? [] : [{ code, system }]);
};

const listOf = (segment: Segment, field: number): string | undefined =>
  segment
    .repetitions(field)
    .map((_, at) => segment.at(field, 1, at))
    .filter((code) => code)
    .join(', ') || undefined;

/** FT1-6 (table 0017): what is no charge takes back or pays one. */
const transactions: Readonly<Record<string, string>> = {
  CR: 'charge.credit',
  PY: 'payment',
  AJ: 'adjustment',
};

const amountOf = (segment: Segment): string | undefined => segment.at(11, 1) ?? segment.at(12, 1);

const takeTransaction: TakeSegment = (draft, segment) => {
  const field = segment.at(25) === undefined ? 7 : 25;
  const value = told([
    ['', codedAt(segment, field, 0, segment.at(7, 2) ?? segment.words(8))],
    ['modifiers', listOf(segment, 26)],
    ['units', segment.at(10)],
    ['date', stampOf(segment.at(4))?.slice(0, 10)],
    ['amount', amountOf(segment)],
    ['diagnoses', listOf(segment, 19)],
  ]);
  draft.fact(transactions[segment.at(6) ?? ''] ?? 'charge', value, segment.source(field));
  draft.fact('visit.date', stampOf(segment.at(4))?.slice(0, 10), segment.source(4));
  for (const at of segment.repetitions(19).keys())
    if (segment.at(19, 2, at) || segment.at(19, 3, at))
      draft.fact('diagnosis', codedAt(segment, 19, at), segment.source(19));
  addProvider(draft, segment, 20, 'provider');
  addProvider(draft, segment, 21, 'orderingProvider');
};

const takeProcedure: TakeSegment = (draft, segment) => {
  const value = told([
    ['', codedAt(segment, 3, 0, segment.words(4))],
    ['modifiers', listOf(segment, 16)],
    ['date', stampOf(segment.at(5))?.slice(0, 10)],
  ]);
  draft.fact('procedure', value, segment.source(3));
};

const takeAllergy: TakeSegment = (draft, segment) => {
  const field = 3;
  const what = codedAt(segment, field);
  const isNone = /\b(?:nkd?a|no known)\b/i.test(what ?? '');
  draft.stated(
    'allergy',
    isNone,
    told([
      ['', what],
      ['reaction', segment.words(5)],
    ]),
    segment.source(field),
  );
};

const takeVaccine: TakeSegment = (draft, segment) => {
  const isGiven = !/^(?:RE|NA)$/.test(segment.at(20) ?? '');
  const name =
    segment.at(5, 3) === 'CVX' || /vaccin/i.test(segment.words(5) ?? '') ? 'immunization' : 'medication';
  const dose = [segment.at(6), segment.at(7)].filter((part) => part && part !== '999').join(' ');
  const value = told([
    ['', codedAt(segment, 5)],
    ['dose', dose],
    ['date', stampOf(segment.at(3))?.slice(0, 10)],
  ]);
  draft.stated(name, !isGiven, value, segment.source(5));
};

const medication =
  (code: number, amount: number, unit: number): TakeSegment =>
  (draft, segment) => {
    const dose = [segment.at(amount), segment.at(unit, 2) ?? segment.at(unit)]
      .filter((part) => part)
      .join(' ');
    draft.fact(
      'medication',
      told([
        ['', codedAt(segment, code)],
        ['dose', dose],
      ]),
      segment.source(code),
    );
  };

const order: TakeSegment = (draft, segment) => {
  addProvider(draft, segment, 16, 'orderingProvider');
};

const orderer: TakeSegment = (draft, segment) => addProvider(draft, segment, 12, 'orderingProvider');

/** Segments that say what was found, done, given and charged; results (OBX) have a reader of their own. */
export const clinicalSegments: Readonly<Record<string, TakeSegment>> = {
  DG1: (draft: Draft, segment) => draft.fact('diagnosis', diagnosisOf(segment), segment.source(3)),
  PRB: (draft: Draft, segment) => draft.fact('problem', codedAt(segment, 3), segment.source(3)),
  AL1: takeAllergy,
  IAM: takeAllergy,
  FT1: takeTransaction,
  PR1: takeProcedure,
  RXA: takeVaccine,
  RXE: medication(2, 3, 5),
  RXO: medication(1, 2, 4),
  RXD: medication(2, 4, 5),
  OBR: order,
  ORC: orderer,
};
