import type { CalendarDate } from '../calendar.ts';
import type { Demographics } from './demographics.ts';
import { areForms } from './nicknames.ts';

/** A name without what systems write each in their own way: case, accents, spaces, hyphens, points. */
export const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** A member's number without what cards write between its parts. */
export const plainMember = (memberId: string): string => memberId.toUpperCase().replace(/[^0-9A-Z]/g, '');

/** Which of last name, first name and birth date two records have otherwise. */
export const differingIdentity = (
  one: Pick<Demographics, 'lastName' | 'firstName' | 'dateOfBirth'>,
  other: Pick<Demographics, 'lastName' | 'firstName' | 'dateOfBirth'>,
): readonly ('lastName' | 'firstName' | 'dateOfBirth')[] => {
  const names = (['lastName', 'firstName'] as const).filter(
    (field) => plainName(one[field]) !== plainName(other[field]),
  );
  return one.dateOfBirth === other.dateOfBirth ? names : [...names, 'dateOfBirth'];
};

/** Whether one text becomes the other by one letter more, less, changed, or two changed about. */
const isOneSlip = (one: string, other: string): boolean => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const isSwap =
    short.length === long.length &&
    short[at] === long[at + 1] &&
    short[at + 1] === long[at] &&
    short.slice(at + 2) === long.slice(at + 2);
  const rest = short.slice(at + (short.length === long.length ? 1 : 0));
  return isSwap || rest === long.slice(at + 1);
};

/** Shorter names that differ by a letter are two names: Ann and Dan. */
const shortest = 4;

type Likeness = 'equal' | 'similar' | 'different';

const partsOf = (name: string): readonly string[] =>
  name
    .split(/[\s-]+/)
    .map(plainName)
    .filter((part) => part.length >= 3);

const likenessOfNames = (one: string, other: string): Likeness => {
  const [a, b] = [plainName(one), plainName(other)];
  if (a === b) return 'equal';
  if (Math.min(a.length, b.length) >= shortest && isOneSlip(a, b)) return 'similar';
  return partsOf(one).some((part) => partsOf(other).includes(part)) ? 'similar' : 'different';
};

const likenessOfFirstNames = (one: string, other: string): Likeness => {
  const likeness = likenessOfNames(one, other);
  if (likeness !== 'different') return likeness;
  const [a, b] = [plainName(one), plainName(other)];
  const isInitial = (a.length === 1 || b.length === 1) && a[0] === b[0];
  return isInitial || areForms(a, b) ? 'similar' : 'different';
};

/** A date whose day and month were changed about, or one digit of it mistyped. */
const likenessOfDates = (one: CalendarDate, other: CalendarDate): Likeness => {
  if (one === other) return 'equal';
  const [year, month, day] = one.split('-');
  if (other === `${year}-${day}-${month}`) return 'similar';
  const differing = [...one].filter((digit, at) => digit !== other[at]).length;
  return differing === 1 ? 'similar' : 'different';
};

/** What of two records was compared, and how it speaks. */
export type Likenesses = Readonly<Record<string, Likeness>>;

/** How alike two records are: 1 is certain, and what makes and unmakes it. Names of fields, never values. */
export type SamePersonScore = { readonly score: number; readonly facts: Likenesses };

/** What each fact adds: twins agree in all but the first name, father and son in all but the birth date. */
const weights: Readonly<Record<string, Readonly<Record<Likeness, number>>>> = {
  dateOfBirth: { equal: 0.35, similar: 0.15, different: -0.35 },
  lastName: { equal: 0.25, similar: 0.15, different: -0.1 },
  firstName: { equal: 0.2, similar: 0.12, different: -0.4 },
  gender: { equal: 0.05, similar: 0, different: -0.1 },
  memberId: { equal: 0.3, similar: 0, different: -0.05 },
  address: { equal: 0.1, similar: 0.05, different: 0 },
  suffix: { equal: 0, similar: 0, different: -0.2 },
};

/** From here on a person is asked whether two records are one. */
export const likelyDuplicate = 0.7;

/** A person as two systems may know one: the record, and the numbers of memberships with their payers. */
export type KnownPerson = {
  readonly demographics: Demographics;
  readonly members: readonly string[];
};

/** How likely two records are one person, by names, birth date, sex, membership and address. */
export const scoreSamePerson = (one: KnownPerson, other: KnownPerson): SamePersonScore => {
  const facts: Likenesses = {
    ...identityFacts(one.demographics, other.demographics),
    ...memberFact(one, other),
  };
  const total = Object.entries(facts).reduce(
    (sum, [fact, likeness]) => sum + (weights[fact]?.[likeness] ?? 0),
    0,
  );
  return { score: Math.round(Math.min(1, Math.max(0, total)) * 100) / 100, facts };
};

const identityFacts = (one: Demographics, other: Demographics): Likenesses => {
  const gender = one.gender && other.gender && one.gender !== 'U' && other.gender !== 'U';
  return {
    dateOfBirth: likenessOfDates(one.dateOfBirth, other.dateOfBirth),
    ...likenessOfWholeNames(one, other),
    ...(gender && { gender: one.gender === other.gender ? 'equal' : 'different' }),
    ...(one.address && other.address && { address: likenessOfAddresses(one.address, other.address) }),
    ...(one.suffix &&
      other.suffix &&
      plainName(one.suffix) !== plainName(other.suffix) && { suffix: 'different' }),
  };
};

/** First and last name may have changed places. */
const likenessOfWholeNames = (one: Demographics, other: Demographics): Likenesses => {
  const areSwapped =
    plainName(one.lastName) === plainName(other.firstName) &&
    plainName(one.firstName) === plainName(other.lastName);
  if (areSwapped) return { lastName: 'similar', firstName: 'similar' };
  return {
    lastName: likenessOfNames(one.lastName, other.lastName),
    firstName: likenessOfFirstNames(one.firstName, other.firstName),
  };
};

const likenessOfAddresses = (
  one: NonNullable<Demographics['address']>,
  other: NonNullable<Demographics['address']>,
): Likeness => {
  if (one.postalCode.slice(0, 5) !== other.postalCode.slice(0, 5)) return 'different';
  return plainName(one.line1) === plainName(other.line1) ? 'equal' : 'similar';
};

const memberFact = (one: KnownPerson, other: KnownPerson): Likenesses => {
  if (one.members.length === 0 || other.members.length === 0) return {};
  return { memberId: one.members.some((member) => other.members.includes(member)) ? 'equal' : 'different' };
};
