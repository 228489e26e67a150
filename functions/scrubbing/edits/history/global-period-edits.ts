import { addDays, type CalendarDate, daysBetween } from '../../../domain/calendar.ts';
import type { CodedService } from '../../../domain/coding.ts';
import { type EarlierService, nameOf } from '../../../domain/history/earlier-service.ts';
import type { Edit, EncounterToScrub, Objection } from '../../edit.ts';
import { carries, dayOf, eachService, pathOf } from '../../facts/each-service.ts';
import { type GlobalPeriod, globalPeriodOn } from '../../facts/fee-schedule.ts';
import { giverOf, isOfPayer, type Likeness, likenessOf } from '../../facts/history.ts';
import { weighed } from '../../facts/of-edition.ts';
import { isMedicare } from '../../facts/payer-kinds.ts';
import {
  isDrug,
  isEvaluation,
  isImaging,
  isLaboratory,
  isSurgery,
  isVisit,
} from '../../facts/service-kinds.ts';

/** A service as far as global periods go by it, of the visit or of another. */
type Dated = {
  readonly procedure: string;
  readonly modifiers: readonly string[];
  readonly date: CalendarDate;
};

/** When a service lies to a procedure whose payment covers it. */
type Part = 'before' | 'same-day' | 'after';

const has = ({ modifiers }: Dated, ...wanted: readonly string[]): boolean =>
  modifiers.some((one) => wanted.includes(one));

/** The longest period; what lies further away needs no look-up. */
const longestDays = 90;

/** Who gives care for surgery in parts is paid for that part alone: 54 the operation, 55 what follows, 56 what precedes. */
const partsPaid = (procedure: Dated): readonly Part[] => {
  if (has(procedure, '55')) return ['after'];
  if (has(procedure, '56')) return ['before'];
  return has(procedure, '54') ? ['before', 'same-day'] : ['before', 'same-day', 'after'];
};

/** Who assists is not paid for care around surgery, and a return to the operating room begins no period of its own. */
const beginsNone = ['80', '81', '82', 'AS', '78', '26', 'TC', '53'];

/** Tests, images, drugs and visits have no period: of them nothing needs to be looked up. */
const mayHavePeriod = (procedure: string): boolean =>
  !isEvaluation(procedure) && !isLaboratory(procedure) && !isImaging(procedure) && !isDrug(procedure);

type Periods = Map<string, GlobalPeriod | undefined>;

/** Periods that were looked up for a visit: its services ask for the same procedures of other visits. */
const lookedUp = new WeakMap<EncounterToScrub, Periods>();

const periodOf = ({ procedure, date }: Dated, encounter: EncounterToScrub): GlobalPeriod | undefined => {
  const known: Periods = lookedUp.get(encounter) ?? new Map();
  lookedUp.set(encounter, known);
  const key = `${procedure} ${date}`;
  if (!known.has(key)) known.set(key, globalPeriodOn(procedure, date));
  return known.get(key);
};

/** The period of a procedure in which a day lies, and in which part of it. */
const periodAround = (
  procedure: Dated,
  day: CalendarDate,
  encounter: EncounterToScrub,
): { readonly period: GlobalPeriod; readonly part: Part } | undefined => {
  const after = daysBetween(procedure.date, day);
  if (after < -1 || after > longestDays || has(procedure, ...beginsNone)) return undefined;
  const period = periodOf(procedure, encounter);
  if (!period || after > period.days || (after < 0 && period.days !== 90)) return undefined;
  const part = after < 0 ? 'before' : after === 0 ? 'same-day' : 'after';
  return partsPaid(procedure).includes(part) ? { period, part } : undefined;
};

/** Critical care that has nothing to do with surgery carries FT in place of 24. */
const unrelated = ['24', 'FT'];

/** What lets a visit be paid beside surgery, by where it lies. */
const freeing = (part: Part, { days }: GlobalPeriod): readonly string[] => {
  if (part === 'after') return [...unrelated, '57'];
  return days === 90 ? [...unrelated, '57'] : [...unrelated, '25', '57'];
};

const inWords = (part: Part, { days }: GlobalPeriod): string => {
  if (part === 'same-day') return 'on the day of';
  return part === 'before' ? 'on the day before' : `within the ${days} days after`;
};

const curesOfVisit = {
  before: 'add 57 where it decided on the operation',
  'same-day': 'add 25 (of surgery with 90 days: 57 where it decided on it)',
  after: 'add 24 where the note shows that it was about something else, or bill 99024',
} as const;

/** How much is sure: Medicare denies what its own schedule covers, and of other payers it is their contract's. */
const severityOf = (
  likeness: Likeness,
  earlier: EarlierService,
  encounter: EncounterToScrub,
): 'block' | 'warn' =>
  likeness === 'same' && isMedicare(encounter.payer) && isOfPayer(earlier, encounter) ? 'block' : 'warn';

const datedOf = (service: CodedService, encounter: EncounterToScrub): Dated => ({
  procedure: service.procedure,
  modifiers: service.modifiers,
  date: dayOf(service, encounter),
});

type Covered = {
  readonly earlier: EarlierService;
  readonly likeness: Likeness;
  readonly period: GlobalPeriod;
  readonly part: Part;
};

/** What was done on other visits from one day to another, both included. */
const between = (
  from: CalendarDate,
  to: CalendarDate,
  { history = [] }: EncounterToScrub,
): readonly EarlierService[] => history.filter(({ date }) => from <= date && date <= to);

/** The procedures of other visits, of who gave a service or somebody like, in whose period its day lies. */
const coveredBy = (service: CodedService, encounter: EncounterToScrub): readonly Covered[] => {
  const day = dayOf(service, encounter);
  const near = between(addDays(day, -longestDays), addDays(day, 1), encounter).filter((one) =>
    mayHavePeriod(one.procedure),
  );
  if (near.length === 0) return [];
  const giver = giverOf(service, encounter);
  return near.flatMap((earlier) => {
    const likeness = likenessOf(giver, earlier);
    const around = likeness === 'other' ? undefined : periodAround(earlier, day, encounter);
    return around ? [{ earlier, likeness, ...around }] : [];
  });
};

/** Of several the surest. */
const surest = (covered: readonly Covered[]): Covered | undefined =>
  covered.find(({ likeness }) => likeness === 'same') ?? covered[0];

const checkVisits = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, (service, at) => {
    if (!isVisit(service.procedure)) return [];
    const found = surest(
      coveredBy(service, encounter).filter(({ part, period }) => !carries(service, ...freeing(part, period))),
    );
    if (!found) return [];
    const { earlier, likeness, period, part } = found;
    const detail = `${service.procedure} lies ${inWords(part, period)} ${earlier.procedure} of ${earlier.date} (${nameOf(earlier)}), and is paid with it: ${curesOfVisit[part]}, else leave it out.`;
    const severity = severityOf(likeness, earlier, encounter);
    return [weighed(period, { path: pathOf(at, 'modifiers'), detail, severity, others: [earlier] })];
  });

/** A further procedure in the days after one is paid where it was staged, a complication in the operating room, or unrelated. */
const checkProcedures = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, (service, at) => {
    if (!isSurgery(service.procedure) || carries(service, '58', '78', '79', '55', '56', '76', '77'))
      return [];
    const found = surest(coveredBy(service, encounter).filter(({ part }) => part === 'after'));
    if (!found || !periodOf(datedOf(service, encounter), encounter)) return [];
    const { earlier, likeness, period, part } = found;
    const detail = `${service.procedure} lies ${inWords(part, period)} ${earlier.procedure} of ${earlier.date} (${nameOf(earlier)}): add 58 where it was planned or staged, 78 where a complication went back to the operating room, 79 where it is unrelated.`;
    const severity = severityOf(likeness, earlier, encounter);
    return [weighed(period, { path: pathOf(at, 'modifiers'), detail, severity, others: [earlier] })];
  });

/** Whether what was billed before says why a procedure that is registered after it does not cover it. */
const isFreed = (billed: EarlierService, part: Part, period: GlobalPeriod): boolean =>
  isVisit(billed.procedure)
    ? has(billed, ...freeing(part, period))
    : part !== 'after' || has(billed, '58', '78', '79', '55', '56', '76', '77');

/** What was billed already, and lies in the period of a procedure that is registered only now. */
const checkBilled = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, (service, at) => {
    if (!mayHavePeriod(service.procedure)) return [];
    const procedure = datedOf(service, encounter);
    const { date } = procedure;
    const near = between(addDays(date, -1), addDays(date, longestDays), encounter).filter(
      (one) => isVisit(one.procedure) || isSurgery(one.procedure),
    );
    if (near.length === 0 || !periodOf(procedure, encounter)) return [];
    const giver = giverOf(service, encounter);
    return near.flatMap((billed) => {
      const around =
        likenessOf(giver, billed) === 'same' ? periodAround(procedure, billed.date, encounter) : undefined;
      if (!around || isFreed(billed, around.part, around.period)) return [];
      if (!isVisit(billed.procedure) && !periodOf(billed, encounter)) return [];
      const { period, part } = around;
      const modifiers = isVisit(billed.procedure)
        ? freeing(part, period).filter((one) => one !== 'FT')
        : ['58', '78', '79'];
      const detail = `${billed.procedure} of ${billed.date} (${nameOf(billed)}) was billed without ${modifiers.join(', ')}, and lies ${inWords(part, period)} ${service.procedure}, with which it is paid: correct that claim, or answer that its payer goes by other rules.`;
      return [weighed(period, { path: pathOf(at, 'procedure'), detail, severity: 'warn', others: [billed] })];
    });
  });

const source =
  'CMS, Medicare Claims Processing Manual 12, 40: global surgery, by the days of the physician fee schedule; CARC 97';

/** Edits on global periods across visits; Medicare's rule, which blocks for Original Medicare alone. */
export const globalPeriodEdits: readonly Edit[] = [
  { code: 'history-global-visit', desk: 'coder', source, check: checkVisits },
  { code: 'history-global-procedure', desk: 'coder', source, check: checkProcedures },
  { code: 'history-global-billed', desk: 'biller', source, severity: 'warn', check: checkBilled },
];
