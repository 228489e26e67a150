import type { CalendarDate } from '../domain/calendar.ts';
import {
  Encounter,
  type EncounterId,
  type EncounterStatus,
  type PatchEncounter,
} from '../domain/encounter.ts';
import { visitReference } from '../domain/visit/visit-reference.ts';
import { BillingError } from '../runtime/errors.ts';
import { EncounterEntity } from './table.ts';
import { isConditionFailure } from './transaction.ts';
import { referTo } from './visits/visit-reference-store.ts';

export const findEncounter = async (id: EncounterId): Promise<Encounter | undefined> => {
  const { data } = await EncounterEntity.get(id).go({ consistent: true });
  return data ? Encounter.parse(data.record) : undefined;
};

/** Throws RecordNotFound: a workflow names only encounters that were received. */
export const getEncounter = async (id: EncounterId): Promise<Encounter> => {
  const encounter = await findEncounter(id);
  if (!encounter) throw new BillingError('RecordNotFound', `There is no visit ${visitReference(id)}`);
  return encounter;
};

const emptyEncounter = (id: EncounterId): Encounter => ({
  ...id,
  status: 'registered',
  version: 0,
  suggestions: [],
  questions: [],
  findings: [],
  codesAcceptedFor: [],
  restartedFor: [],
  overrides: [],
  codingRounds: 0,
  createdAt: new Date().toISOString(),
});

export const encounterKeys = (encounter: Encounter) => ({
  practiceId: encounter.practiceId,
  encounterId: encounter.encounterId,
  status: encounter.status,
  createdAt: encounter.createdAt,
  version: encounter.version,
  ...(encounter.registration && { patientId: encounter.registration.patient.patientId }),
});

/** An encounter's two files may arrive at the same moment, and the workflow writes after them: five tries are ample. */
const changeAttempts = 5;

/**
 * Writes a patch over the encounter as it stands, creating it when it is new, and reads again when somebody else
 * wrote meanwhile. Returns the encounter as it then is.
 */
export const changeEncounter = async (id: EncounterId, patch: PatchEncounter): Promise<Encounter> => {
  for (let attempt = 0; attempt < changeAttempts; attempt++) {
    const before = (await findEncounter(id)) ?? emptyEncounter(id);
    const difference = patch(before);
    if (!difference) return before;
    const after: Encounter = { ...before, ...difference, version: before.version + 1 };
    // Before the visit: whoever reads its reference in a log finds it, whatever came in between.
    if (before.version === 0) await referTo(id);
    if (await replaceEncounter(before, after)) return after;
  }
  throw new BillingError(
    'ConcurrentChange',
    `Visit ${visitReference(id)} kept changing while it was written`,
  );
};

const replaceEncounter = async (before: Encounter, after: Encounter): Promise<boolean> => {
  try {
    await EncounterEntity.put({ ...encounterKeys(after), record: after })
      .where(({ version }, { eq, notExists }) =>
        before.version === 0 ? notExists(version) : eq(version, before.version),
      )
      .go();
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
};

export const encountersByStatus = async (
  practiceId: string,
  status: EncounterStatus,
): Promise<Encounter[]> => {
  const { data } = await EncounterEntity.query.byStatus({ practiceId, status }).go({ pages: 'all' });
  return data.map(({ record }) => Encounter.parse(record));
};

/** Every visit of one record of a patient. */
export const encountersOfPatient = async (practiceId: string, patientId: string): Promise<Encounter[]> => {
  const { data } = await EncounterEntity.query.byPatient({ practiceId, patientId }).go({ pages: 'all' });
  return data.map(({ record }) => Encounter.parse(record));
};

/**
 * The visits of one record of a patient, registered since a day, that are coded and have no claim: one is about to be
 * made, or the patient pays. Those that were just claimed are among them, for the index of claims may lag.
 */
export const unclaimedOfPatient = async (
  practiceId: string,
  patientId: string,
  since: CalendarDate,
): Promise<Encounter[]> => {
  const { data } = await EncounterEntity.query
    .byPatient({ practiceId, patientId })
    .between({ createdAt: since }, { createdAt: '9999' })
    .where(
      ({ status, createdAt }, { eq, gte }) =>
        `${eq(status, 'coded')} OR ${eq(status, 'self-pay')} OR (${eq(status, 'claimed')} AND ${gte(createdAt, lately())})`,
    )
    .go({ pages: 'all' });
  return data.map(({ record }) => Encounter.parse(record));
};

/** Longer than an index ever lags. */
const lately = (): string => new Date(Date.now() - 86_400_000).toISOString();
