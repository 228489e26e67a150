import type { Acknowledgement } from '../domain/claim.ts';
import { parsePatientControlNumber } from '../domain/ids.ts';
import { mayGoAgain, recordSent, sendAgain } from '../domain/outbox/transmissions.ts';
import {
  type PartnerFile,
  type SentSet,
  transmissionsIn,
  transmissionsOfSet,
} from '../domain/partner-file.ts';
import type { PostingEffects } from '../domain/posting.ts';
import type { ImplementationAcknowledgement, TransactionSetAcknowledgement } from '../edi/x999/loops.ts';
import { acceptFile } from './acknowledge-submission.ts';
import { claimsInSet } from './claims-in-set.ts';
import { answerWaits, postVerdict } from './post-verdict.ts';
import { refusedBy999, setReasons } from './read-999.ts';
import { readBatch999, type SetVerdict } from './read-batch-999.ts';
import { refuseTogether } from './refuse-together.ts';
import { sortRefusedSet } from './sort-refused-set.ts';

/** A file of ours that is a batch of claims. */
export type Batch = PartnerFile & { readonly sets: readonly SentSet[] };

export const isBatch = (file: PartnerFile | undefined): file is Batch => file?.sets !== undefined;

/**
 * An answer may be faster than we are: it proves that its file went out, and the claims in it are recorded as sent before
 * anything is said of them.
 */
export const recordBatchSent = async (file: Batch, { changeClaim }: PostingEffects): Promise<void> => {
  for (const { claimId, submissionNumber } of transmissionsIn(file))
    await changeClaim(claimId, (claim) => recordSent(claim, submissionNumber, file));
};

/** Posts what a 999 says of each set of a batch; returns the sets of which nobody can tell what it says. */
export const postBatch999 = async (
  file: Batch,
  group: ImplementationAcknowledgement,
  effects: PostingEffects,
): Promise<SentSet[]> => {
  await recordBatchSent(file, effects);
  const verdicts = readBatch999(file.sets, group);
  for (const { set, verdict } of verdicts) if (verdict === 'accepted') await acceptSet(set, effects);
  await refuseSets(file, verdicts.filter(isRefused), group.status, effects);
  return verdicts.flatMap(({ set, verdict }) => (verdict === 'unclear' ? [set] : []));
};

type RefusedSet = Extract<SetVerdict, { verdict: 'refused' }>;

const isRefused = (one: SetVerdict): one is RefusedSet => one.verdict === 'refused';

const acceptSet = async (set: SentSet, { changeClaim }: PostingEffects): Promise<void> => {
  for (const { claimId, submissionNumber } of transmissionsOfSet(set))
    await changeClaim(claimId, (claim) => acceptFile(claim, submissionNumber));
};

/** What sets that were refused have in common is asked about once, whatever is told of the claims of each. */
const refuseSets = async (
  file: Batch,
  refused: readonly RefusedSet[],
  groupStatus: string,
  effects: PostingEffects,
): Promise<void> => {
  const text = refused.some(({ told }) => told) ? ((await effects.readSentFile(file)) ?? '') : '';
  const claims: string[] = [];
  const reasons: Acknowledgement['reasons'] = [];
  for (const { set, told } of refused) {
    const common = told ? await refuseSet(set, told, text, effects) : { claims: set.claims, reasons: [] };
    claims.push(...common.claims);
    reasons.push(...common.reasons);
  }
  await refuseTogether(file, claims, refusedBy999(reasons, groupStatus), effects);
};

type Common = { readonly claims: readonly string[]; readonly reasons: Acknowledgement['reasons'] };

/** Rejects the claims at fault and sends those beside them again; returns those that a person is to be asked about. */
const refuseSet = async (
  set: SentSet,
  told: TransactionSetAcknowledgement,
  text: string,
  effects: PostingEffects,
): Promise<Common> => {
  const { named, common, others } = sortRefusedSet(set, told, claimsInSet(text, set.controlNumber));
  for (const [number, reasons] of named) {
    const sent = parsePatientControlNumber(number);
    if (sent) await postVerdict(sent, refusedBy999(reasons, told.status), effects);
  }
  const tired: string[] = [];
  for (const number of others) if (!(await goAgain(number, effects))) tired.push(number);
  if (tired.length === 0) return common;
  return { claims: [...common.claims, ...tired], reasons: [...common.reasons, ...setReasons(told)] };
};

/** The set was refused, and not for this claim. */
const forOthers: Acknowledgement = {
  outcome: 'rejected',
  source: '999',
  reasons: [{ code: 'IK5', text: 'The set was refused for other claims in it; this one goes out again' }],
};

/** False where the claim went out again too often for that to go on by itself. */
const goAgain = async (number: string, effects: PostingEffects): Promise<boolean> => {
  const sent = parsePatientControlNumber(number);
  const claim = sent && (await effects.findClaim(sent.claimId));
  if (!claim) return true;
  const { claimId, submissionNumber } = sent;
  if (!mayGoAgain(claim, submissionNumber)) return false;
  const after = await effects.changeClaim(claimId, (before) =>
    sendAgain(before, submissionNumber, forOthers),
  );
  if (after) await answerWaits(after, submissionNumber, effects);
  return true;
};
