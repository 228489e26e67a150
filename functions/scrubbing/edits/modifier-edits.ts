import { codeBookOn } from '../../../codesets/code-book.ts';
import { anatomicModifiers, distinctModifiers } from '../../domain/visit/modifiers.ts';
import { type Edit, type EncounterToScrub, type Objection, objectIf } from '../edit.ts';
import { carries, dayOf, eachService, ofModifiers, pathOf } from '../facts/each-service.ts';
import { weighed } from '../facts/of-edition.ts';
import { isEvaluation, isLaboratory, isVisit } from '../facts/service-kinds.ts';

const modifierFormat = /^([A-Z][A-Z0-9]|[0-9][A-Z0-9])$/;

/** All that CPT has of two digits, whoever may use them. */
const ofCpt = new Set([
  ...['22', '23', '24', '25', '26', '27', '32', '33', '47', '50', '51', '52', '53', '54', '55', '56', '57'],
  ...['58', '59', '62', '63', '66', '73', '74', '76', '77', '78', '79', '80', '81', '82', '90', '91', '92'],
  ...['93', '95', '96', '97', '99', '1P', '2P', '3P', '8P'],
]);

/** Used by hospitals and surgical centers alone. */
const ofFacilities = ['27', '73', '74'];

const checkKnown = ofModifiers(({ procedure, modifiers }) => {
  const unknown = modifiers.filter((one) => /^\d/.test(one) && !ofCpt.has(one));
  return unknown.length > 0
    ? `CPT has no modifier ${unknown.join(', ')}: correct it on ${procedure}, or leave it out.`
    : undefined;
});

const standings = {
  'not-yet': (modifier: string, day = '') => `${modifier} is valid from ${day} on`,
  ended: (modifier: string, day = '') => `${modifier} is valid no more${day ? ` since ${day}` : ''}`,
  unlisted: (modifier: string) => `HCPCS has no modifier ${modifier}`,
} as const;

/** By the installed list of HCPCS, else by what our own list knows of a modifier; our own blocks nothing. */
const checkInForce = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, (service, at) => {
    const { lists } = codeBookOn(dayOf(service, encounter));
    return service.modifiers.flatMap((modifier) => {
      const found = lists.modifier(modifier);
      if (!found || found.standing === 'valid') return [];
      const detail = `${standings[found.standing](modifier, found.day)}: correct it on ${service.procedure}, or leave it out.`;
      const objection: Objection = { path: pathOf(at, 'modifiers'), detail };
      return [found.edition === 'starter' ? { ...objection, severity: 'warn' } : weighed(found, objection)];
    });
  });

/** Change what is paid. */
const pricing = new Set([
  ...['22', '26', '50', '52', '53', '54', '55', '56', '62', '66', '78', '80', '81', '82', 'AS', 'TC'],
  ...['AA', 'AD', 'QK', 'QX', 'QY', 'QZ'],
]);

/** Say more of a service, and change no price. */
const informational = new Set([
  ...anatomicModifiers,
  ...distinctModifiers,
  ...['76', '77', '91', '93', '95', 'GT', 'GQ', 'KX', 'GA', 'GX', 'GY', 'GZ'],
]);

const checkOrder = ofModifiers(({ procedure, modifiers }) => {
  const later = modifiers.findIndex(
    (one, place) => pricing.has(one) && modifiers.slice(0, place).some((before) => informational.has(before)),
  );
  return later > 0
    ? `${modifiers[later]} changes the price of ${procedure}: put it before those that only say more.`
    : undefined;
});

const checkWaivedFirst = ofModifiers(({ procedure, modifiers }) =>
  modifiers.indexOf('QW') > 0 ? `QW says that ${procedure} is a waived test: put it first.` : undefined,
);

/** Of which a line carries one at most, and why. */
const exclusive: readonly (readonly [modifiers: readonly string[], why: string])[] = [
  [['LT', 'RT'], 'each side is a line of its own, or both are one line with 50'],
  [['26', 'TC'], 'both components together are the whole service, without either'],
  [['52', '53'], 'a service was reduced by plan, or stopped for the patient’s sake'],
  [['54', '55', '56'], 'each is a part of surgery; who did all of it carries none'],
  [['76', '77'], 'the same provider repeated it, or another one'],
  [['58', '78', '79'], 'what followed surgery was planned, or a complication, or something else'],
  [['80', '81', '82', 'AS'], 'somebody assists in one way'],
  [['62', '66', '80'], 'surgeons share an operation, are a team, or one assists'],
  [['22', '52'], 'a service is more than usual, or less'],
  [['93', '95', 'GT', 'GQ'], 'a visit was by telephone, by video, or sent on'],
  [['GP', 'GO', 'GN'], 'a service is of one plan of therapy'],
  [['CQ', 'CO'], 'an assistant is of physical or of occupational therapy'],
];

const checkExclusive = ofModifiers(({ procedure, modifiers }) => {
  const broken = exclusive.find(([set]) => modifiers.filter((one) => set.includes(one)).length > 1);
  if (!broken) return undefined;
  const [set, why] = broken;
  return `${modifiers.filter((one) => set.includes(one)).join(' and ')} stand together on ${procedure}, and one alone can be true (${why}): keep that one.`;
});

const moreSpecific = distinctModifiers.filter((modifier) => modifier !== '59');

const checkDistinct = ofModifiers((service) =>
  carries(service, '59') && carries(service, ...moreSpecific)
    ? `59 says less than the modifier beside it on ${service.procedure}: leave 59 out.`
    : undefined,
);

/** E/M of the same day is told apart by 25. */
const checkRepeated = ofModifiers((service) =>
  isVisit(service.procedure) && carries(service, '76', '77')
    ? `76 and 77 repeat a procedure, and ${service.procedure} is a visit: use 25 where two visits were separate.`
    : undefined,
);

const checkRepeatedTest = ofModifiers((service) =>
  carries(service, '91') && !isLaboratory(service.procedure)
    ? `91 repeats a laboratory test, which ${service.procedure} is not: use 76 or 77.`
    : undefined,
);

const checkFacility = ofModifiers((service) =>
  carries(service, ...ofFacilities)
    ? `${service.modifiers.filter((one) => ofFacilities.includes(one)).join(', ')} is for the claims of hospitals and surgical centers: use 52 or 53 for a service that was not finished, 25 for a visit.`
    : undefined,
);

const checkAfterSurgery = ofModifiers((service) => {
  if (carries(service, '58', '78', '79') && isVisit(service.procedure))
    return `58, 78 and 79 belong on procedures: a visit after surgery that is about something else carries 24.`;
  return carries(service, '24', '57') && !isEvaluation(service.procedure)
    ? `24 and 57 belong on visits, not on ${service.procedure}: 79 says that a procedure is unrelated.`
    : undefined;
});

/** Edits on modifiers, by themselves and beside each other. */
export const modifierEdits: readonly Edit[] = [
  {
    code: 'modifier-format',
    desk: 'coder',
    source: 'CPT and HCPCS: a modifier has two characters, each once on a line',
    check: (encounter) =>
      eachService(encounter, ({ procedure, modifiers }, at) =>
        objectIf(
          modifiers.some(
            (modifier, place) => !modifierFormat.test(modifier) || modifiers.indexOf(modifier) < place,
          ),
          pathOf(at, 'modifiers'),
          `A modifier of ${procedure} is misspelt or repeated.`,
        ),
      ),
  },
  { code: 'modifier-unknown', desk: 'coder', source: 'CPT, appendix A; CARC 4', check: checkKnown },
  {
    code: 'modifier-not-in-force',
    desk: 'coder',
    source: 'HCPCS Level II modifiers of the day of service, as installed; CARC 4, 182',
    check: checkInForce,
  },
  {
    code: 'modifier-25-not-on-visit',
    desk: 'coder',
    source: 'NCCI policy manual, chapter I: 25 belongs to an E/M service',
    check: ofModifiers((service) =>
      carries(service, '25') && !isEvaluation(service.procedure)
        ? `Modifier 25 belongs on the visit, not on ${service.procedure}.`
        : undefined,
    ),
  },
  {
    code: 'modifier-59-on-visit',
    desk: 'coder',
    source: 'NCCI policy manual, chapter I: 59 and X{EPSU} are never for an E/M service',
    check: ofModifiers((service) => {
      const distinct = service.modifiers.find((one) => distinctModifiers.includes(one));
      return distinct !== undefined && isEvaluation(service.procedure)
        ? `Modifier ${distinct} is not for visits such as ${service.procedure}; 25 may be meant.`
        : undefined;
    }),
  },
  {
    code: 'modifier-50-with-side',
    desk: 'coder',
    source: 'NCCI policy manual: 50 already says both sides',
    check: ofModifiers((service) =>
      carries(service, '50') && carries(service, 'RT', 'LT')
        ? `${service.procedure} carries 50 and a side on one line; use one of them.`
        : undefined,
    ),
  },
  {
    code: 'modifier-order',
    desk: 'coder',
    source: 'payers price by the first modifier; CARC 4',
    severity: 'warn',
    check: checkOrder,
  },
  { code: 'modifier-qw-first', desk: 'coder', source: '42 CFR 493.15; CARC B7, 4', check: checkWaivedFirst },
  {
    code: 'modifier-exclusive',
    desk: 'coder',
    source: 'CPT, appendix A, and HCPCS; CARC 4',
    check: checkExclusive,
  },
  {
    code: 'modifier-59-with-x',
    desk: 'coder',
    source: 'NCCI policy manual, chapter I: X{EPSU} in place of 59; CARC 4',
    check: checkDistinct,
  },
  {
    code: 'modifier-76-on-visit',
    desk: 'coder',
    source: 'CPT, appendix A: 76 and 77; CARC 4',
    severity: 'warn',
    check: checkRepeated,
  },
  {
    code: 'modifier-91-not-a-test',
    desk: 'coder',
    source: 'CPT, appendix A: 91; CARC 4',
    check: checkRepeatedTest,
  },
  {
    code: 'modifier-of-facility',
    desk: 'coder',
    source: 'CPT, appendix A: 27, 73 and 74; CARC 4',
    check: checkFacility,
  },
  {
    code: 'modifier-after-surgery',
    desk: 'coder',
    source: 'CMS, Medicare Claims Processing Manual 12, 40: the global period; CARC 4',
    check: checkAfterSurgery,
  },
];
