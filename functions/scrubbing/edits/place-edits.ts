import { codeBookOn } from '../../../codesets/code-book.ts';
import type { TelehealthRule } from '../../domain/contract/claim-rules.ts';
import { type Edit, type EncounterToScrub, type Objection, objectIf } from '../edit.ts';
import { carries, dayOf, eachService, pathOf, placeOf } from '../facts/each-service.ts';
import { isMedicare } from '../facts/payer-kinds.ts';
import {
  isDrug,
  isEquipment,
  isImaging,
  isImmunization,
  isLaboratory,
  isOfficeVisit,
  isSurgery,
} from '../facts/service-kinds.ts';

/** Where the place of a service is said: with the service, or for the visit. */
const pathOfPlace = (at: number, own: string | undefined): string =>
  own === undefined ? 'registration.placeOfService' : pathOf(at, 'facts.placeOfService');

/** Each place once, at the first service that names it. */
const eachPlace = (
  { registration, codes }: EncounterToScrub,
  check: (place: string, path: string) => readonly Objection[],
): readonly Objection[] => [
  ...check(registration.placeOfService, 'registration.placeOfService'),
  ...codes.services.flatMap(({ facts }, at) =>
    facts?.placeOfService === undefined
      ? []
      : check(facts.placeOfService, pathOf(at, 'facts.placeOfService')),
  ),
];

/** The list that is installed tells no day, so that a code which it does not have may be newer. */
const checkKnown = (encounter: EncounterToScrub): readonly Objection[] => {
  const { lists } = codeBookOn(encounter.registration.dateOfService);
  return eachPlace(encounter, (place, path) => {
    const found = lists.placeOfService(place);
    return objectIf(
      found?.isListed === false,
      path,
      `${place} is no place of service of CMS’s list (edition ${found?.edition}): write that where the patient was, such as 11 for the office.`,
    );
  });
};

type Placed = {
  readonly is: (procedure: string) => boolean;
  readonly what: string;
  readonly fits: readonly string[];
};

const between =
  (first: string, last: string) =>
  (procedure: string): boolean =>
    /^\d{5}$/.test(procedure) && first <= procedure && procedure <= last;

const hospital = ['02', '10', '19', '21', '22', '23', '26', '51', '52', '61'];

/** Codes that say by themselves where the service was, and the places that fit: CPT's headings of E/M. */
const placed: readonly Placed[] = [
  {
    is: between('99281', '99285'),
    what: 'a visit in an emergency department',
    fits: ['23', '26', '02', '10'],
  },
  { is: between('99221', '99239'), what: 'hospital care', fits: hospital },
  {
    is: between('99304', '99316'),
    what: 'care in a nursing facility',
    fits: ['31', '32', '54', '56', '61', '02', '10'],
  },
  {
    is: between('99341', '99350'),
    what: 'a visit at home',
    fits: ['04', '12', '13', '14', '16', '27', '33', '54', '55', '56', '02', '10'],
  },
];

/** Where nobody comes for an office visit: patients there have codes of their own. */
const noOffice = new Set(['12', '13', '21', '31', '32', '33', '51', '61']);

const checkFitting = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, (service, at) => {
    const { procedure, facts } = service;
    const place = placeOf(service, encounter);
    const path = pathOfPlace(at, facts?.placeOfService);
    const row = placed.find(({ is }) => is(procedure));
    if (row && !row.fits.includes(place))
      return [
        {
          path,
          detail: `${procedure} is ${row.what}, and the place is ${place}: correct the place, or choose the code of the visit that it was.`,
        },
      ];
    return objectIf(
      isOfficeVisit(procedure) && noOffice.has(place),
      path,
      `${procedure} is a visit in an office, and the place is ${place}: correct the place, or use the codes of visits at home (99341–99350), in a nursing facility (99304–99310) or to inpatients (99221–99233).`,
    );
  });

const telehealthPlaces = ['02', '10'];
const telehealthModifiers = ['93', '95', 'GT', 'GQ', 'FQ'];

/** Services that need hands. */
const checkAtDistance = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, (service, at) =>
    objectIf(
      isSurgery(service.procedure) && telehealthPlaces.includes(placeOf(service, encounter)),
      pathOfPlace(at, service.facts?.placeOfService),
      `${service.procedure} cannot be done by video or telephone: correct the place, or leave the service out.`,
    ),
  );

/** Of a visit at a distance all that was talk is at a distance; what is handed over or tested was done elsewhere. */
const isTalk = (procedure: string): boolean =>
  ![isDrug, isEquipment, isImaging, isImmunization, isLaboratory, isSurgery].some((is) => is(procedure));

/** What Medicare wants: the place tells it, 93 says that there was no picture, and the rest belongs to others. */
const medicareFaults = (
  procedure: string,
  place: string,
  has: (...modifiers: readonly string[]) => boolean,
): string | undefined => {
  const isAtDistance = telehealthPlaces.includes(place);
  if (between('98000', '98015')(procedure))
    return `Medicare does not take ${procedure}: bill the office visit (99202–99215) with place 10 or 02.`;
  if (has('GT'))
    return 'GT is of critical access hospitals (method II): leave it out; the place (10 or 02) tells Medicare that it was by video.';
  if (has('FQ'))
    return 'FQ is of rural and federally qualified health centers: where there was no picture, use 93.';
  if (has('95') && place === '11')
    return 'Medicare takes a visit by video by its place: write 10 where the patient was at home, 02 elsewhere, and leave 95 out.';
  if (has('93') && !isAtDistance)
    return '93 says that the visit was by telephone: write place 10 where the patient was at home, 02 elsewhere.';
  return undefined;
};

const inTime = ({ from = '', to = '9999' }: TelehealthRule, day: string): boolean => from <= day && day <= to;

/** What the payer's own rules of the day want of a visit at a distance. */
const ownFaults = (
  rules: readonly TelehealthRule[],
  place: string,
  has: (...modifiers: readonly string[]) => boolean,
): string | undefined => {
  if (!telehealthPlaces.includes(place) && !has(...telehealthModifiers)) return undefined;
  const fits = rules.some(
    ({ places, modifiers }) =>
      places.includes(place) && (modifiers.length === 0 ? !has(...telehealthModifiers) : has(...modifiers)),
  );
  if (fits) return undefined;
  const ways = rules.map(
    ({ places, modifiers }) =>
      `place ${places.join(' or ')} ${modifiers.length === 0 ? 'without a modifier' : `with ${modifiers.join(' or ')}`}`,
  );
  return `The payer takes visits by video or telephone with ${ways.join('; or ')}.`;
};

const checkTelehealth = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, (service, at) => {
    const { payer } = encounter;
    const place = placeOf(service, encounter);
    const has = (...modifiers: readonly string[]) => carries(service, ...modifiers);
    const rules = (payer?.claimRules?.telehealth ?? []).filter((one) =>
      inTime(one, dayOf(service, encounter)),
    );
    const isAsked = isTalk(service.procedure) || has(...telehealthModifiers);
    const own = rules.length > 0 && isAsked ? ownFaults(rules, place, has) : undefined;
    const detail =
      own ??
      (isMedicare(payer) && rules.length === 0 ? medicareFaults(service.procedure, place, has) : undefined);
    return detail === undefined ? [] : [{ path: pathOf(at, 'modifiers'), detail }];
  });

const checkBothTold = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, (service, at) =>
    objectIf(
      carries(service, '93', '95') &&
        ['21', '22', '23', '31', '32', '12'].includes(placeOf(service, encounter)) &&
        !isMedicare(encounter.payer),
      pathOf(at, 'modifiers'),
      `${service.procedure} is said to be at a distance and has place ${placeOf(service, encounter)}: write place 10 or 02, or leave the modifier out.`,
    ),
  );

/** Edits on where services were given. */
export const placeEdits: readonly Edit[] = [
  {
    code: 'filing-place-unknown',
    source: 'CMS place of service codes, as installed; CARC 58',
    severity: 'warn',
    desk: 'clinic',
    check: checkKnown,
  },
  {
    code: 'filing-place-of-service',
    source: 'CPT: E/M codes are of places; CARC 5, 58',
    severity: 'warn',
    desk: 'coder',
    check: checkFitting,
  },
  {
    code: 'filing-service-at-distance',
    source: 'CMS places 02 and 10: services by telecommunication; CARC 5',
    desk: 'coder',
    check: checkAtDistance,
  },
  {
    code: 'filing-telehealth',
    source: 'CMS: places 02 and 10 and modifier 93 since 2024; else the payer’s rules; CARC 4, 5',
    desk: 'coder',
    check: checkTelehealth,
  },
  {
    code: 'filing-telehealth-place',
    source: 'CPT modifiers 93 and 95; CARC 4, 5',
    severity: 'warn',
    desk: 'coder',
    check: checkBothTold,
  },
];
