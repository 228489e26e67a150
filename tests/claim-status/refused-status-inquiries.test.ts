import { describe, expect, it } from 'vitest';
import { post277 } from '../../functions/claim-status/post-claim-status.ts';
import { statusTrace } from '../../functions/claim-status/status-inquiry.ts';
import { writeSets } from '../../functions/edi/sets.ts';
import { statusResponseGuide } from '../../functions/edi/x277/guide.ts';
import type { ClaimStatus, StatusRefusal, StatusResponseSet } from '../../functions/edi/x277/loops.ts';
import { claimStatus, statusResponseSet, subscriberStatus } from '../edi/material/answer-sets.ts';
import { header } from '../edi/material/interchange-headers.ts';
import { claim } from '../factories/claims.ts';
import { received, recordsOf } from '../factories/posting-records.ts';
import { sentFile } from '../factories/received-files.ts';

const inquiryFile = sentFile({
  fileId: '000000276',
  transaction: '276',
  purpose: statusTrace('C0000000000A1', 1, 0),
});

const records = (sent = [inquiryFile]) => recordsOf([claim(), claim({ claimId: 'C0000000000B1' })], sent);

const status = (category: string) => ({ status: { category, status: '21' }, effectiveDate: '2026-11-02' });

const answer = (change: Partial<ClaimStatus> = {}): ClaimStatus =>
  claimStatus({
    traceNumber: 'C0000000000A1-1-S0',
    statuses: [status('P1')],
    lines: undefined,
    patientControlNumber: undefined,
    ...change,
  });

const fileOf = (set: StatusResponseSet) => received(writeSets(header(), statusResponseGuide, [set]));

const ofClaims = (reference: string, ...claims: ClaimStatus[]) =>
  fileOf({ ...statusResponseSet(subscriberStatus({ claims })), reference });

type Level = 'receiver' | 'provider';

/** A 277 that refuses at one level what was asked, and says nothing of a claim. */
const refusal = (level: Level, traceNumber: string, reference: string) => {
  const set = statusResponseSet();
  const [receiver] = set.sources[0]?.receivers ?? [];
  const [provider] = receiver?.providers ?? [];
  if (receiver === undefined || provider === undefined) throw new TypeError('Nobody is there');
  const refused: StatusRefusal = { traceNumber, statuses: [status('E3')] };
  if (level === 'receiver') {
    receiver.refusal = refused;
    receiver.providers = undefined;
  } else provider.refusal = refused;
  return fileOf({ ...set, reference });
};

describe('a 277 that refuses everything that was asked', () => {
  it.each([
    ['receiver', '000000276', '4711'],
    ['receiver', '0', '000000276'],
    ['provider', '0', '276'],
    ['provider', 'C0000000000A1-1-S0', 'X'],
  ] as const)('at the %s (trace %s, BHT03 %s) answers the inquiry', async (level, trace, reference) => {
    const posted = records();
    expect(await post277(refusal(level, trace, reference), posted.effects)).toEqual([]);
    expect(posted.events.map(({ detail }) => detail)).toEqual([
      { outcome: 'unanswered', reason: 'E3:21', inquiry: 0 },
    ]);
    expect(Object.fromEntries(posted.answers)).toEqual({
      'C0000000000A1/status/1.0': { outcome: 'unanswered' },
    });
  });

  it('is told with its reason where nobody knows whom it means', async () => {
    const posted = records([]);
    expect(await post277(refusal('receiver', '0', '000000276'), posted.effects)).toMatchObject([
      { code: 'unknown-inquiry', path: '2200B', detail: expect.stringContaining('E3:21') },
    ]);
    expect(posted.events).toEqual([]);
  });

  it('beside answers is told, and they are posted', async () => {
    const posted = records();
    const set = statusResponseSet(subscriberStatus({ claims: [answer()] }));
    const [receiver] = set.sources[0]?.receivers ?? [];
    if (receiver) receiver.refusal = { traceNumber: '0', statuses: [status('E3')] };
    expect(await post277(fileOf({ ...set, reference: '000000276' }), posted.effects)).toMatchObject([
      { path: '2200B' },
    ]);
    expect(posted.answers.get('C0000000000A1/status/1.0')).toEqual({ outcome: 'pending' });
  });

  it('or says nothing at all is told', async () => {
    expect(await post277(fileOf(statusResponseSet()), records().effects)).toMatchObject([
      { code: 'no-answer', path: 'ST[1]' },
    ]);
  });
});

describe('a 277 without our trace', () => {
  it.each([
    ['in small letters, with a space', { traceNumber: 'c0000000000a1-1-s0 ' }, 'X'],
    ['as zeros, with BHT03 of our file', { traceNumber: '0' }, '000000276'],
    [
      'as another, with BHT03 of our file and our number of the claim',
      { traceNumber: 'F-4711', patientControlNumber: 'C0000000000A1-1' },
      '276',
    ],
  ])('but with it %s answers the inquiry', async (_, change, reference) => {
    const posted = records();
    expect(await post277(ofClaims(reference, answer(change)), posted.effects)).toEqual([]);
    expect(posted.answers.get('C0000000000A1/status/1.0')).toEqual({ outcome: 'pending' });
  });

  it.each([
    ['another trace', [answer({ traceNumber: 'F-4711' })], '000000276'],
    [
      'another trace and the number of another claim',
      [answer({ traceNumber: 'F-4711', patientControlNumber: 'C0000000000B1-1' })],
      '000000276',
    ],
    ['a file that we did not send', [answer({ traceNumber: '0' })], '000000277'],
    ['several claims', [answer({ traceNumber: '0' }), answer({ traceNumber: '0' })], '000000276'],
  ])('is told when it has %s', async (_, claims, reference) => {
    const posted = records();
    expect(await post277(ofClaims(reference, ...claims), posted.effects)).toHaveLength(claims.length);
    expect(posted.events).toEqual([]);
  });
});
