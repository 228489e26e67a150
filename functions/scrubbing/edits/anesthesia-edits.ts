import type { CodedService } from '../../domain/coding.ts';
import type { Credential } from '../../domain/contract/credential.ts';
import { isAnesthesia } from '../../domain/visit/anesthesia.ts';
import { type Edit, type EncounterToScrub, type Objection, objectIf } from '../edit.ts';
import { carries, credentialOf, eachService, pathOf } from '../facts/each-service.ts';

/** Codes whose work counts by itself and not by its time. */
const untimed = new Set(['01953', '01995', '01996']);

/** Who gave it, and how many at once. */
const byWhom = ['AA', 'AD', 'QK', 'QX', 'QY', 'QZ'];
const ofAnesthesia = [...byWhom, 'G8', 'G9', 'QS', 'P1', 'P2', 'P3', 'P4', 'P5', 'P6'];

const checkMinutes = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, ({ procedure, facts }, at) => {
    const path = pathOf(at, 'facts.minutes');
    const isTimed = isAnesthesia(procedure) && !untimed.has(procedure);
    if (isTimed && facts?.minutes === undefined)
      return [
        { path, detail: `${procedure} is billed by its minutes: register them from the anesthesia record.` },
      ];
    return objectIf(
      !isTimed && facts?.minutes !== undefined,
      path,
      `${procedure} is not billed by minutes: leave them out; its units say the rest.`,
    );
  });

const checkModifier = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, (service, at) => {
    const path = pathOf(at, 'modifiers');
    if (isAnesthesia(service.procedure))
      return objectIf(
        !carries(service, ...byWhom),
        path,
        `${service.procedure} needs the modifier that says who gave it: AA or AD, QK or QY of the physician who directed, QX or QZ of the nurse anesthetist.`,
      );
    const strange = service.modifiers.filter((one) => ofAnesthesia.includes(one));
    return objectIf(
      strange.length > 0,
      path,
      `${strange.join(', ')} belongs on anesthesia (00100–01999), not on ${service.procedure}: leave it out.`,
    );
  });

/** As which licence says that who gave it did: physicians by themselves or directing, nurses and assistants otherwise. */
const physicians: readonly Credential[] = ['MD', 'DO', 'DDS'];
const licences: Readonly<Record<string, readonly Credential[]>> = {
  ...{ AA: physicians, AD: physicians, QK: physicians, QY: physicians },
  ...{ QX: ['CRNA', 'AA'], QZ: ['CRNA'] },
};

const checkLicence = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, (service: CodedService, at) => {
    const credential = credentialOf(service, encounter);
    const wrong = service.modifiers.find(
      (one) => credential !== undefined && licences[one]?.includes(credential) === false,
    );
    return objectIf(
      isAnesthesia(service.procedure) && wrong !== undefined,
      pathOf(at, 'modifiers'),
      `${wrong} on ${service.procedure} is of ${licences[wrong ?? '']?.join(' or ')}, and a ${credential} gave it: choose the modifier of who did, or name who did.`,
    );
  });

/** Two of them contradict each other: one person gives an anesthesia in one way. */
const checkOneOnly = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, ({ procedure, modifiers }, at) => {
    const told = modifiers.filter((one) => byWhom.includes(one));
    const states = modifiers.filter((one) => /^P[1-6]$/.test(one));
    return objectIf(
      told.length > 1 || states.length > 1,
      pathOf(at, 'modifiers'),
      `${procedure} carries ${[...(told.length > 1 ? told : []), ...(states.length > 1 ? states : [])].join(' and ')}, of which one only can be true: keep that one.`,
    );
  });

/** Payers price by who gave it, and take that first. */
const checkFirst = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, ({ procedure, modifiers }, at) =>
    objectIf(
      isAnesthesia(procedure) &&
        modifiers.some((one) => byWhom.includes(one)) &&
        !byWhom.includes(modifiers[0] ?? ''),
      pathOf(at, 'modifiers'),
      `Put the modifier that says who gave ${procedure} first: ${modifiers.find((one) => byWhom.includes(one))}.`,
    ),
  );

/** Edits on anesthesia. */
export const anesthesiaEdits: readonly Edit[] = [
  {
    code: 'filing-anesthesia-minutes',
    source: '837P SV103 (MJ): minutes for anesthesia, and for nothing else; RARC M53',
    desk: 'clinic',
    check: checkMinutes,
  },
  {
    code: 'filing-anesthesia-modifier',
    source: 'CMS, Medicare Claims Processing Manual 12, 50; CARC 4',
    desk: 'coder',
    check: checkModifier,
  },
  {
    code: 'filing-anesthesia-contradiction',
    source: 'CMS, Medicare Claims Processing Manual 12, 50; CARC 4',
    desk: 'coder',
    check: (encounter) => [...checkOneOnly(encounter), ...checkLicence(encounter)],
  },
  {
    code: 'filing-anesthesia-order',
    source: 'CMS, Medicare Claims Processing Manual 12, 50: pricing modifiers first',
    severity: 'warn',
    desk: 'coder',
    check: checkFirst,
  },
];
