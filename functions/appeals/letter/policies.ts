import { unknown } from '../../domain/appeals/unknown-marks.ts';
import type { ClaimLine } from '../../domain/claim.ts';
import { isOriginalMedicare } from '../../domain/payer.ts';
import { billingEntityOf } from '../../domain/practice/billing-entity.ts';
import { type AppealFacts, linesInDispute } from './appeal-facts.ts';

/** Modifiers by which a pair of the NCCI is told apart (NCCI Policy Manual, chapter I). */
const ncciModifiers = new Set(
  'E1 E2 E3 E4 FA F1 F2 F3 F4 F5 F6 F7 F8 F9 TA T1 T2 T3 T4 T5 T6 T7 T8 T9 LT RT LC LD RC LM RI 24 25 27 57 58 59 78 79 91 XE XS XP XU'.split(
    ' ',
  ),
);

type Books = AppealFacts['book'];

const editOf = (line: ClaimLine, other: ClaimLine, { ncci }: Books) =>
  ncci.pair(other.procedure, line.procedure) ?? ncci.pair(line.procedure, other.procedure);

const told = (line: ClaimLine): readonly string[] => line.modifiers.filter((one) => ncciModifiers.has(one));

const pairInWords = (line: ClaimLine, other: ClaimLine, book: Books): readonly string[] => {
  const edit = editOf(line, other, book);
  if (edit === undefined || !edit.inForce || edit.modifier === 'not-applicable') return [];
  const pair = `The NCCI edit of ${edit.column1} and ${edit.column2} (${edit.edition})`;
  if (edit.modifier === 'never')
    return [
      unknown(`${pair} lets no modifier tell the two apart: say why it does not apply, or write it off`),
    ];
  const modifiers = [...told(line), ...told(other)];
  return modifiers.length > 0
    ? [
        `${pair} pays both where a modifier tells them apart. It was billed: ${[line, other].map(({ procedure, modifiers: own }) => [procedure, ...own].join('-')).join(' beside ')}.`,
      ]
    : [
        unknown(
          `${pair} pays both with a modifier alone, and none was billed: send a corrected claim instead`,
        ),
      ];
};

/** What the NCCI of the date of service says of the disputed services beside the others of the claim. */
export const bundlingOf = ({ claim, book }: AppealFacts): readonly string[] => {
  const pairs = linesInDispute(claim).flatMap((line) =>
    claim.lines.filter((other) => other !== line).flatMap((other) => pairInWords(line, other, book)),
  );
  if (pairs.length > 0) return [...new Set(pairs)];
  const isKnown = book.absentNcciTables.length === 0 && claim.lines.length > 1;
  return isKnown
    ? ['The NCCI edits of the date of service have none for these services and the others of the claim.']
    : [unknown('what tells the service apart from the one that it is said to be part of')];
};

/** What CMS's medically unlikely edit says of the units of the disputed services. */
export const unitsOf = ({ claim, book }: AppealFacts): readonly string[] =>
  linesInDispute(claim).flatMap(({ procedure, units }) => {
    const limit = book.ncci.mostUnits(procedure);
    if (limit === undefined) return [];
    if (units <= limit.units)
      return [
        `Billed were ${units} of ${procedure}; CMS’s medically unlikely edit allows ${limit.units} (${limit.edition}).`,
      ];
    return limit.adjudication === 'day-clinical'
      ? [
          `CMS’s medically unlikely edit of ${procedure} is ${limit.units}, and more is paid where the record shows that it was needed (indicator 3, ${limit.edition}). Billed were ${units}.`,
        ]
      : [unknown(`the medically unlikely edit of ${procedure} is ${limit.units}, and ${units} were billed`)];
  });

/** Where a visit was is known of the practice's own places alone: an article counts by the state. */
const stateOf = ({ claim, practice }: AppealFacts): string | undefined => {
  const isElsewhere = claim.placeOfService === '12' || claim.visit?.serviceFacility !== undefined;
  if (isElsewhere) return undefined;
  const place = practice.locations.find(({ locationId }) => locationId === claim.locationId);
  return (place?.address ?? billingEntityOf(practice, claim).address).state;
};

/** The coverage articles of Original Medicare that cover a disputed service for its diagnoses; others are not named. */
export const coverageOf = (facts: AppealFacts): readonly string[] => {
  const { claim, payer, book } = facts;
  const state = stateOf(facts);
  if (!isOriginalMedicare(payer) || state === undefined) return [];
  return linesInDispute(claim).flatMap(({ procedure, modifiers, diagnosisPointers }) => {
    const diagnoses = diagnosisPointers.flatMap((at) => claim.diagnoses[at - 1] ?? []);
    const answer = book.coverage.judge({ procedure, modifiers, diagnoses, state });
    if (answer?.outcome !== 'covered' || answer.unsure || !answer.inForce || answer.policy === undefined)
      return [];
    const lcds = answer.lcds.length > 0 ? ` (with ${answer.lcds.join(', ')})` : '';
    return [
      `Coverage article ${answer.policy}${lcds} covers ${procedure} with the diagnoses that were billed.`,
    ];
  });
};
