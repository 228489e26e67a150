import { isNpi } from '../../edi/npi.ts';
import { checkEnrolments } from '../contract/enrolment.ts';
import type { Finding } from '../finding.ts';
import { checkClassRules } from '../ledger/check-class-rules.ts';
import { contradictingCharges, type Practice } from '../practice.ts';
import type { BillingEntity } from './billing-entity.ts';
import { repeatedLocations } from './location.ts';

/** What is wrong with a practice whose fields are right by themselves; paths are those of a practice file. */
export const checkPractice = (practice: Practice, payerIds: readonly string[]): readonly Finding[] => [
  ...wrongNpis(practice),
  ...repeatedIn('billingEntities', practice.billingEntities, 'billingEntityId'),
  ...practice.billingEntities.flatMap((entity, at) => unknownOf(entity, at, practice, payerIds)),
  ...repeatedIn('partners', practice.partners, 'partnerId'),
  ...repeatedIn('providers', practice.providers, 'npi'),
  ...checkClassRules(practice.adjustmentClasses, payerIds),
  ...repeatedLocations(practice.locations),
  ...contradictingCharges(practice.chargeMaster),
  ...checkEnrolments(practice.enrolments, { providers: practice.providers, payerIds }),
];

type Numbered = { readonly path: string; readonly npi: string | undefined };

/** Every number of the practice's own that stands on claims. */
const numbersOf = ({ npi, billingEntities, providers, locations }: Practice): readonly Numbered[] => [
  { path: 'npi', npi },
  ...billingEntities.map((one, at) => ({ path: `billingEntities.${at}.npi`, npi: one.npi })),
  ...providers.map((one, at) => ({ path: `providers.${at}.npi`, npi: one.npi })),
  ...locations.map((one, at) => ({ path: `locations.${at}.npi`, npi: one.npi })),
];

/** CMS: the tenth digit of an NPI is a check digit. */
const wrongNpis = (practice: Practice): readonly Finding[] =>
  numbersOf(practice).flatMap(({ path, npi }) =>
    npi === undefined || isNpi(npi)
      ? []
      : [
          {
            code: 'wrong-npi',
            path,
            detail: 'This is no NPI, or a digit of it is wrong: its check digit does not fit',
          },
        ],
  );

/** Entries of one name: whoever looks one up would find the first, and never the others. */
const repeatedIn = <Entry, Key extends keyof Entry & string>(
  list: string,
  entries: readonly Entry[],
  key: Key,
): readonly Finding[] =>
  entries.flatMap((entry, at) => {
    const first = entries.findIndex((one) => one[key] === entry[key]);
    if (first === at) return [];
    return [{ code: 'repeated', path: `${list}.${at}.${key}`, detail: `Entry ${first} has it already` }];
  });

/** What a billing entity is chosen by and the practice does not have: it would never bill. */
const unknownOf = (
  { locationIds = [], providerNpis = [], payerIds: payers = [] }: BillingEntity,
  at: number,
  { locations, providers }: Practice,
  payerIds: readonly string[],
): readonly Finding[] => {
  const unknown = (field: string, named: readonly string[], known: readonly string[], detail: string) =>
    named.flatMap((one, place) =>
      known.includes(one)
        ? []
        : [{ code: 'unknown', path: `billingEntities.${at}.${field}.${place}`, detail }],
    );
  const placesOf = locations.map(({ locationId }) => locationId);
  const npisOf = providers.map(({ npi }) => npi);
  return [
    ...unknown('locationIds', locationIds, placesOf, 'The practice has no such place'),
    ...unknown('providerNpis', providerNpis, npisOf, 'The practice has no provider of this NPI'),
    ...unknown('payerIds', payers, payerIds, 'The practice has no contract with this payer'),
  ];
};

/** The findings on some fields of a practice, and on none of the others. */
export const findingsOn = (findings: readonly Finding[], fields: readonly string[]): readonly Finding[] =>
  findings.filter(({ path }) => fields.includes(path.split('.')[0] ?? ''));

/**
 * Under which of its numbers another practice bills as well: what a payer pays to such a number alone is anybody's of the
 * two. The others stay unnamed, for who enters this may be no member there.
 */
export const sharedNpis = (practice: Practice, others: readonly Practice[]): readonly Finding[] => {
  const taken = new Set(
    others
      .filter(({ practiceId }) => practiceId !== practice.practiceId)
      .flatMap(({ npi, billingEntities }) => [npi, ...billingEntities.map((one) => one.npi)]),
  );
  return numbersOf(practice)
    .filter(({ path, npi = '' }) => /^(npi|billingEntities\.)/.test(path) && taken.has(npi))
    .map(({ path }) => ({
      code: 'npi-of-another-practice',
      path,
      detail:
        'Another practice bills under this NPI: a payment to it is held until a person says whose it is',
    }));
};
