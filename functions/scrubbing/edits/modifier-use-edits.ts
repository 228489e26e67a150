import { nameOf } from '../../domain/history/earlier-service.ts';
import { type Edit, type EncounterToScrub, type Objection, objectIf } from '../edit.ts';
import {
  besides,
  carries,
  credentialOf,
  eachService,
  ofModifiers,
  pathOf,
  sessionOf,
} from '../facts/each-service.ts';
import { wholeOf } from '../facts/fee-schedule.ts';
import { earlierBeside } from '../facts/history.ts';
import { weighed } from '../facts/of-edition.ts';
import { isMedicare } from '../facts/payer-kinds.ts';
import { isSurgery, isTherapy, isVisit } from '../facts/service-kinds.ts';

/** Contractors put it themselves, by the schedule. */
const checkMultiple = (encounter: EncounterToScrub): readonly Objection[] =>
  isMedicare(encounter.payer)
    ? ofModifiers((service) =>
        carries(service, '51')
          ? `Medicare ranks several procedures by itself: leave 51 off ${service.procedure}.`
          : undefined,
      )(encounter)
    : [];

const plans = ['GP', 'GO', 'GN'];

const checkTherapy = (encounter: EncounterToScrub): readonly Objection[] =>
  isMedicare(encounter.payer)
    ? ofModifiers((service) =>
        isTherapy(service.procedure) && !carries(service, ...plans)
          ? `${service.procedure} is therapy, and Medicare wants to know of which plan: add GP (physical), GO (occupational) or GN (speech).`
          : undefined,
      )(encounter)
    : [];

const assistants = ['80', '81', '82', 'AS'];

const checkAssistantAtSurgery = ofModifiers((service) =>
  carries(service, ...assistants) && !isSurgery(service.procedure)
    ? `Nobody assists at ${service.procedure}: 80, 81, 82 and AS belong on surgery.`
    : undefined,
);

/** How surgeons share an operation, the indicators of the schedule by which nobody is paid for it, and the words for it. */
const shared = [
  { modifiers: assistants, by: 'assistant', never: ['1', '9'], who: 'assistant' },
  { modifiers: ['62'], by: 'coSurgeons', never: ['0', '9'], who: 'second surgeon (62)' },
  { modifiers: ['66'], by: 'team', never: ['0', '9'], who: 'team of surgeons (66)' },
] as const;

/** Other payers follow the schedule, unless their contracts say otherwise. */
const checkShared = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, (service, at) => {
    const told = shared.filter(({ modifiers }) => carries(service, ...modifiers));
    const whole = told.length > 0 && isSurgery(service.procedure) ? wholeOf(service, encounter) : undefined;
    if (!whole) return [];
    return told
      .filter(({ by, never }) => never.some((one) => one === whole[by]))
      .map(({ who }) => {
        const detail = `No ${who} is paid at ${service.procedure}, by Medicare’s fee schedule: leave the line out, or answer that the contract has it otherwise.`;
        const objection = weighed(whole, { path: pathOf(at, 'modifiers'), detail });
        return isMedicare(encounter.payer) ? objection : { ...objection, severity: 'warn' as const };
      });
  });

/** Who assists without being a physician says so to Medicare by AS. */
const checkAssistantKind = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, (service, at) => {
    const credential = credentialOf(service, encounter);
    if (credential === undefined) return [];
    const isPhysician = ['MD', 'DO', 'DPM', 'DDS'].includes(credential);
    const path = pathOf(at, 'modifiers');
    if (carries(service, 'AS') && isPhysician)
      return [
        {
          path,
          detail: `AS is of assistants who are no physicians, and a ${credential} assisted at ${service.procedure}: use 80, 81 or 82.`,
        },
      ];
    return objectIf(
      isMedicare(encounter.payer) && carries(service, '80', '81', '82') && !isPhysician,
      path,
      `A ${credential} assisted at ${service.procedure}: Medicare wants AS.`,
    );
  });

/** Without anything else on the day there is nothing that the visit is separate from. */
const checkAlone = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, (service, at) =>
    objectIf(
      isVisit(service.procedure) &&
        carries(service, '25') &&
        besides(service, encounter).length === 0 &&
        earlierBeside(service, encounter).length === 0,
      pathOf(at, 'modifiers'),
      `25 says that ${service.procedure} is separate from something else of the day, and nothing else is billed: leave it out, or add what is missing.`,
    ),
  );

/** What tells a visit apart from another of its day. */
const ofTheirOwn = ['25', '24', '57'];

/** Two visits of a day are one, unless they were for something else; also where another claim has the other. */
const checkTwoVisits = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, (service, at) => {
    if (!isVisit(service.procedure) || carries(service, ...ofTheirOwn)) return [];
    const before = encounter.codes.services
      .slice(0, at)
      .filter((one) => sessionOf(one, encounter) === sessionOf(service, encounter))
      .map((one) => ({ ...one, where: '', others: [] }));
    const elsewhere = earlierBeside(service, encounter).map((one) => ({
      ...one,
      where: ` (${nameOf(one)})`,
      others: [one],
    }));
    const other = [...before, ...elsewhere].find(
      ({ procedure }) => isVisit(procedure) && procedure !== service.procedure,
    );
    if (other === undefined || other.modifiers.some((one) => ofTheirOwn.includes(one))) return [];
    const detail = `${other.procedure}${other.where} and ${service.procedure} are two visits of one day: add 25 to the one that the note shows to be separate, or bill one.`;
    return [{ path: pathOf(at, 'modifiers'), detail, others: other.others }];
  });

/** Edits on modifiers by who pays, who did the service, and what else was done that day. */
export const modifierUseEdits: readonly Edit[] = [
  {
    code: 'modifier-51-at-medicare',
    desk: 'coder',
    source: 'CMS, Medicare Claims Processing Manual 12, 40.6',
    severity: 'warn',
    check: checkMultiple,
  },
  {
    code: 'modifier-therapy',
    desk: 'coder',
    source: 'CMS, Medicare Claims Processing Manual 5, 20: GP, GO, GN; CARC 4',
    check: checkTherapy,
  },
  {
    code: 'modifier-assistant',
    desk: 'coder',
    source: 'CPT, appendix A; CMS, physician fee schedule: assistants, co-surgeons and teams; CARC 54',
    check: (encounter) => [...checkAssistantAtSurgery(encounter), ...checkShared(encounter)],
  },
  {
    code: 'modifier-assistant-kind',
    desk: 'coder',
    source: 'CMS, Medicare Claims Processing Manual 12, 20.4.3; CARC 4, 54',
    severity: 'warn',
    check: checkAssistantKind,
  },
  {
    code: 'modifier-25-alone',
    desk: 'coder',
    source: 'CPT, appendix A: 25',
    severity: 'info',
    check: checkAlone,
  },
  {
    code: 'modifier-two-visits',
    desk: 'coder',
    source: 'CMS, Medicare Claims Processing Manual 12, 30.6.5; CARC 18, 97',
    severity: 'warn',
    check: checkTwoVisits,
  },
];
