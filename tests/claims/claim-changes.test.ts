import { describe, expect, it } from 'vitest';
import {
  acceptFile,
  acknowledgeSubmission,
} from '../../functions/acknowledgements/acknowledge-submission.ts';
import { recordClaimStatus } from '../../functions/claim-status/record-claim-status.ts';
import { recordAppeal } from '../../functions/claims/appeal-claim.ts';
import { billPatientByDecision, billPatientShare } from '../../functions/claims/bill-patient.ts';
import { closeClaim } from '../../functions/claims/close-claim.ts';
import { closeInquiry } from '../../functions/claims/follow-up-claim.ts';
import { keepWaiting } from '../../functions/claims/keep-waiting.ts';
import { letStand } from '../../functions/claims/let-stand.ts';
import { recordLifecycle } from '../../functions/claims/open-claim.ts';
import { writeOffClaim } from '../../functions/claims/parts/write-off-claim.ts';
import { resubmitClaim } from '../../functions/claims/resubmit-claim.ts';
import { handOnClaim } from '../../functions/coordination/bill-next-payer.ts';
import { Claim } from '../../functions/domain/claim.ts';
import type { DecideClaim } from '../../functions/domain/claim-change.ts';
import { recordFound, recordNotFound } from '../../functions/domain/outbox/found-sent.ts';
import {
  recordSent,
  refuseSubmission,
  sendAgain,
  sendAnew,
} from '../../functions/domain/outbox/transmissions.ts';
import type { TaskAction } from '../../functions/domain/task.ts';
import { recordEligibility } from '../../functions/eligibility/check-eligibility.ts';
import { postRemittance } from '../../functions/remittance/post-remittance.ts';
import { adjudication, settledAdjudication, verdict } from '../factories/adjudications.ts';
import { adjudicated, claim } from '../factories/claims.ts';
import { practice } from '../factories/practices.ts';
import { biller, decidedTask, now, undecidedTask } from '../factories/tasks.ts';

const zone = 'America/New_York';

const unsent = claim({
  status: 'covered',
  submissions: [{ number: 1, frequency: '1', fileAccepted: false }],
});
const inProcess = { outcome: 'pending' as const, codes: [{ category: 'P1', status: '20' }] };

const sentFile = { key: 'file', at: '2026-10-14T09:00:00.000Z' };

const settled = adjudicated({ adjudications: [settledAdjudication()] });

/** Every change a claim can undergo: what it starts from, how it is decided, what its event is called. */
const changes: [name: string, before: Claim, decide: DecideClaim, event: string][] = [
  ['opening the lifecycle', claim(), (it) => recordLifecycle(it, 'arn:1'), 'lifecycle-started'],
  [
    'an eligibility answer',
    claim({ status: 'ready' }),
    (it) => recordEligibility(it, 0, { outcome: 'covered', reason: 'EB 1' }),
    'eligibility-answered',
  ],
  ['submitting', unsent, (it) => recordSent(it, 1, sentFile), 'submitted'],
  [
    'being found in a file that went out',
    claim({ status: 'adjudicated' }),
    (it) => recordFound(it, { claimId: it.claimId, submissionNumber: 2, frequency: '7' }, sentFile),
    'found-sent',
  ],
  [
    'not standing in its file',
    claim({ status: 'submitted' }),
    (it) => recordNotFound(it, 1, it.submissions[0]?.fileName ?? ''),
    'not-in-file',
  ],
  [
    'going out again for the fault of others',
    claim({ status: 'submitted' }),
    (it) => sendAgain(it, 1, verdict('rejected')),
    'set-refused',
  ],
  [
    'going out again after a refusal of its file',
    claim({ status: 'rejected' }),
    (it) => sendAnew(it, 1, biller),
    'batch-sent-again',
  ],
  [
    'finding it unwritable',
    unsent,
    (it) => refuseSubmission(it, 1, [{ code: 'NM103', path: '', detail: 'Has a delimiter' }]),
    'not-sent',
  ],
  ['accepting the file', claim(), (it) => acceptFile(it, 1), 'file-accepted'],
  ['a rejection', claim(), (it) => acknowledgeSubmission(it, 1, verdict('rejected')), 'rejected'],
  [
    'an acceptance',
    claim({ status: 'submitted' }),
    (it) => acknowledgeSubmission(it, 1, verdict('accepted')),
    'accepted',
  ],
  [
    'a status answer',
    claim(),
    (it) => recordClaimStatus(it, { submissionNumber: 1, inquiry: 0 }, inProcess, now.toISOString()),
    'status-answered',
  ],
  ['closing an unanswered inquiry', claim(), (it) => closeInquiry(it, 0, now), 'status-unanswered'],
  ['a remittance', claim(), (it) => postRemittance(it, [adjudication()]), 'remittance-posted'],
  ['resubmitting', adjudicated(), (it) => resubmitClaim(it, decidedTask('resubmit'), practice()), 'resubmit'],
  ['appealing', adjudicated(), (it) => recordAppeal(it, decidedTask('appeal'), zone), 'appeal'],
  ['keeping waiting', claim(), (it) => keepWaiting(it, decidedTask('keep-waiting'), zone), 'keep-waiting'],
  ['writing off', adjudicated(), (it) => writeOffClaim(it, decidedTask('write-off')), 'write-off'],
  [
    'billing the patient by decision',
    adjudicated(),
    (it) => billPatientByDecision(it, decidedTask('bill-patient')),
    'bill-patient',
  ],
  ['billing the patient share', settled, billPatientShare, 'billed-to-patient'],
  [
    'billing the next payer',
    settled,
    (it) => handOnClaim(it, { nextClaimId: 'C0000000000A2' }),
    'billed-to-next-payer',
  ],
  ['letting a decision stand', adjudicated(), (it) => letStand(it, decidedTask('let-stand')), 'let-stand'],
  ['closing', settled, closeClaim, 'closed'],
];

describe.each(changes)('%s', (_name, before, decide, event) => {
  const change = decide(before);

  it('changes the claim once: done again, it changes nothing', () => {
    expect(change).toBeDefined();
    expect(change && decide(change.claim)).toBeUndefined();
  });

  it('tells its event, without a person in it', () => {
    expect(change?.event.type).toBe(event);
    expect(JSON.stringify(change?.event)).not.toMatch(/Miriam|NW4410977|1961/);
  });

  it('leaves a claim that the records take', () => {
    expect(Claim.parse(change?.claim)).toEqual(change?.claim);
  });
});

const decisions: [TaskAction, (before: Claim, task: typeof undecidedTask) => unknown][] = [
  ['resubmit', (it, task) => resubmitClaim(it, task, practice())],
  ['appeal', (it, task) => recordAppeal(it, task, zone)],
  ['keep-waiting', (it, task) => keepWaiting(it, task, zone)],
  ['write-off', writeOffClaim],
  ['bill-patient', billPatientByDecision],
];

describe.each(decisions)('the decision %s', (action, decide) => {
  it('needs a task that somebody has decided', () => {
    expect(() => decide(adjudicated(), undecidedTask)).toThrow(
      expect.objectContaining({ name: 'InvalidInput' }),
    );
  });

  it('is recorded with the task and the person', () => {
    expect(decide(adjudicated(), decidedTask(action))).toMatchObject({
      claim: {
        decisions: [{ taskId: 'C0000000000A1-0-denial', action, by: biller }],
      },
      event: { actor: biller },
    });
  });
});
