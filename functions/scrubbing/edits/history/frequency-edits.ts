import { codeBookOn } from '../../../../codesets/code-book.ts';
import type { CalendarDate } from '../../../domain/calendar.ts';
import { isNamed } from '../../../domain/contract/claim-rules.ts';
import { type FrequencyRule, isTooSoon, type Period, yearsOf } from '../../../domain/contract/frequency.ts';
import { type EarlierService, nameOf } from '../../../domain/history/earlier-service.ts';
import type { Edit, EncounterToScrub, Objection } from '../../edit.ts';
import { dayOf, eachService, pathOf } from '../../facts/each-service.ts';
import { isOfPayer } from '../../facts/history.ts';
import { isMedicare } from '../../facts/payer-kinds.ts';

type Rule = FrequencyRule & { readonly source?: string };

const isInForce = ({ from, to }: Rule, day: CalendarDate): boolean =>
  (from === undefined || from <= day) && (to === undefined || day <= to);

/** What the first payer of the visit pays once in a time: by its contract, and Medicare by its regulations. */
const rulesOn = ({ payer }: EncounterToScrub, day: CalendarDate): readonly Rule[] => [
  ...(payer?.claimRules?.frequencies ?? []).filter((rule) => isInForce(rule, day)),
  ...(isMedicare(payer) ? codeBookOn(day).frequencies : []),
];

/** A part of a service, its waste, or one for which the patient signed that more is not paid, is no second one. */
const countsNot = ['26', 'TC', 'GA', 'GX', 'GY', 'GZ'];

const counts = ({ modifiers }: Pick<EarlierService, 'modifiers'>): boolean =>
  !modifiers.some((one) => countsNot.includes(one));

const inWords = (every: Period): string => {
  if (every === 'lifetime') return 'once in a lifetime';
  if (every === 'calendar-year') return 'once in a calendar year';
  return 'fullMonths' in every
    ? `once after ${every.fullMonths} full months have passed`
    : `once in ${every.days} days`;
};

const nearest = (found: readonly EarlierService[], day: CalendarDate): EarlierService | undefined =>
  found.toSorted((one, other) => distance(one, day) - distance(other, day))[0];

const distance = ({ date }: EarlierService, day: CalendarDate): number =>
  Math.abs(Date.parse(date) - Date.parse(day));

const checkFrequencies = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, (service, at) => {
    if (!counts(service)) return [];
    const { procedure } = service;
    const day = dayOf(service, encounter);
    return rulesOn(encounter, day).flatMap((rule) => {
      const { procedures, after = procedures, every, hasExceptions, source } = rule;
      if (!isNamed(procedures, procedure)) return [];
      const before = (encounter.history ?? []).filter(
        (one) =>
          isNamed(after, one.procedure) &&
          one.date !== day &&
          isOfPayer(one, encounter) &&
          counts(one) &&
          isTooSoon(every, one.date, day),
      );
      const other = nearest(before, day);
      if (!other) return [];
      const detail = `${encounter.payer?.name} pays ${procedure} ${inWords(every)}, and ${other.procedure} of ${other.date} (${nameOf(other)}) was billed to it${source ? ` (${source})` : ''}: check both days, and leave it out here, or tell the patient beforehand and bill it as not covered.`;
      return [
        {
          path: pathOf(at, 'procedure'),
          detail,
          severity: hasExceptions ? 'warn' : 'block',
          others: [other],
        },
      ];
    });
  });

/** How far back what was done for a patient matters to a visit: three years, and to a rule of its services as far as that reaches. */
export const reachOfHistory = (encounter: EncounterToScrub): CalendarDate => {
  const { registration, codes } = encounter;
  const day = registration.dateOfService;
  const years = rulesOn(encounter, day)
    .filter(({ procedures }) => codes.services.some(({ procedure }) => isNamed(procedures, procedure)))
    .map(({ every }) => yearsOf(every) ?? allYears);
  const back = Math.max(3, ...years);
  return `${Number(day.slice(0, 4)) - back}${day.slice(4)}`;
};

/** No electronic claim is older. */
const allYears = 30;

/** Edits on services that a payer pays once in a time. */
export const frequencyEdits: readonly Edit[] = [
  {
    code: 'history-frequency',
    desk: 'coder',
    source:
      'Medicare: the regulation that the finding names; else the payer’s rules (claimRules.frequencies); CARC 119, 151',
    check: checkFrequencies,
  },
];
