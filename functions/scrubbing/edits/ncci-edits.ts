import { type CodeBook, codeBookOn, type OfEdition } from '../../../codesets/code-book.ts';
import type { CodedService } from '../../domain/coding.ts';
import { type EarlierService, nameOf } from '../../domain/history/earlier-service.ts';
import { anatomicModifiers, distinctModifiers } from '../../domain/visit/modifiers.ts';
import type { Edit, EncounterToScrub, Objection } from '../edit.ts';
import { besides, carries, dayOf, eachService, pathOf, sessionOf } from '../facts/each-service.ts';
import { earlierBeside } from '../facts/history.ts';
import { weighed } from '../facts/of-edition.ts';
import { isMedicare } from '../facts/payer-kinds.ts';
import { isEquipment } from '../facts/service-kinds.ts';

/** The modifiers that let a pair of indicator 1 be paid; 50, 76, 77, 26 and TC are not among them. */
const ncciModifiers: ReadonlySet<string> = new Set([
  ...anatomicModifiers,
  ...distinctModifiers,
  ...['24', '25', '27', '57', '58', '78', '79', '91'],
]);

const isSeparated = (...services: readonly Pick<CodedService, 'modifiers'>[]): boolean =>
  services.some(({ modifiers }) => modifiers.some((modifier) => ncciModifiers.has(modifier)));

type Pair = Pick<CodedService, 'procedure' | 'modifiers'>;

/** What NCCI has against two services of a day, the first in column 1. */
const faultOfPair = (first: Pair, second: Pair, { ncci }: CodeBook) => {
  const edit = ncci.pair(first.procedure, second.procedure);
  if (!edit || edit.modifier === 'not-applicable') return undefined;
  return edit.modifier === 'allowed' && isSeparated(first, second) ? undefined : edit;
};

const checkPairs = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, (second, at) => {
    const book = codeBookOn(dayOf(second, encounter));
    const path = pathOf(at, 'procedure');
    const object = (
      first: Pair,
      where = '',
      others: readonly EarlierService[] = [],
    ): readonly Objection[] => {
      const edit = faultOfPair(first, second, book);
      if (!edit) return [];
      const what = `${second.procedure} is not paid beside ${first.procedure}${where} on one day`;
      const how =
        edit.modifier === 'never'
          ? `no modifier changes that: leave ${second.procedure} out.`
          : `leave it out, or where the note shows that it was separate, add the modifier that says how to ${second.procedure} (such as XS, XE, LT or RT; 59 last; 25 on a visit).`;
      return [weighed(edit, { path, detail: `${what}; ${how}`, others })];
    };
    /** The column 2 that was billed before: whichever is decided first, both are not paid. */
    const objectToBilled = (billed: EarlierService): readonly Objection[] => {
      const edit = faultOfPair(second, billed, book);
      if (!edit) return [];
      const detail = `${billed.procedure} on ${nameOf(billed)} is not paid beside ${second.procedure} on one day: correct that claim${edit.modifier === 'never' ? '' : ', or where the note shows that they were separate, add the modifier that says how'}.`;
      return [weighed(edit, { path, detail, severity: 'warn', others: [billed] })];
    };
    return [
      ...besides(second, encounter).flatMap((first) => object(first)),
      ...earlierBeside(second, encounter).flatMap((one) => [
        ...object(one, ` (${nameOf(one)})`, [one]),
        ...objectToBilled(one),
      ]),
    ];
  });

/** The units of one code that one provider gave on one day, on whichever claims, at the first of their lines here. */
const unitsOfDay = (service: CodedService, at: number, encounter: EncounterToScrub) => {
  const alike = encounter.codes.services
    .map((one, place) => ({ one, place }))
    .filter(
      ({ one }) =>
        one.procedure === service.procedure && sessionOf(one, encounter) === sessionOf(service, encounter),
    );
  const elsewhere = earlierBeside(service, encounter).filter(
    ({ procedure }) => procedure === service.procedure,
  );
  const units = [...alike.map(({ one }) => one), ...elsewhere].reduce((sum, one) => sum + one.units, 0);
  return { units, isFirst: alike[0]?.place === at, elsewhere };
};

/**
 * A limit of no unit says that practitioners are not paid for a service at all: other payers have check-ups of their own,
 * and with GY or GX it is the denial that is wanted.
 */
const isOthers = (service: CodedService, { payer }: EncounterToScrub): boolean =>
  !isMedicare(payer) || carries(service, 'GY', 'GX');

/** Equipment that practitioners are not paid for is paid by contractors who have a table of their own. */
const toEquipment = (procedure: string, path: string): Objection => ({
  path,
  severity: 'info',
  detail: `Medicare’s contractors of equipment (DME) pay ${procedure}, not those of practitioners: the claim is to go to the former.`,
});

const checkUnits = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, (service, at) => {
    const limit = codeBookOn(dayOf(service, encounter)).ncci.mostUnits(service.procedure);
    if (!limit || (limit.units === 0 && isOthers(service, encounter))) return [];
    const { units, isFirst, elsewhere } = unitsOfDay(service, at, encounter);
    const counted = limit.adjudication === 'line' ? service.units : units;
    if (counted <= limit.units || (limit.adjudication !== 'line' && !isFirst)) return [];
    if (limit.units === 0 && isEquipment(service.procedure))
      return [toEquipment(service.procedure, pathOf(at, 'units'))];
    const others = limit.adjudication === 'line' ? [] : elsewhere;
    const beside = others.length === 0 ? '' : ` (with ${namesOf(others)})`;
    const what = `${counted} units of ${service.procedure} ${inWords[limit.adjudication]}${beside}, and Medicare pays ${limit.units} at most`;
    const found = weighed(limit, {
      path: pathOf(at, 'units'),
      detail: `${what}; ${cures[limit.adjudication]}`,
      others,
    });
    return [limit.adjudication === 'day-clinical' ? { ...found, severity: 'warn' as const } : found];
  });

const namesOf = (elsewhere: readonly EarlierService[]): string =>
  [...new Set(elsewhere.map(nameOf))].join(', ');

const inWords = {
  line: 'stand on one line',
  'day-policy': 'on one day',
  'day-clinical': 'on one day',
} as const;

const cures = {
  line: 'if all were given and documented, put them on several lines with the modifier that tells them apart.',
  'day-policy': 'more is never paid for one day: check the units, and the unit that the code counts in.',
  'day-clinical': 'check the units; more is paid on appeal where the record shows why it was needed.',
} as const;

/** Nobody knows the contractor's own primaries, but an add-on code that stands alone has none. */
const addOnFault = (
  { procedure }: CodedService,
  others: readonly string[],
  { ncci }: CodeBook,
): (OfEdition & { readonly primaries: readonly string[] }) | undefined => {
  const addOn = ncci.addOn(procedure);
  if (!addOn || addOn.primaries.some((primary) => others.includes(primary))) return undefined;
  const mayHaveOthers = addOn.isContractorDefined && others.some((other) => !ncci.addOn(other));
  return mayHaveOthers ? undefined : addOn;
};

/** How many primary codes a sentence names. */
const mostNamed = 8;

const namedPrimaries = (primaries: readonly string[]): string => {
  if (primaries.length === 0) return 'its primary service, which the contractor defines';
  const named = primaries.slice(0, mostNamed).join(', ');
  return primaries.length > mostNamed
    ? `one of ${primaries.length} primary codes (${named}, …)`
    : `one of ${named}`;
};

const checkAddOns = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, (service, at) => {
    const here = encounter.codes.services.filter(
      (other) => sessionOf(other, encounter) === sessionOf(service, encounter),
    );
    const others = [...here, ...earlierBeside(service, encounter)]
      .map(({ procedure }) => procedure)
      .filter((procedure) => procedure !== service.procedure);
    const fault = addOnFault(service, others, codeBookOn(dayOf(service, encounter)));
    if (!fault) return [];
    const detail = `${service.procedure} is an add-on code and stands without ${namedPrimaries(fault.primaries)}; bill it with that, or leave it out.`;
    return [weighed(fault, { path: pathOf(at, 'procedure'), detail })];
  });

const checkTables = ({ registration, codes }: EncounterToScrub): readonly Objection[] => {
  const absent = codeBookOn(registration.dateOfService).absentNcciTables;
  if (absent.length === 0 || codes.services.length === 0) return [];
  return [
    {
      path: 'codes.services',
      detail: `Not checked: of ${absent.join(', ')} no edition is installed (codesets install).`,
    },
  ];
};

/** CMS's National Correct Coding Initiative: pairs, units and add-on codes, by the day of service. */
export const ncciEdits: readonly Edit[] = [
  {
    code: 'ncci-ptp',
    desk: 'coder',
    source: 'NCCI procedure-to-procedure edits for practitioners; CARC 97, 236',
    check: checkPairs,
  },
  {
    code: 'ncci-mue',
    desk: 'coder',
    source: 'NCCI medically unlikely edits for practitioners; CARC 222, 151',
    check: checkUnits,
  },
  {
    code: 'ncci-add-on',
    desk: 'coder',
    source: 'NCCI add-on code edits; CARC 107',
    check: checkAddOns,
  },
  {
    code: 'ncci-not-checked',
    source: 'the code sets that are installed here',
    severity: 'info',
    desk: 'biller',
    check: checkTables,
  },
];
