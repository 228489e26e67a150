import { Letters } from '../words/may-say.ts';
import { linesIn, type NoteLine } from './headings/find-headings.ts';

/** A line that says whose note follows; the name is compared and goes nowhere else. */
const nameLine =
  /^[^\p{L}\d]*(?:patient(?: name)?|pt(?: name)?|name)\s*[:#]\s*(?<who>\p{L}[\p{L}.'’, -]{1,40})/iu;
const numberLine =
  /\b(?:MRN|medical record (?:no|number)|chart (?:no|number))\.?\s*[:#]\s*#?(?<who>[A-Z]{0,3}\d{3,12})\b/i;

const known = (who: string | undefined): string | undefined =>
  who
    ?.toLowerCase()
    .replace(/\b(mr|mrs|ms|miss|dob|age|sex|mrn|date|dos|m|f)\b.*$/u, '')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();

const different = (lines: readonly NoteLine[], pattern: RegExp): number =>
  new Set(
    lines
      .map(({ text }) => known(pattern.exec(text.slice(0, 200))?.groups?.who))
      .filter((who) => who !== undefined && who.length > 1),
  ).size;

/** "Canine patient", "Species: feline": claims of people are coded here. */
const animal =
  /\b(canine|feline|equine|bovine|avian|veterinary) (patient|medicine|clinic|visit|exam\w*)\b|\bspecies\s*:\s*(?!human)\p{L}+|\b(DVM|VMD)\b/iu;

/** Why no code may be taken from the text as a whole: it is not the note of one person. */
export const notOnePatient = (note: string): string | undefined => {
  const letters = new Letters([note]);
  const lines = linesIn(note);
  const several = [nameLine, numberLine].some(
    (pattern) => letters.mayHave(pattern) && different(lines, pattern) > 1,
  );
  if (several) {
    return 'The text names several patients: which part belongs to this one?';
  }
  return letters.mayHave(animal) && animal.test(note)
    ? 'The note seems to be of an animal: is it the right document?'
    : undefined;
};
