import type { CalendarDate } from '../domain/calendar.ts';
import { Claim, type ClaimEvent, ClaimStatus } from '../domain/claim.ts';
import type { ClaimChange, DecideClaim } from '../domain/claim-change.ts';
import { outcomesBetween } from '../domain/history/line-outcome.ts';
import type { Transmission } from '../domain/ids.ts';
import { numbersToIndex } from '../domain/ledger/decision.ts';
import { EventWithEntries, entriesBetween } from '../domain/ledger/entry.ts';
import { BillingError } from '../runtime/errors.ts';
import { outcomeItem, outcomeKey } from './payments/line-outcome-store.ts';
import { ClaimEntity, ClaimEventEntity, ClaimNumberEntity, ledger } from './table.ts';
import { writeTransaction } from './transaction.ts';

const keysOf = (claim: Claim) => ({
  practiceId: claim.practiceId,
  claimId: claim.claimId,
  encounterId: claim.encounterId,
  patientId: claim.patientId,
  status: claim.status,
  dateOfService: claim.dateOfService,
  version: claim.version,
  ...(claim.payerControlNumber && { payerControlNumber: claim.payerControlNumber }),
});

export const findClaim = async (claimId: string): Promise<Claim | undefined> => {
  const { data } = await ClaimEntity.get({ claimId }).go({ consistent: true });
  return data ? Claim.parse(data.record) : undefined;
};

/** Throws RecordNotFound: a workflow names only claims that were generated. */
export const getClaim = async (claimId: string): Promise<Claim> => {
  const claim = await findClaim(claimId);
  if (!claim) throw new BillingError('RecordNotFound', `There is no claim ${claimId}`);
  return claim;
};

/** Writes a new claim with its first event; false when its id is taken already, which then stays as it is. */
export const addClaim = (claim: Claim, event: Omit<ClaimEvent, 'at'>): Promise<boolean> =>
  writeTransaction(() =>
    ledger.transaction
      .write(({ claim: claims, claimEvent }) => [
        claims.create({ ...keysOf(claim), record: claim }).commit(),
        claimEvent.create(eventItem(undefined, claim, event)).commit(),
      ])
      .go(),
  );

/** An event is written once, with the entries that it adds to the claim's money: they are what the claim is folded from. */
const eventItem = (before: Claim | undefined, after: Claim, event: Omit<ClaimEvent, 'at'>) => ({
  claimId: after.claimId,
  version: after.version,
  record: {
    ...event,
    at: new Date().toISOString(),
    entries: entriesBetween(before, after),
  } satisfies EventWithEntries,
});

/** A claim is changed by the workflow, a partner's file and a biller at once, rarely more: five tries are ample. */
const changeAttempts = 5;

/**
 * Applies a decision to the claim as it stands and writes it with its event in one transaction; a change that
 * somebody else made meanwhile is read and decided upon again. Returns the claim as it then is.
 */
export const changeClaim = async (claimId: string, decide: DecideClaim): Promise<Claim> => {
  for (let attempt = 0; attempt < changeAttempts; attempt++) {
    const before = await getClaim(claimId);
    const change = decide(before);
    if (!change) return before;
    const after: Claim = { ...change.claim, version: before.version + 1 };
    if (await replaceClaim(before, after, change.event)) return after;
  }
  throw new BillingError('ConcurrentChange', `Claim ${claimId} kept changing while it was written`);
};

const replaceClaim = (before: Claim, after: Claim, event: Omit<ClaimEvent, 'at'>): Promise<boolean> =>
  writeTransaction(() =>
    ledger.transaction.write((entities) => replacement(before, after, event, entities)).go(),
  );

type ChangeOfClaim = { readonly before: Claim; readonly change: ClaimChange };

/** Writes changes of claims together, and takes transmissions out of their outboxes with them. */
export const writeTogether = (
  changes: readonly ChangeOfClaim[],
  transmissions: readonly Transmission[],
): Promise<boolean> =>
  writeTransaction(() =>
    ledger.transaction.write((entities) => changesTogether(changes, transmissions, entities)).go(),
  );

type LedgerEntities = Parameters<Parameters<typeof ledger.transaction.write>[0]>[0];
type Entities = Pick<LedgerEntities, 'claim' | 'claimEvent' | 'claimNumber' | 'lineOutcome'>;

/** What changes of claims take as parts of a transaction, with transmissions of theirs that no file has taken. */
export const changesTogether = (
  changes: readonly ChangeOfClaim[],
  transmissions: readonly Transmission[],
  entities: Entities & Pick<LedgerEntities, 'queuedClaim'>,
) => [
  ...changes.flatMap(({ before, change: { claim, event } }) =>
    replacement(before, { ...claim, version: before.version + 1 }, event, entities),
  ),
  ...transmissions.map((transmission) =>
    entities.queuedClaim
      .delete({ ...transmission })
      .where(({ taken }, { notExists }) => notExists(taken))
      .commit(),
  ),
];

/** What writing a claim with its event takes, as parts of a transaction. */
const replacement = (
  before: Claim,
  after: Claim,
  event: Omit<ClaimEvent, 'at'>,
  { claim: claims, claimEvent, claimNumber, lineOutcome }: Entities,
) => {
  const { write, remove } = outcomesBetween(before, after);
  return [
    claims
      .put({ ...keysOf(after), record: after })
      .where(({ version }, { eq }) => eq(version, before.version))
      .commit(),
    claimEvent.create(eventItem(before, after, event)).commit(),
    ...numbersToIndex(before, after).map((payerControlNumber) =>
      claimNumber.put({ payerControlNumber, claimId: after.claimId }).commit(),
    ),
    ...remove.map((outcome) => lineOutcome.delete(outcomeKey(after, outcome)).commit()),
    ...write.map((outcome) => lineOutcome.put(outcomeItem(after, outcome)).commit()),
  ];
};

export const claimsOfEncounter = async (practiceId: string, encounterId: string): Promise<Claim[]> => {
  const { data } = await ClaimEntity.query.byEncounter({ practiceId, encounterId }).go({ pages: 'all' });
  return data.map(({ record }) => Claim.parse(record));
};

export const claimsByStatus = async (practiceId: string, status: ClaimStatus): Promise<Claim[]> => {
  const { data } = await ClaimEntity.query.byStatus({ practiceId, status }).go({ pages: 'all' });
  return data.map(({ record }) => Claim.parse(record));
};

/** A practice's claims of a status for services since a date. */
export const claimsSince = async (
  practiceId: string,
  status: ClaimStatus,
  from: string,
): Promise<Claim[]> => {
  const { data } = await ClaimEntity.query
    .byStatus({ practiceId, status })
    .gte({ dateOfService: from })
    .go({ pages: 'all' });
  return data.map(({ record }) => Claim.parse(record));
};

/** A practice's claims for a day of service, whatever their status. */
export const claimsByDateOfService = async (practiceId: string, dateOfService: string): Promise<Claim[]> => {
  const found = await Promise.all(
    ClaimStatus.options.map((status) =>
      ClaimEntity.query.byStatus({ practiceId, status, dateOfService }).go({ pages: 'all' }),
    ),
  );
  return found.flatMap(({ data }) => data.map(({ record }) => Claim.parse(record)));
};

/** The claims of one record of a patient, of all days of service or of those from one on. */
export const claimsOfPatient = async (
  practiceId: string,
  patientId: string,
  since: CalendarDate = firstDay,
): Promise<Claim[]> => {
  const { data } = await ClaimEntity.query
    .byPatient({ practiceId, patientId })
    .between({ dateOfService: since }, { dateOfService: lastDay })
    .go({ pages: 'all' });
  return data.map(({ record }) => Claim.parse(record));
};

const firstDay = '0000-01-01';
const lastDay = '9999-12-31';

/** Payers number their claims each for itself: two of them may use the same number. */
export const claimsByPayerControlNumber = async (payerControlNumber: string): Promise<Claim[]> => {
  const [numbered, indexed] = await Promise.all([
    ClaimNumberEntity.query.primary({ payerControlNumber }).go({ pages: 'all', consistent: true }),
    // Claims from before every number was kept.
    ClaimEntity.query.byPayerControlNumber({ payerControlNumber }).go({ pages: 'all' }),
  ]);
  const ids = new Set([...numbered.data, ...indexed.data].map(({ claimId }) => claimId));
  const claims = await Promise.all([...ids].map(findClaim));
  return claims.filter((claim) => claim !== undefined);
};

/** The claim's history, oldest first, with all entries of its money. */
export const claimHistory = async (claimId: string): Promise<EventWithEntries[]> => {
  const { data } = await ClaimEventEntity.query.primary({ claimId }).go({ pages: 'all' });
  return data.map(({ record }) => EventWithEntries.parse(record));
};
