import type { Claim } from '../domain/claim.ts';
import type { ChangeClaim } from '../domain/claim-change.ts';
import { patientControlNumber, type Transmission } from '../domain/ids.ts';
import type { BilledTransmission } from '../domain/outbox/billed-in-file.ts';
import { type FoundSent, recordFound, recordNotFound } from '../domain/outbox/found-sent.ts';
import { type LeaveEffects, leaveOutbox } from '../domain/outbox/leave-outbox.ts';
import type { FindQueued } from '../domain/outbox/outbox.ts';
import { type PartnerFile, transmissionsIn } from '../domain/partner-file.ts';
import { isOfFile, lastNumberOf, readSentFile, type SentFile, type SentObject } from './sent-file.ts';

export type ReconcileSentEffects = LeaveEffects & {
  /** The text of an object, with what is said of it. */
  readonly readSent: (key: string) => Promise<{
    readonly text: string;
    readonly facts: Readonly<Record<string, string>>;
  }>;
  readonly findPartnerFile: (
    partnerId: string,
    direction: PartnerFile['direction'],
    fileId: string,
  ) => Promise<PartnerFile | undefined>;
  readonly savePartnerFile: (file: PartnerFile) => Promise<void>;
  /** Keeps the number of a purpose, where it has none. */
  readonly keepNumber: (file: PartnerFile) => Promise<void>;
  /** Lets a partner's counter stand at a number at least. */
  readonly raiseNumbers: (partnerId: string, number: number) => Promise<void>;
  readonly findClaim: (claimId: string) => Promise<Claim | undefined>;
  readonly changeClaim: ChangeClaim;
  readonly findQueued: FindQueued;
  /** Keeps that a transmission went out whose claim is not known (yet). */
  readonly noteFound: (found: FoundSent) => Promise<void>;
  /** Forgets that, once the claim knows it. */
  readonly forgetFound: (transmission: Transmission) => Promise<void>;
};

/** What became of the records. Transmissions are named as CLM01 does, files by their keys. */
export type ReconciledSent = {
  /** Files of which the records did not know, or said something else. */
  readonly files: readonly string[];
  /** Transmissions that stand in files, of which the records did not know that they were sent. */
  readonly sent: readonly string[];
  /** Transmissions that the records have as sent in a file that does not hold them: they go out again. */
  readonly notSent: readonly string[];
  /** Claims that stand in files and in no record: of visits that were registered later. */
  readonly missing: readonly FoundSent[];
  /** Objects that are no files of ours. */
  readonly strange: readonly string[];
};

/**
 * Brings records into line with the files that went out, which are facts: what stands in a file was sent under its
 * number, and nothing else was. Done again, it changes nothing more.
 */
export const reconcileSent = async (
  objects: readonly SentObject[],
  effects: ReconcileSentEffects,
): Promise<ReconciledSent> => {
  const found = { files: [], sent: [], notSent: [], missing: [], strange: [] } as Found;
  // In the order of their numbers: what was sent first is recorded first.
  for (const object of [...objects].sort((a, b) => numberIn(a.key) - numberIn(b.key))) {
    const file = readSentFile(object, await effects.readSent(object.key));
    if (!file) found.strange.push(object.key);
    else await reconcileFile(file, found, effects);
  }
  return found;
};

type Found = { -readonly [K in keyof ReconciledSent]: ReconciledSent[K][number][] };

const numberIn = (key: string): number => Number(/(\d{9})\.\w+$/.exec(key)?.[1] ?? 0);

const reconcileFile = async (file: SentFile, found: Found, effects: ReconcileSentEffects): Promise<void> => {
  const { partnerId, direction, fileId, key } = file.record;
  const known = await effects.findPartnerFile(partnerId, direction, fileId);
  const isKnown = known !== undefined && isOfFile(known, file);
  const record = isKnown ? known : file.record;
  if (!isKnown) {
    await effects.savePartnerFile(record);
    found.files.push(key);
  }
  await effects.keepNumber(record);
  await effects.raiseNumbers(partnerId, lastNumberOf(record));
  for (const billed of file.billed) await recordBilled(billed, record, found, effects);
  if (known && !isKnown) await takeBack(known, file, found, effects);
};

const nameOf = ({ claimId, submissionNumber }: Transmission): string =>
  patientControlNumber(claimId, submissionNumber);

const recordBilled = async (
  billed: BilledTransmission,
  file: PartnerFile,
  found: Found,
  effects: ReconcileSentEffects,
): Promise<void> => {
  const { claimId } = billed;
  if (!(await effects.findClaim(claimId))) {
    const { fileId, key, at } = file;
    const missing = { ...billed, fileId, key, at };
    await effects.noteFound(missing);
    // Made meanwhile, it may have looked for the note before that was there.
    if (!(await effects.findClaim(claimId))) {
      found.missing.push(missing);
      return;
    }
  }
  let isNew = false;
  await effects.changeClaim(claimId, (claim) => {
    const change = recordFound(claim, billed, file);
    isNew = change !== undefined;
    return change;
  });
  if (isNew) found.sent.push(nameOf(billed));
  const queued = await effects.findQueued(billed);
  if (queued) await leaveOutbox(queued, 'sent', effects);
  await effects.forgetFound(billed);
};

/** What a record said of a file that is not so: those claims were never sent, and wait again. */
const takeBack = async (
  known: PartnerFile,
  { record, billed }: SentFile,
  found: Found,
  effects: ReconcileSentEffects,
): Promise<void> => {
  const standing = new Set(billed.map(nameOf));
  for (const transmission of transmissionsIn(known)) {
    const { claimId, submissionNumber } = transmission;
    if (standing.has(nameOf(transmission)) || !(await effects.findClaim(claimId))) continue;
    let isNew = false;
    await effects.changeClaim(claimId, (claim) => {
      const change = recordNotFound(claim, submissionNumber, record.key);
      isNew = change !== undefined;
      return change;
    });
    if (isNew) found.notSent.push(nameOf(transmission));
  }
};
