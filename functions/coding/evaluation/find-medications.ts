import {
  type MedicationClass,
  medicationClasses,
  prescriptionStems,
} from '../../../codesets/clinical-terms/medications.ts';
import { indexTerms, keepMostSpecific, matchTerms } from '../note/match-terms.ts';
import { oncePerStatement } from '../note/once-per-statement.ts';
import type { Range } from '../note/qualify-mention.ts';
import type { Statement } from '../note/read-statements.ts';
import { soundOf } from '../words/sound-of-word.ts';

/** A medicine that a statement names and does not deny. */
export type MedicationMention = Range & {
  readonly class: string;
  readonly supply: MedicationClass['supply'];
  readonly prescriptionFromMg?: number | undefined;
  readonly statement: Statement;
};

const index = indexTerms(medicationClasses.map((one) => [one, one.names] as const));
const stem = new RegExp(`^\\p{L}{3,}(${prescriptionStems.join('|')})$`, 'iu');

/**
 * Words before a medicine in its own clause that keep it from being managed. Doubt about the diagnosis or its
 * history is no doubt about the medicine: "suspected sinusitis, start amoxicillin".
 */
const denied =
  /\b(no|not|never|without|denie[sd]|declin\w+|refus\w+|avoid\w*|allerg\w+|intoleran\w+|reaction to|previous(ly)?|prior|in the past|used to|mother|father|brother|sister)\b[^,;:]{0,50}$|\b(if|unless|in case)\b[^;]{0,120}$/i;

const isManaged = (statement: Statement, { start }: Range): boolean =>
  !denied.test(statement.text.slice(0, start - statement.start));

const byStem = (statement: Statement): readonly MedicationMention[] =>
  statement.words
    .filter((word) => word.key.length >= 7 && stem.test(word.key) && !index.has(word.key))
    .filter((word) => isManaged(statement, word))
    .map(({ start, end }) => ({ class: 'by its stem', supply: 'prescription', statement, start, end }));

/** Names of one word that need a prescription, long enough to be known when they are clipped or misspelt. */
const longNames: readonly string[] = medicationClasses
  .filter(({ supply }) => supply === 'prescription')
  .flatMap(({ names }) => names.map((name) => name.toLowerCase()))
  .filter((name) => /^[a-z]{7,}$/.test(name));
const freeNames: readonly string[] = medicationClasses
  .filter(({ supply }) => supply !== 'prescription')
  .flatMap(({ names }) => names.map((name) => name.toLowerCase()));

const shortestClip = 4;
/** "Rosuva 20", "spironol 25": beginnings that only prescribed medicines have. */
const clips: ReadonlySet<string> = new Set(
  longNames
    .flatMap((name) =>
      Array.from({ length: name.length - shortestClip }, (_, at) => name.slice(0, shortestClip + at)),
    )
    .filter((clip) => !freeNames.some((name) => name.startsWith(clip))),
);
const sounds: ReadonlySet<string> = new Set(longNames.filter(({ length }) => length > 7).map(soundOf));

const doseBehind =
  /^ ?\d+(\.\d+)?( ?(mg|mcg|u|units?))?( ?(\/|x|->|→|to) ?\d| ?(po )?(q\w*|bid|tid|qid|daily|hs|nightly|weekly|prn|wkly)\b|\s*([.,;)→]|->|$)| ?(mg|mcg|units?)\b)/i;

/** Medicines in the shorthand of a dose, and those that sound like what is written: "omepr 40", "metforman". */
const bySlip = (statement: Statement): readonly MedicationMention[] =>
  statement.words
    .filter(
      ({ plain, key, end }) =>
        !index.has(key) &&
        ((clips.has(plain) && doseBehind.test(statement.text.slice(end - statement.start))) ||
          (plain.length > 7 && !stem.test(key) && sounds.has(soundOf(plain)))),
    )
    .filter((word) => isManaged(statement, word))
    .map(({ start, end }) => ({
      class: 'by its beginning or sound',
      supply: 'prescription',
      statement,
      start,
      end,
    }));

/** The medicines that a statement affirms, by name, clipped or misspelt, or by the ending of a nonproprietary name. */
export const findMedications = oncePerStatement((statement): readonly MedicationMention[] => [
  ...bySlip(statement),
  ...keepMostSpecific(matchTerms(statement, index))
    .filter((match) => isManaged(statement, match))
    .map(({ meaning, start, end }) => ({
      class: meaning.class,
      supply: meaning.supply,
      prescriptionFromMg: meaning.prescriptionFromMg,
      statement,
      start,
      end,
    })),
  ...byStem(statement),
]);

/** Ibuprofen 200 mg is sold over the counter, 800 mg is prescribed: the dose after the name decides. */
export const needsPrescription = ({
  supply,
  prescriptionFromMg,
  statement,
  end,
}: MedicationMention): boolean => {
  if (supply === 'prescription') return true;
  if (prescriptionFromMg === undefined) return false;
  if (/\b(refill\w*|prescri\w+|rx|wrote)\b/i.test(statement.text)) return true;
  // Plans leave the unit out: "naproxen 500 bid"; a number of tablets or days is smaller than any such dose.
  const dose = /^\D{0,12}(\d+)\s?(?:mg|milligrams?|(?=[\s.,;)]|$))/i.exec(
    statement.text.slice(end - statement.start),
  )?.[1];
  return dose !== undefined && Number(dose) >= prescriptionFromMg;
};
