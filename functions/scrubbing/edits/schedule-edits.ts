import type { CodeSetRecord } from '../../../codesets/records.ts';
import type { Edit, EncounterToScrub, Objection } from '../edit.ts';
import { carries, eachService, pathOf, placeOf } from '../facts/each-service.ts';
import { hasComponents, proceduresBeside, scheduleOf, wholeOf } from '../facts/fee-schedule.ts';
import { weighed } from '../facts/of-edition.ts';
import { isMedicare } from '../facts/payer-kinds.ts';
import { isVisit } from '../facts/service-kinds.ts';

/** By the schedule's indicator: 150 percent with 50 is of 1 alone, and 3 pays each side in full. */
const bilateralFault = ({ bilateral }: CodeSetRecord<'mpfs'>, units: number): string | undefined => {
  switch (bilateral) {
    case '0':
      return 'is paid once, whichever sides it was done on: leave 50 out.';
    case '2':
      return 'is of both sides already: leave 50 out.';
    case '9':
      return 'has no sides: leave 50 out.';
    default:
      return units > 1 ? 'with 50 is both sides by itself: bill one unit.' : undefined;
  }
};

const checkBilateral = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, (service, at) => {
    const whole = carries(service, '50') ? wholeOf(service, encounter) : undefined;
    const fault = whole && bilateralFault(whole, service.units);
    if (!whole || fault === undefined) return [];
    return [weighed(whole, { path: pathOf(at, 'modifiers'), detail: `${service.procedure} ${fault}` })];
  });

const checkComponents = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, (service, at) => {
    const records = carries(service, '26', 'TC') ? scheduleOf(service, encounter) : [];
    const [first] = records;
    if (!first || hasComponents(records)) return [];
    const detail = `${service.procedure} has no professional and technical component: leave 26 or TC out, or choose the code that is the component.`;
    return [weighed(first, { path: pathOf(at, 'modifiers'), detail })];
  });

/** Whose equipment and staff are the hospital's. */
const hospitals = ['19', '21', '22', '23'];

const checkComponentsOfHospital = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, (service, at) => {
    if (!hospitals.includes(placeOf(service, encounter)) || carries(service, '26')) return [];
    const records = scheduleOf(service, encounter);
    const [first] = records;
    if (!first || !hasComponents(records)) return [];
    const detail = `The technical part of ${service.procedure} is the hospital’s in this place: bill what the physician did, with 26.`;
    return [weighed(first, { path: pathOf(at, 'modifiers'), detail })];
  });

const named = (procedures: readonly { readonly procedure: string }[]): string =>
  [...new Set(procedures.map(({ procedure }) => procedure))].join(', ');

/** A visit beside a procedure is paid where it was separate, or decided on major surgery. */
const checkVisitBeside = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, (service, at) => {
    if (!isVisit(service.procedure)) return [];
    const beside = proceduresBeside(service, encounter);
    const major = beside.filter(({ period }) => period.days === 90);
    const minor = beside.filter(({ period }) => period.days < 90);
    const path = pathOf(at, 'modifiers');
    if (major[0] && !carries(service, '57', '24')) {
      const detail = `${service.procedure} is paid with ${named(major)} of the same day (90 days): where it decided on the operation add 57, else leave it out.`;
      return [weighed(major[0].period, { path, detail })];
    }
    if (!minor[0] || carries(service, '25') || (major[0] && carries(service, '57', '24'))) return [];
    const detail = `${service.procedure} is paid with ${named(minor)} of the same day: where the note shows a visit beyond it add 25, else leave it out.`;
    return [weighed(minor[0].period, { path, detail })];
  });

const checkDecision = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, (service, at) => {
    if (!isVisit(service.procedure) || !carries(service, '57')) return [];
    const beside = proceduresBeside(service, encounter);
    const [first] = beside;
    if (!first || beside.some(({ period }) => period.days === 90)) return [];
    const detail = `57 is of visits that decide on major surgery (90 days), and ${named(beside)} is minor: use 25.`;
    return [weighed(first.period, { path: pathOf(at, 'modifiers'), detail, severity: 'warn' })];
  });

const statuses: Readonly<Record<string, string>> = {
  B: 'is paid with other services and never by itself: leave it out',
  I: 'is not valid for Medicare: look for the G code that it uses instead',
  N: 'is not covered by Medicare: leave it out, or bill it with GY for a denial',
};

/** Reported at no charge, for whoever wants to know. */
const isReported = (procedure: string): boolean => procedure === '99024' || /^\d{4}F$/.test(procedure);

/** What Medicare never pays; drugs and laboratory tests are priced by lists of their own. */
const checkStatus = (encounter: EncounterToScrub): readonly Objection[] => {
  if (!isMedicare(encounter.payer)) return [];
  return eachService(encounter, (service, at) => {
    const whole = wholeOf(service, encounter);
    if (
      !whole ||
      isReported(service.procedure) ||
      statuses[whole.status] === undefined ||
      carries(service, 'GY', 'GX')
    )
      return [];
    const detail = `${service.procedure} ${statuses[whole.status]}.`;
    return [weighed(whole, { path: pathOf(at, 'procedure'), detail, severity: 'warn' })];
  });
};

/** Edits by the physician fee schedule of the day of service. */
export const scheduleEdits: readonly Edit[] = [
  {
    code: 'modifier-bilateral',
    desk: 'coder',
    source: 'CMS, physician fee schedule: bilateral surgery indicator; CARC 4',
    check: checkBilateral,
  },
  {
    code: 'modifier-component',
    desk: 'coder',
    source: 'CMS, physician fee schedule: components 26 and TC; CARC 4',
    check: checkComponents,
  },
  {
    code: 'modifier-component-in-hospital',
    desk: 'coder',
    source: 'CMS, Medicare Claims Processing Manual 13, 20: components by place; CARC 5, 109',
    severity: 'warn',
    check: checkComponentsOfHospital,
  },
  {
    code: 'modifier-visit-with-procedure',
    desk: 'coder',
    source: 'CMS, physician fee schedule: global days; NCCI policy manual, chapter I; CARC 97',
    check: checkVisitBeside,
  },
  {
    code: 'modifier-57-with-minor',
    desk: 'coder',
    source: 'CMS, Medicare Claims Processing Manual 12, 40.2; CARC 4, 97',
    severity: 'warn',
    check: checkDecision,
  },
  {
    code: 'procedure-not-paid-by-medicare',
    desk: 'coder',
    source: 'CMS, physician fee schedule: status codes B, I and N; CARC 96, 97',
    severity: 'warn',
    check: checkStatus,
  },
];
