import { describe, expect, it } from 'vitest';
import type { Claim } from '../../functions/domain/claim.ts';
import type { Encounter } from '../../functions/domain/encounter.ts';
import type { Task } from '../../functions/domain/task.ts';
import { WebhookMessage } from '../../functions/domain/webhooks/message.ts';
import { cents } from '../../functions/edi/money.ts';
import { eventsOfChange } from '../../functions/webhooks/events-of-change.ts';
import { injectionAdjudication } from '../factories/adjudications.ts';
import { injectionClaim } from '../factories/claims.ts';
import { anEncounter } from '../factories/encounters.ts';
import { anOutcome, aTask } from '../factories/tasks.ts';

const at = '2026-11-02T10:00:00.000Z';

const ofClaim = (before: Claim | undefined, after: Claim) =>
  eventsOfChange({ kind: 'claim', before, after, at });
const ofVisit = (before: Encounter | undefined, after: Encounter) =>
  eventsOfChange({ kind: 'encounter', before, after, at });
const ofTask = (before: Task | undefined, after: Task) => eventsOfChange({ kind: 'task', before, after, at });
const typesOf = (messages: readonly WebhookMessage[]) => messages.map(({ type }) => type);

const [transmission] = injectionClaim().submissions;
const unsent = {
  ...transmission,
  number: 1,
  frequency: '1' as const,
  fileAccepted: false,
  sentAt: undefined,
};
const undecided = injectionClaim({ status: 'accepted', adjudications: [], version: 6 });
const step = (status: Claim['status'], change: Partial<Claim> = {}) => injectionClaim({ status, ...change });

describe('a change of a claim', () => {
  it.each<[string, Claim | undefined, Claim, string[]]>([
    ['is made', undefined, step('ready', { adjudications: [], submissions: [unsent] }), ['claim.created']],
    ['is covered', step('ready'), step('covered'), []],
    [
      'is sent',
      step('ready', { adjudications: [], submissions: [unsent] }),
      step('submitted', { adjudications: [] }),
      ['claim.submitted'],
    ],
    ['is taken in', step('submitted', { adjudications: [] }), undecided, ['claim.accepted']],
    ['is refused', step('submitted'), step('rejected'), ['claim.rejected']],
    ['is paid in part', undecided, step('adjudicated'), ['claim.denied', 'claim.paid']],
    ['is noted on', step('adjudicated'), step('adjudicated', { version: 8, followUps: 1 }), []],
    ['is appealed', step('adjudicated'), step('appealed'), ['claim.appealed']],
    ['ends', step('adjudicated'), step('closed', { end: 'written-off' }), ['claim.closed']],
    ['is open again', step('closed', { end: 'paid' }), step('adjudicated'), ['claim.reopened']],
    [
      'is taken back',
      step('adjudicated'),
      step('adjudicated', {
        adjudications: [
          injectionAdjudication(),
          injectionAdjudication({
            ...{ adjudicationId: 'file-2/1', claimStatusCode: '22', traceNumber: 'T-2' },
            ...{ charge: cents(-148_500), paid: cents(-9_200), paymentDate: '2026-11-20' },
            lines: injectionAdjudication().lines.map((line) => ({
              ...line,
              ...{ charge: cents(-line.charge), paid: cents(-line.paid) },
              adjustments: line.adjustments.map((one) => ({ ...one, amount: cents(-one.amount) })),
            })),
          }),
        ],
      }),
      ['claim.taken-back'],
    ],
  ])('tells that it %s', (_title, before, after, types) => {
    expect(typesOf(ofClaim(before, after))).toEqual(types);
  });

  it('tells ids and statuses alone, in the form that is described', () => {
    const claim = step('closed', { end: 'paid', version: 9 });
    const [message] = ofClaim(step('adjudicated'), claim);
    expect(WebhookMessage.strict().parse(message)).toEqual({
      ...{
        id: expect.stringMatching(/^msg_[0-9a-f]{32}$/),
        type: 'claim.closed',
        apiVersion: 'v1',
        timestamp: at,
      },
      data: {
        ...{ practiceId: 'maple-street', record: 'claim', id: claim.claimId, status: 'closed', sequence: 9 },
        ...{ claimId: claim.claimId, encounterId: 'E1001', end: 'paid' },
        path: `/v1/practices/maple-street/claims/${claim.claimId}`,
      },
    });
  });

  it('has the same id each time that it is told, and another one for each event and each change', () => {
    const tell = (version: number) =>
      ofClaim(undecided, step('adjudicated', { version })).map(({ id }) => id);
    expect(tell(7)).toEqual(tell(7));
    expect(new Set([...tell(7), ...tell(8)]).size).toBe(4);
  });
});

describe('a change of a visit', () => {
  it('tells that it came, and that it is coded', () => {
    const came = anEncounter({ status: 'registered', version: 1 });
    expect(typesOf(ofVisit(undefined, came))).toEqual(['visit.received']);
    expect(typesOf(ofVisit(came, anEncounter({ status: 'coding', version: 2 })))).toEqual([]);
    expect(typesOf(ofVisit(came, anEncounter({ status: 'coded', version: 3 })))).toEqual(['visit.coded']);
  });

  it('names nobody', () => {
    const { patient } = anEncounter().registration ?? {};
    const told = JSON.stringify(ofVisit(undefined, anEncounter({ status: 'coded' })));
    for (const word of [patient?.lastName, patient?.firstName, patient?.patientId, patient?.dateOfBirth])
      expect(told).not.toContain(word);
  });
});

describe('a change of a task', () => {
  it('tells that it waits, is decided and waits again', () => {
    const open = aTask();
    const done = aTask({ status: 'done', outcome: anOutcome({ note: 'called Miriam' }), revision: 1 });
    expect(typesOf(ofTask(undefined, open))).toEqual(['task.opened']);
    expect(typesOf(ofTask(open, aTask({ revision: 1 })))).toEqual([]);
    const [message] = ofTask(open, done);
    expect(message).toMatchObject({
      type: 'task.done',
      data: { kind: 'denial', action: 'bill-patient', sequence: 1, claimId: 'C0123456789AB' },
    });
    expect(JSON.stringify(message)).not.toContain('Miriam');
    expect(typesOf(ofTask(done, aTask({ revision: 2 })))).toEqual(['task.reopened']);
  });

  it('of a visit without a claim says that the visit needs somebody', () => {
    const { claimId, ...rest } = aTask({ kind: 'coding', taskId: 'E1001-coding' });
    const messages = ofTask(undefined, rest);
    expect(typesOf(messages)).toEqual(['task.opened', 'visit.needs-attention']);
    expect(messages[1]?.data).toMatchObject({
      ...{ record: 'visit', id: 'E1001', taskId: 'E1001-coding' },
      path: '/v1/practices/maple-street/encounters/E1001',
    });
  });
});
