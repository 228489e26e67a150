import { EncounterRegistration } from '../../functions/domain/visit/registration.ts';
import type { Sample } from '../../local/samples.ts';

const registrationOf = ({ files }: Sample): EncounterRegistration =>
  EncounterRegistration.parse(JSON.parse(Buffer.from(files.get('encounter.json') ?? '').toString('utf8')));

/** A date as records, X12 files, and notes write it. */
const writtenDates = (date: string): string[] => [
  date,
  date.replaceAll('-', ''),
  `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`,
];

/** What a desk enters into a form: corrected names and member numbers are the patient's, too. */
const enteredWords = ({ decisions }: Sample): string[] =>
  decisions.flatMap(({ fields }) =>
    ['memberId', 'patientLastName', 'patientFirstName'].flatMap((name) => fields[name] ?? []),
  );

/** The words that name the patients of samples: names, member numbers, patient numbers, birth dates, streets. */
export const patientWords = (samples: readonly Sample[]): string[] => {
  const words = samples.flatMap((sample) => {
    const { patient, coverages } = registrationOf(sample);
    const people = [patient, ...coverages.flatMap(({ subscriber }) => subscriber ?? [])];
    return [
      patient.patientId,
      ...people.flatMap(({ firstName, lastName, dateOfBirth, address }) => [
        firstName,
        lastName,
        address.line1,
        ...writtenDates(dateOfBirth),
      ]),
      ...coverages.map(({ memberId }) => memberId),
      ...enteredWords(sample),
    ];
  });
  return [...new Set(words)];
};

const escaped = (word: string): string => word.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Finds which of the words stand in a text, as words of their own and in any case. */
export const finderOf = (words: readonly string[]): ((text: string) => string[]) => {
  const pattern = new RegExp(`(?<![\\p{L}\\d])(?:${words.map(escaped).join('|')})(?![\\p{L}\\d])`, 'giu');
  return (text) => [...new Set(text.match(pattern) ?? [])];
};
