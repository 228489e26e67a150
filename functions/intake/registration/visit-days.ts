import { ageOn, CalendarDate } from '../../domain/calendar.ts';
import type { Finding } from '../../domain/finding.ts';
import { valueAt } from './issues-in-words.ts';

/** A path with `#` for each entry of a list, "services.#.from"; `first` and `last` are the ends of the visit. */
type Row = readonly [path: string, order: 'not before' | 'not after', other: string, detail: string];

const afterVisit = 'This day lies after the visit';

/** Which day does not lie before or after which other one. */
const rows: readonly Row[] = [
  ['patient.dateOfBirth', 'not after', 'dateOfService', 'The patient is born after the visit'],
  [
    'coverages.#.subscriber.dateOfBirth',
    'not after',
    'dateOfService',
    'The subscriber is born after the visit',
  ],
  ['patient.dateOfDeath', 'not before', 'patient.dateOfBirth', 'The patient dies before being born'],
  ['patient.dateOfDeath', 'not before', 'dateOfService', 'The patient dies before the visit'],
  ['lastDateOfService', 'not before', 'dateOfService', 'The last day of service lies before the first'],
  ['accident.date', 'not after', 'first', 'The accident lies after the visit'],
  ['accident.date', 'not before', 'patient.dateOfBirth', 'The accident lies before the patient’s birth'],
  ['dates.onset', 'not after', 'first', afterVisit],
  ['dates.onset', 'not before', 'patient.dateOfBirth', 'The onset lies before the patient’s birth'],
  ['dates.acuteManifestation', 'not after', 'first', afterVisit],
  ['dates.lastMenstrualPeriod', 'not after', 'first', afterVisit],
  ['dates.initialTreatment', 'not after', 'last', afterVisit],
  ['dates.lastSeen', 'not after', 'last', afterVisit],
  ['dates.lastXRay', 'not after', 'last', afterVisit],
  ['dates.prescription', 'not after', 'last', afterVisit],
  ['dates.disabilityTo', 'not before', 'dates.disabilityFrom', 'The disability ends before it begins'],
  [
    'dates.returnToWork',
    'not before',
    'dates.lastWorked',
    'The return to work lies before the last day worked',
  ],
  ['dates.admission', 'not after', 'last', 'The admission lies after the visit'],
  ['dates.discharge', 'not before', 'dates.admission', 'The discharge lies before the admission'],
  ['dates.relinquishedCare', 'not before', 'dates.assumedCare', 'Care is given over before it is taken over'],
  ['dates.firstContact', 'not before', 'accident.date', 'The insurer is contacted before the accident'],
  ['services.#.to', 'not before', 'services.#.from', 'The last day of the service lies before the first'],
  ['services.#.to', 'not before', 'dateOfService', 'The last day of the service lies before the visit'],
  ['services.#.from', 'not before', 'patient.dateOfBirth', 'The service lies before the patient’s birth'],
  ['services.#.from', 'not after', 'last', 'The service begins after the visit'],
  ['services.#.prescriptionDate', 'not after', 'last', afterVisit],
  ['services.#.lastSeenDate', 'not after', 'last', afterVisit],
  ['services.#.initialTreatmentDate', 'not after', 'last', afterVisit],
  ['services.#.lastXRayDate', 'not after', 'last', afterVisit],
];

/** Days that have passed when a visit is registered. */
const past = [
  ...['dateOfService', 'lastDateOfService', 'patient.dateOfBirth', 'patient.dateOfDeath', 'accident.date'],
  ...['services.#.from', 'services.#.to', 'dates.firstContact', 'coverages.#.subscriber.dateOfBirth'],
];

/** Nobody has been known to live longer. */
const oldest = 122;

/** What days of a registration say against one another, and against the day on which it comes, as far as they are days. */
export const checkDays = (root: unknown, today: CalendarDate | undefined): readonly Finding[] => [
  ...rows.flatMap((row) => outOfOrder(root, row)),
  ...(today === undefined ? [] : past.flatMap((path) => inFuture(root, path, today))),
  ...tooOld(root),
];

const outOfOrder = (root: unknown, [pattern, order, other, detail]: Row): readonly Finding[] =>
  placesOf(root, pattern).flatMap((path) => {
    const day = dayAt(root, path);
    const { against, named } = comparedWith(root, other, path);
    if (day === undefined || against === undefined) return [];
    const holds = order === 'not before' ? day >= against : day <= against;
    return holds
      ? []
      : [finding(path, `${detail}: compare it with ${named} and correct the one that is wrong`)];
  });

type Compared = { readonly against: CalendarDate | undefined; readonly named: string };

const comparedWith = (root: unknown, other: string, path: string): Compared => {
  if (other === 'last') return { against: lastDayOf(root), named: 'the day of the visit' };
  if (other === 'first')
    return { against: firstDayOf(root), named: 'the first day of the visit and its services' };
  const named = sameEntry(other, path);
  return { against: dayAt(root, named), named };
};

/** Services that have a day of their own begin with it. */
const sameEntry = (pattern: string, path: string): string =>
  pattern.replace('#', /\.(\d+)\./.exec(path)?.[1] ?? '#');

const inFuture = (root: unknown, pattern: string, today: CalendarDate): readonly Finding[] =>
  placesOf(root, pattern).flatMap((path) => {
    const day = dayAt(root, path);
    if (day === undefined || day <= today) return [];
    return [
      finding(
        path,
        'This day lies in the future: a visit is registered once it was. Write the day that it was',
      ),
    ];
  });

const tooOld = (root: unknown): readonly Finding[] => {
  const birth = dayAt(root, 'patient.dateOfBirth');
  const visit = dayAt(root, 'dateOfService');
  if (birth === undefined || visit === undefined || ageOn(birth, visit) <= oldest) return [];
  return [
    finding('patient.dateOfBirth', `The patient is older than ${oldest} years: correct the year of birth`),
  ];
};

const finding = (path: string, detail: string): Finding => ({ code: 'day', path, detail });

const lastDayOf = (root: unknown): CalendarDate | undefined =>
  dayAt(root, 'lastDateOfService') ?? dayAt(root, 'dateOfService');

/** What led to a visit does not come after the first of its services. */
const firstDayOf = (root: unknown): CalendarDate | undefined =>
  [...placesOf(root, 'services.#.from'), 'dateOfService']
    .flatMap((path) => dayAt(root, path) ?? [])
    .sort()[0];

/** The paths that a pattern stands for, one for each entry of its list. */
const placesOf = (root: unknown, pattern: string): readonly string[] => {
  const [list = '', rest] = pattern.split('.#');
  if (rest === undefined) return [pattern];
  const entries = valueAt(root, list.split('.'));
  return Array.isArray(entries) ? entries.map((_, at) => `${list}.${at}${rest}`) : [];
};

const dayAt = (root: unknown, path: string): CalendarDate | undefined =>
  CalendarDate.safeParse(valueAt(root, path.split('.'))).data;
