import { nameOf } from '../../domain/history/earlier-service.ts';
import { type Edit, type EncounterToScrub, type Objection, objectIf } from '../edit.ts';
import { besides, carries, eachService, ofModifiers, pathOf, sessionOf } from '../facts/each-service.ts';
import { earlierBeside } from '../facts/history.ts';
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

const checkAssistant = ofModifiers((service) =>
  carries(service, '80', '81', '82', 'AS') && !isSurgery(service.procedure)
    ? `Nobody assists at ${service.procedure}: 80, 81, 82 and AS belong on surgery.`
    : undefined,
);

/** Who assists without being a physician says so to Medicare by AS. */
const checkAssistantKind = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, (service, at) => {
    const npi = service.facts?.renderingProviderNpi ?? encounter.registration.renderingProviderNpi;
    const credential = encounter.practice.providers.find((one) => one.npi === npi)?.credential;
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
      .map((one) => ({ ...one, where: '' }));
    const elsewhere = earlierBeside(service, encounter).map((one) => ({
      ...one,
      where: ` (${nameOf(one)})`,
    }));
    const other = [...before, ...elsewhere].find(
      ({ procedure }) => isVisit(procedure) && procedure !== service.procedure,
    );
    return objectIf(
      other !== undefined && !other.modifiers.some((one) => ofTheirOwn.includes(one)),
      pathOf(at, 'modifiers'),
      `${other?.procedure}${other?.where} and ${service.procedure} are two visits of one day: add 25 to the one that the note shows to be separate, or bill one.`,
    );
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
    source: 'CPT, appendix A: assistants at surgery; CARC 54',
    check: checkAssistant,
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
