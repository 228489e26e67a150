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

/** The words that name the people of a registration: names, member numbers, patient numbers, birth dates, streets. */
export const wordsOfRegistration = ({ patient, coverages }: EncounterRegistration): string[] => {
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
  ];
};

/** The words that name the patients of samples, and those that desks enter. */
export const patientWords = (samples: readonly Sample[]): string[] => [
  ...new Set(
    samples.flatMap((sample) => [...wordsOfRegistration(registrationOf(sample)), ...enteredWords(sample)]),
  ),
];

const firstToken = /[\p{L}\d]+/u;

const isWordly = (character: string | undefined): boolean =>
  character !== undefined && firstToken.test(character);

/**
 * Finds which of the words stand in a text, as words of their own and in any case. Looks up each run of letters and
 * digits, so that thousands of words cost no more than one.
 */
export const finderOf = (words: readonly string[]): ((text: string) => string[]) => {
  const byToken = Map.groupBy(
    words.map((word) => word.toLowerCase()),
    (word) => firstToken.exec(word)?.[0] ?? '',
  );
  return (text) => {
    const lower = text.toLowerCase();
    const found = new Set<string>();
    for (const { 0: token, index } of lower.matchAll(/[\p{L}\d]+/gu))
      for (const word of byToken.get(token) ?? [])
        if (lower.startsWith(word, index) && !isWordly(lower[index + word.length])) found.add(word);
    return [...found];
  };
};
