import { type Vaccine, vaccines } from '../../../../codesets/clinical-terms/vaccines.ts';
import { indexTerms, keepMostSpecific, matchTerms, type TermMatch } from '../../note/match-terms.ts';
import { findTold } from '../reading/find-done.ts';
import { sumOf } from '../reading/read-number.ts';
import {
  type CountedService,
  nothingRead,
  type Said,
  type ServiceReader,
  type ServiceReading,
} from '../reading/service-reading.ts';
import { wasDone } from '../reading/was-done.ts';

const index = indexTerms(vaccines.map((vaccine) => [vaccine, vaccine.terms] as const));

/** Words that a vaccine shares with a disease, a test or an organism: they need to be called a vaccine or a shot. */
const sharesName =
  /^(influenza|flu|hepatitis [ab]|hepa|hepb|hep [ab]|hpv|hib|varicella|tetanus|td|rotavirus|pneumococcal 20|meningococcal b)$/i;
const immunizing =
  /\b(vaccin\w*|immuniz\w*|imms?|shots?|booster|dose|#\s?\d|im\b|deltoid|vastus|lot|administered|given)\b/i;
const testing =
  /\b(test(ed|ing)?|antigen|swab|positive|negative|pcr|titer|antibod\w*|infection|screen\w*|exposure|rapid)\b/i;
const given =
  /\b(given|administered|gave|received|injected|today|lot|deltoid|vastus|thigh|tolerated|by (ma|rn|lpn|nurse))\b/i;
const counsel =
  /\b(counsel\w*|vis\b|vaccine information|discuss\w*[^;]{0,60}(vaccin|immuniz|risks|benefits)|(risks|benefits)[^;]{0,40}(discussed|reviewed)|questions (were )?answered|parents?[^;]{0,40}(agree|consent|counsel)|component)/i;

const isFor = ({ ages }: Vaccine, age: number | undefined): boolean =>
  !ages || (age === undefined ? ages.to > 100 : age >= ages.from && age <= ages.to);

const wordsOf = (match: TermMatch<Vaccine>): string => match.words.map(({ plain }) => plain).join(' ');

/** "DTaP, IPV" are two vaccines, "DTaP-IPV" is one. */
const isOneName = ({ statement, start, end }: TermMatch<Vaccine>): boolean =>
  !/[,;]|\band\b/i.test(statement.text.slice(start - statement.start, end - statement.start));

const isVaccine = (match: TermMatch<Vaccine>): boolean => {
  const { text } = match.statement;
  if (!sharesName.test(wordsOf(match))) return true;
  return immunizing.test(text) && !testing.test(text);
};

/** "IPV" within "DTaP-IPV-Hib": a product's name explains those of its parts. */
const withoutParts = (matches: readonly TermMatch<Vaccine>[]): readonly TermMatch<Vaccine>[] =>
  matches.filter(
    (one) =>
      !matches.some(
        (other) =>
          other !== one &&
          other.statement === one.statement &&
          other.start <= one.start &&
          other.end >= one.end &&
          other.words.length > one.words.length,
      ),
  );

const findVaccines = (reading: ServiceReading): readonly TermMatch<Vaccine>[] => {
  const matches = reading.statements
    .filter(({ section }) => section !== 'review')
    .flatMap((statement) =>
      withoutParts(keepMostSpecific(matchTerms(statement, index).filter(isOneName)).slice(0, 24)),
    )
    .filter((match) => isFor(match.meaning, reading.ageInYears) && isVaccine(match))
    .filter(
      (match) =>
        wasDone(match, 'procedure', reading.dateOfService) &&
        (match.statement.section === 'procedure' || given.test(match.statement.text)),
    );
  return keepProducts(matches);
};

const flu = /^906[567]|^90686|^90688/;

/** A brand or strength names the product; the bare "flu shot" beside it means the same one. */
const keepProducts = (matches: readonly TermMatch<Vaccine>[]): readonly TermMatch<Vaccine>[] => {
  const isFlu = ({ meaning }: TermMatch<Vaccine>): boolean =>
    meaning.medicare === 'G0008' && flu.test(meaning.code);
  const special = matches.find((match) => isFlu(match) && match.meaning.code !== '90656');
  return matches.filter((match) => !special || !isFlu(match) || match.meaning === special.meaning);
};

const count = (
  code: string,
  units: number,
  said: readonly Said[],
  rule: string,
): readonly CountedService[] => (units > 0 ? [{ code, units, said, rules: [rule] }] : []);

type Given = { readonly vaccine: Vaccine; readonly said: readonly Said[] };

const saidOf = (some: readonly Given[]): readonly Said[] => some.flatMap(({ said }) => said.slice(0, 1));

/** With counselling up to the age of 18: the first component of each vaccine, and each further one. */
const counselled = (some: readonly Given[]): readonly CountedService[] => [
  ...count('90460', some.length, saidOf(some), 'counselled, under 19: one a vaccine'),
  ...count(
    '90461',
    sumOf(some.map(({ vaccine }) => vaccine.components - 1)),
    saidOf(some),
    'each further component of a vaccine',
  ),
];

const uncounselled = (some: readonly Given[]): readonly CountedService[] => {
  const byMouth = some.filter(({ vaccine }) => vaccine.route === 'oral-nasal');
  const injected = some.filter((one) => !byMouth.includes(one));
  const isFirst = injected.length === 0;
  return [
    ...count('90471', Math.min(1, injected.length), saidOf(injected), 'the first vaccine injected'),
    ...count('90472', injected.length - 1, saidOf(injected), 'each further vaccine injected'),
    ...(isFirst
      ? count('90473', Math.min(1, byMouth.length), saidOf(byMouth), 'the first vaccine by mouth or nose')
      : []),
    ...count(
      '90474',
      byMouth.length - (isFirst ? 1 : 0),
      saidOf(byMouth),
      'each further vaccine by mouth or nose',
    ),
  ];
};

const ordinary = (reading: ServiceReading, some: readonly Given[]): readonly CountedService[] => {
  const isChild = reading.ageInYears !== undefined && reading.ageInYears <= 18;
  const isCounselled = isChild && findTold(reading, counsel).length > 0;
  return isCounselled ? counselled(some) : uncounselled(some);
};

/** Administration as the payer wants it: Medicare has codes of its own for influenza, pneumococcus and hepatitis B. */
const administered = (reading: ServiceReading, some: readonly Given[]): readonly CountedService[] => {
  const covid = some.filter(({ vaccine }) => vaccine.admin === 'covid');
  const antibody = some.filter(({ vaccine }) => vaccine.admin === 'rsv-antibody');
  const medicare = reading.payer === 'medicare' ? some.filter(({ vaccine }) => vaccine.medicare) : [];
  const others = some.filter((one) => ![...covid, ...antibody, ...medicare].includes(one));
  const isChild = reading.ageInYears !== undefined && reading.ageInYears <= 18;
  return [
    ...medicare.flatMap((one) =>
      count(one.vaccine.medicare ?? '', 1, saidOf([one]), 'administration as Medicare has it'),
    ),
    ...count('90480', covid.length, saidOf(covid), 'administration of a COVID vaccine'),
    ...count(
      isChild && findTold(reading, counsel).length > 0 ? '96380' : '96381',
      antibody.length,
      saidOf(antibody),
      'administration of the RSV antibody',
    ),
    ...(others.length > 0 ? ordinary(reading, others) : []),
  ];
};

const unnamed = /\b(?:(?:vaccine|immunization|vaccination)s? (?:was |were )?(?:administered|given))\b/i;

/** Vaccines given here by product, with their administration. */
export const readVaccines: ServiceReader = (reading) => {
  const matches = findVaccines(reading);
  const products = [...new Set(matches.map(({ meaning }) => meaning))].map((vaccine) => ({
    vaccine,
    said: matches.filter(({ meaning }) => meaning === vaccine),
  }));
  if (products.length === 0) {
    const said = findTold(reading, unnamed).filter(
      ({ statement }) => /\btoday\b/i.test(statement.text) || statement.section === 'procedure',
    );
    if (said.length === 0) return nothingRead;
    return {
      services: [
        {
          code: '90471',
          units: 1,
          said,
          rules: ['a vaccine was given'],
          questions: ['Which vaccine was given?'],
        },
      ],
    };
  }
  const services = products.map(({ vaccine, said }) => ({
    code: vaccine.code,
    units: 1,
    said,
    rules: ['the product given'],
  }));
  return { services: [...services, ...administered(reading, products)] };
};
