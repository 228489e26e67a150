import { type TrialPayments, trialPayments } from '../../cli/remittance/trial-payments.ts';
import { forwardedClaim } from '../../functions/coordination/next-claim.ts';
import type { Claim, ClaimEvent } from '../../functions/domain/claim.ts';
import type { Finding } from '../../functions/domain/finding.ts';
import { isSameClaim } from '../../functions/domain/ids.ts';
import { knownControlNumbers } from '../../functions/domain/ledger/decision.ts';
import { type Entry, entriesBetween } from '../../functions/domain/ledger/entry.ts';
import type { Held } from '../../functions/domain/ledger/payment.ts';
import type { HeldBatch } from '../../functions/domain/outbox/held-batch.ts';
import type { PartnerFile } from '../../functions/domain/partner-file.ts';
import type { Addressee, PostingEffects, ReceivedFile, Recovery } from '../../functions/domain/posting.ts';
import type { TaskOutcome } from '../../functions/domain/task.ts';
import type { TaskDraft } from '../../functions/domain/task-draft.ts';
import type { Answer } from '../../functions/domain/wait.ts';
import { postPart } from '../../functions/remittance/post-part.ts';
import { stage835 } from '../../functions/remittance/staging/stage-remittances.ts';

type RaisedTask = {
  readonly draft: TaskDraft;
  readonly to: Addressee;
  /** Of one that is closed. */
  readonly outcome?: TaskOutcome;
};

/** The records as they are in memory: what a reader of partner files leaves behind. */
export type PostingRecords = {
  readonly effects: PostingEffects;
  readonly claims: Map<string, Claim>;
  readonly events: Omit<ClaimEvent, 'at'>[];
  /** By claim, as the store writes them with each event. */
  readonly entries: Map<string, Entry[]>;
  /** By wait; as in the store, the first answer stays. */
  readonly answers: Map<string, Answer>;
  readonly recoveries: Map<string, Recovery>;
  readonly payments: TrialPayments;
  readonly reopened: string[];
  readonly tasks: Map<string, RaisedTask>;
  /** Claims that were refused together, by the id of what holds them. */
  readonly held: Map<string, HeldBatch>;
  /** Answers about files of ours as a whole that have come: "000004711 999". */
  readonly fileAnswers: Set<string>;
};

export const recordsOf = (
  claims: readonly Claim[],
  sentFiles: readonly PartnerFile[] = [],
): PostingRecords => {
  const records: Omit<PostingRecords, 'effects'> = {
    claims: new Map(claims.map((claim) => [claim.claimId, claim])),
    events: [],
    entries: new Map(claims.map((claim) => [claim.claimId, entriesBetween(undefined, claim)])),
    answers: new Map(),
    recoveries: new Map(),
    payments: trialPayments(async ({ npis, taxIds }) =>
      npis.includes('1234567893') || taxIds.includes('123456789') ? 'maple-street' : undefined,
    ),
    reopened: [],
    tasks: new Map(),
    held: new Map(),
    fileAnswers: new Set(),
  };
  return { ...records, effects: effectsOn(records, sentFiles) };
};

const effectsOn = (
  {
    claims,
    events,
    entries,
    answers,
    recoveries,
    payments,
    reopened,
    tasks,
    held,
    fileAnswers,
  }: Omit<PostingRecords, 'effects'>,
  sentFiles: readonly PartnerFile[],
): PostingEffects => ({
  payments: payments.records,
  billingOf: async () => ({
    npis: ['1234567893'],
    taxIds: ['123456789'],
    partnerIds: ['payer-simulator'],
    classRules: [],
    contracts: [{ payerId: 'northwind', name: 'Northwind Health' }],
  }),
  findClaim: async (claimId) => claims.get(claimId),
  claimsByPayerControlNumber: async (number) =>
    [...claims.values()].filter((claim) => knownControlNumbers(claim).includes(number)),
  claimsByDateOfService: async (practiceId, dateOfService) =>
    [...claims.values()].filter(
      (claim) => claim.practiceId === practiceId && claim.dateOfService === dateOfService,
    ),
  forwardedClaim: async (claim) => {
    const forwarded = forwardedClaim(claim, '2026-10-14T09:00:00.000Z');
    const known = [...claims.values()].find((one) => isSameClaim(one, forwarded)) ?? forwarded;
    claims.set(known.claimId, known);
    return known;
  },
  saveRecovery: async (number, recovery) =>
    void recoveries.set(`${number}/${recovery.takeback.takebackId}`, recovery),
  recoveriesOf: async (wanted) =>
    [...recoveries].filter(([key]) => key.startsWith(`${wanted}/`)).map(([, recovery]) => recovery),
  changeClaim: async (claimId, decide) => {
    const before = claims.get(claimId);
    const change = before && decide(before);
    if (!change) return before;
    const after = { ...change.claim, version: before.version + 1 };
    claims.set(claimId, after);
    events.push(change.event);
    entries.set(claimId, [...(entries.get(claimId) ?? []), ...entriesBetween(before, after)]);
    return after;
  },
  answerWait: async (waitId, answer) => {
    if (!answers.has(waitId)) answers.set(waitId, answer);
  },
  findSentFile: async (partnerId, controlNumber) =>
    sentFiles.find((file) => file.partnerId === partnerId && Number(file.fileId) === controlNumber),
  reopenClaim: async ({ claimId }) => {
    reopened.push(claimId);
  },
  readSentFile: async () => undefined,
  noteFileAnswer: async ({ fileId }, answer) => void fileAnswers.add(`${fileId} ${answer}`),
  holdBatch: async (one) => void held.set(one.heldId, one),
  practicesPaid: async ({ npis }) => (npis.includes('1234567893') ? ['maple-street'] : []),
  practicesOf: async () => ['maple-street'],
  followAllowed: async () => {},
  withdrawOutdated: async () => {},
  raiseTask: async (draft, to, taskId) => {
    const id = to.practiceId ? `${taskId}-${to.practiceId}` : taskId;
    if (!tasks.has(id)) tasks.set(id, { draft, to });
  },
});

/** Posts an 835 as a file that comes: takes it up, then posts its parts. Returns all that is said of file and claims. */
export const post835 = async (file: ReceivedFile, records: PostingRecords): Promise<Finding[]> => {
  const findings = await stage835(file, records.effects);
  return [...findings, ...(await postStaged(records))];
};

/** Posts the parts that are handed on, and returns what they hold. */
export const postStaged = async ({
  payments: { staged, parts },
  effects,
}: PostingRecords): Promise<Held[]> => {
  const handedOn = staged.splice(0);
  for (const part of handedOn) await postPart(structuredClone(part), effects);
  return handedOn.flatMap(({ tellingId, part, facts: { paymentId } }) => {
    return parts.get(`${paymentId}/${tellingId}/${part}`)?.posting?.held ?? [];
  });
};

/** What stays behind, without how often somebody asked for it. */
export const restOf = ({ claims, events, answers, tasks }: PostingRecords) =>
  structuredClone({ claims, events, answers, tasks });

export const received = (text: string, change: Partial<ReceivedFile> = {}): ReceivedFile => ({
  partnerId: 'payer-simulator',
  fileId: 'f0',
  text,
  ...change,
});
