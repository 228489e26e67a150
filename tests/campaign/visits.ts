import { type Invention, inventing } from '../../bench/x12/invent.ts';
import type { CalendarDate } from '../../functions/domain/calendar.ts';
import { EncounterRegistration } from '../../functions/domain/visit/registration.ts';
import { paid, type Story, storiesFor } from './mix.ts';
import { type Note, notes } from './notes.ts';

/** An invented visit of the month: what the clinic registers, and what becomes of it. */
export type Visit = {
  readonly encounterId: string;
  readonly story: Story;
  readonly registration: EncounterRegistration;
  readonly note: Note;
  /** The policies as the payers have them: the registration may have one wrong. */
  readonly memberIds: Readonly<Record<string, string>>;
  /** What a biller mends when a claim comes back. */
  readonly right: { readonly memberId: string; readonly lastName: string; readonly authorization: string };
};

const payers = ['northwind', 'cascade', 'harbor', 'prairie'] as const;
type PayerId = (typeof payers)[number];

const prefixes: Readonly<Record<PayerId, string>> = {
  northwind: 'NWH',
  cascade: 'CMB',
  harbor: 'HRB',
  prairie: 'PRC',
};

/** The translator of this one takes no underscore. */
const pickyPayer = 'cascade';
const medicaid = 'prairie';
/** Medicare, and who is billed after it. */
const firstPayer = 'harbor';
const secondPayer = 'northwind';

/** Syllables of names that nobody has: the search for patients in logs must not find ordinary words. */
const heads = [
  'Brask',
  'Thorv',
  'Quill',
  'Zamb',
  'Krest',
  'Ulmar',
  'Vossen',
  'Jarrok',
  'Fennig',
  'Oxbrid',
] as const;
const middles = ['el', 'an', 'ori', 'umi', 'ath', 'enk', 'ubo', 'ivar'] as const;
const tails = [
  'dahl',
  'quist',
  'worthy',
  'mangle',
  'fjord',
  'stead',
  'bruck',
  'havn',
  'zeller',
  'mire',
] as const;
const firsts = [
  'Aldruna',
  'Bertvin',
  'Corvina',
  'Drustan',
  'Elfrida',
  'Fulmara',
  'Gismund',
  'Hildwara',
  'Ivonika',
  'Jorvald',
] as const;
const streets = ['Quarrelane', 'Hazelgate', 'Millbrook Row', 'Thistledown Way'] as const;

/** Visits of a month, all of them different people, in an order that follows from the seed. */
export const visitsOf = (count: number, seed: number, dateOfService: CalendarDate): readonly Visit[] => {
  const invent = inventing(seed);
  const told = shuffled(storiesFor(count), invent);
  return told.map((story, at) => visitOf({ story, number: at + 1, dateOfService }, invent));
};

const shuffled = <T>(items: readonly T[], { number }: Invention): T[] => {
  const left = [...items];
  return items.flatMap(() => left.splice(number(0, left.length - 1), 1));
};

type Plan = { readonly story: Story; readonly number: number; readonly dateOfService: CalendarDate };

const visitOf = ({ story, number, dateOfService }: Plan, invent: Invention): Visit => {
  const payerIds = payersOf(story, invent);
  const digits = String(number).padStart(5, '0');
  const memberIds = Object.fromEntries(
    payerIds.map((payerId) => [payerId, memberIdOf(payerId, number, invent)]),
  );
  const [own = ''] = Object.values(memberIds);
  const lastName = `${invent.pick(heads)}${invent.pick(middles)}${invent.pick(tails)}`;
  const registered = story.slip === 'member-number' ? mistyped(own) : own;
  return {
    encounterId: `month-${digits}`,
    story,
    note: noteOf(story, payerIds, invent),
    memberIds,
    right: { memberId: own, lastName, authorization: `PA-7${digits}` },
    registration: EncounterRegistration.parse({
      patient: {
        patientId: `MO-${digits}`,
        lastName: story.slip === 'underscore' ? `${lastName}_${invent.pick(tails)}` : lastName,
        firstName: invent.pick(firsts),
        dateOfBirth: birthDateOf(payerIds[0] === firstPayer, invent),
        gender: invent.pick(['F', 'M']),
        address: {
          line1: `${invent.number(2, 998)} ${invent.pick(streets)}`,
          city: 'Fairhaven',
          state: 'OH',
          postalCode: '43099',
        },
      },
      coverages: payerIds.map((payerId, at) => ({
        payerId,
        responsibility: at === 0 ? 'P' : 'S',
        memberId: at === 0 ? registered : memberIds[payerId],
        relationship: 'self',
      })),
      dateOfService,
      placeOfService: '11',
      renderingProviderNpi: '2450100021',
      patientType: 'established',
    }),
  };
};

const payersOf = ({ needs, name }: Story, invent: Invention): readonly PayerId[] => {
  if (needs === 'picky-translator') return [pickyPayer];
  if (needs === 'second-payer') return [firstPayer, secondPayer];
  const payerId = invent.pick(payers);
  // Some of the claims that are simply paid have a second payer, too.
  return name === paid.name && payerId === firstPayer && invent.chance(0.3)
    ? [payerId, secondPayer]
    : [payerId];
};

const noteOf = ({ needs }: Story, payerIds: readonly PayerId[], { pick }: Invention): Note => {
  const [first = notes[0], ...others] = notes
    .filter(({ lines }) => needs !== 'two-lines' || lines > 1)
    .filter(({ wantsDrugCode }) => !wantsDrugCode || !payerIds.includes(medicaid));
  return pick([first, ...others]);
};

/** Medicare's numbers have digits and letters in places of their own; those of the others are ours to invent. */
const memberIdOf = (payerId: PayerId, visit: number, { number, pick }: Invention): string => {
  const digits = String(visit).padStart(5, '0');
  if (payerId !== firstPayer) return `${prefixes[payerId]}7${number(1000, 9999)}${digits}`;
  const letter = (): string => pick(medicareLetters);
  const [one, two, three, four] = digits.slice(1);
  return `${number(1, 9)}${letter()}${letter()}${one}${letter()}${letter()}${two}${letter()}${letter()}${three}${four}`;
};

const medicareLetters = ['A', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'M', 'N', 'P', 'Q', 'R'] as const;

/** One digit off, as fingers slip. */
const mistyped = (memberId: string): string =>
  `${memberId.slice(0, -1)}${(Number(memberId.at(-1)) + 1) % 10}`;

/** Medicare's members are old, and nobody is a child: the notes are of adults. */
const birthDateOf = (isOld: boolean, { number }: Invention): CalendarDate => {
  const year = isOld ? number(1938, 1955) : number(1962, 2001);
  return `${year}-${String(number(1, 12)).padStart(2, '0')}-${String(number(1, 28)).padStart(2, '0')}`;
};
