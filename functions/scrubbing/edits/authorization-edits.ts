import { isNamed } from '../../domain/contract/claim-rules.ts';
import type { ServiceAuthorization } from '../../domain/patients/authorization.ts';
import { type Edit, type EncounterToScrub, type Objection, objectIf } from '../edit.ts';
import { eachService, pathOf } from '../facts/each-service.ts';

const checkNumber = (encounter: EncounterToScrub): readonly Objection[] => {
  const { registration, payer } = encounter;
  const named = payer?.claimRules?.authorized ?? [];
  return eachService(encounter, ({ procedure, facts }, at) =>
    objectIf(
      isNamed(named, procedure) &&
        facts?.priorAuthorization === undefined &&
        registration.priorAuthorization === undefined,
      pathOf(at, 'facts.priorAuthorization'),
      `${payer?.name} wants ${procedure} authorized: register the number of the authorization, or ask the payer for one after the fact.`,
    ),
  );
};

type Fault = (procedure: string, reply: ServiceAuthorization, isWanted: boolean) => string | undefined;

const usedUp: Fault = (procedure, { left, needed, authorization }) =>
  left !== undefined && left < needed
    ? `The authorization has ${left} ${authorization?.limit?.of ?? 'units'} left, and the visit takes ${needed} with ${procedure}: ask the payer for more, correct the number, or answer what the records lack.`
    : undefined;

/** By what is recorded of the authorization; a number that nobody recorded says nothing. */
const faults: Partial<Record<ServiceAuthorization['outcome'], Fault>> = {
  authorized: usedUp,
  'used-up': usedUp,
  'other-days': (procedure) =>
    `${procedure} was not given on a day of its authorization: register the number of the one that covers it, or ask the payer to extend it.`,
  'other-services': (procedure, _reply, isWanted) =>
    isWanted
      ? `The authorization is for other services than ${procedure}, which the payer wants authorized: register the number of the one that covers it, or ask the payer for one.`
      : undefined,
};

const checkUse = (encounter: EncounterToScrub): readonly Objection[] => {
  const wanted = encounter.payer?.claimRules?.authorized ?? [];
  return eachService(encounter, ({ procedure }, at) => {
    const reply = encounter.authorizations?.[at];
    const detail = reply && faults[reply.outcome]?.(procedure, reply, isNamed(wanted, procedure));
    return detail ? [{ path: pathOf(at, 'facts.priorAuthorization'), detail }] : [];
  });
};

/** Edits on what payers authorized before. */
export const authorizationEdits: readonly Edit[] = [
  {
    code: 'filing-authorization',
    source: 'the payer’s rules; CARC 197, 15',
    desk: 'clinic',
    check: checkNumber,
  },
  {
    code: 'filing-authorization-use',
    source: 'what is recorded of the authorization and billed under it; CARC 198, 197',
    desk: 'clinic',
    severity: 'warn',
    check: checkUse,
  },
];
