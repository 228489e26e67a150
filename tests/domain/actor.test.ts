import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  Actor,
  DecidingActor,
  describeActor,
  isSameActor,
  payerActor,
  personActor,
  programActor,
  stepActor,
} from '../../functions/domain/actor.ts';
import { Claim, ClaimEvent } from '../../functions/domain/claim.ts';
import { Encounter } from '../../functions/domain/encounter.ts';
import { Task } from '../../functions/domain/task.ts';
import { claim } from '../factories/claims.ts';
import { anEncounter } from '../factories/encounters.ts';
import { anOutcome, aTask, biller } from '../factories/tasks.ts';

const emr = programActor('arn:aws:sts::111122223333:assumed-role/MapleStreetEmr/nightly', 'maple-street');

describe('an actor', () => {
  it.each([
    [stepActor('submit-claim'), 'Claimwright (submit claim)'],
    [payerActor('northwind'), 'payer northwind'],
    [biller, 'billing@maplestreet.example (biller)'],
    [{ ...biller, role: 'front-desk' as const }, 'billing@maplestreet.example (front desk)'],
    [DecidingActor.parse('billing@maplestreet.example'), 'billing@maplestreet.example'],
    [emr, 'program assumed-role/MapleStreetEmr/nightly'],
    [programActor('AROAEXAMPLE', 'maple-street'), 'program AROAEXAMPLE'],
  ])('%j is for people: %s', (actor, told) => {
    expect(describeActor(actor)).toBe(told);
  });

  it.each([stepActor('submit-claim'), payerActor('northwind'), biller, emr])(
    'is read as written: %j',
    (it) => {
      expect([Actor.parse(it), DecidingActor.parse(it)]).toEqual([it, it]);
    },
  );

  it.each([undefined, null, '', 7, {}, { kind: 'person' }, { kind: 'robot', subject: 'x' }])(
    'is never read from %j',
    (written) => {
      expect([Actor.safeParse(written).success, DecidingActor.safeParse(written).success]).toEqual([
        false,
        false,
      ]);
    },
  );

  it('is the same by kind and subject, whatever else is known of it', () => {
    const { role: _desk, ...unplaced } = biller;
    expect(isSameActor(biller, unplaced)).toBe(true);
    expect(isSameActor(biller, { ...biller, kind: 'program' })).toBe(false);
    const other = personActor({ mailbox: 'x@y.example', practiceId: 'maple-street', role: 'biller' });
    expect(isSameActor(biller, other)).toBe(false);
  });
});

describe('the steps that act', () => {
  const root = join(import.meta.dirname, '../../functions');
  const sources = globSync('**/*.ts', { cwd: root });
  const named = sources.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/stepActor\('([^']*)'\)/g)].map(([, step]) => step),
  );

  it('are named, each as its entry point or, where several take it, as its use case', () => {
    expect(named.length).toBeGreaterThan(8);
    const steps = sources.map((file) => basename(file).replace(/(\.lambda)?\.ts$/, ''));
    expect(steps).toEqual(expect.arrayContaining(named));
  });
});

/** Records as they were written while who acts was plain text. */
describe('an older record', () => {
  const mailbox = { kind: 'person', subject: 'billing@maplestreet.example' };

  it.each([
    ['workflow', { kind: 'step', subject: 'workflow' }],
    ['northwind', { kind: 'payer', subject: 'northwind' }],
    ['62308', { kind: 'payer', subject: '62308' }],
    [mailbox.subject, mailbox],
    ['constructor', { kind: 'payer', subject: 'constructor' }],
  ])('of an event by %s is read', (actor, read) => {
    const event = { type: 'generated', at: '2026-10-14T08:00:00.000Z', actor, detail: { codedBy: '' } };
    expect(ClaimEvent.parse(event)).toEqual({ ...event, actor: read });
  });

  it('of a claim is read, with its decisions and who approved a write-off', () => {
    const taskId = 'C0000000000A1-0-denial';
    const writtenOff = { amount: 8_000, reason: 'small balance', taskId };
    const written = {
      ...claim(),
      decisions: [
        { taskId, action: 'write-off', by: mailbox.subject },
        { taskId: 'other', action: 'appeal', by: 'Dana of billing' },
      ],
      writeOffs: [{ ...writtenOff, approvedBy: mailbox.subject }],
    };
    expect(Claim.parse(written)).toEqual({
      ...claim(),
      decisions: [
        { taskId, action: 'write-off', by: mailbox },
        { taskId: 'other', action: 'appeal', by: { kind: 'person', subject: 'Dana of billing' } },
      ],
      writeOffs: [{ ...writtenOff, decidedBy: mailbox }],
    });
  });

  it('of a task is read, whoever closed it', () => {
    const closedBy = (by: string): unknown =>
      Task.parse({ ...aTask({ status: 'done' }), outcome: { ...anOutcome(), by } }).outcome?.by;
    expect(closedBy(mailbox.subject)).toEqual(mailbox);
    expect(closedBy('clinic upload')).toEqual(stepActor('receive-document'));
  });

  it('of an encounter is read, with its reviews', () => {
    const review = { acceptedFor: 'policy', at: '2026-10-26T15:00:00.000Z', decisions: [] };
    const written = {
      ...anEncounter(),
      codedBy: mailbox.subject,
      codingReviews: [
        { ...review, by: 'practice policy' },
        { ...review, acceptedFor: 't', by: mailbox.subject },
      ],
    };
    expect(Encounter.parse(written)).toEqual({
      ...anEncounter(),
      codedBy: mailbox,
      codingReviews: [
        { ...review, by: stepActor('accept-codes') },
        { ...review, acceptedFor: 't', by: mailbox },
      ],
    });
  });

  it('is written back as it is read', () => {
    const read = Claim.parse({
      ...claim(),
      decisions: [{ taskId: 't', action: 'appeal', by: mailbox.subject }],
    });
    expect(Claim.parse(structuredClone(read))).toEqual(read);
  });
});
