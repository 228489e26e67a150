import { describe, expect, it } from 'vitest';
import { post277ca, post999, postTa1 } from '../../functions/acknowledgements/post-acknowledgements.ts';
import type { Claim } from '../../functions/domain/claim.ts';
import { cents } from '../../functions/edi/money.ts';
import { writeSets } from '../../functions/edi/sets.ts';
import { claimAcknowledgementGuide } from '../../functions/edi/x277ca/guide.ts';
import type {
  AcknowledgedProvider,
  ClaimAcknowledgement,
  ClaimAcknowledgementSet,
} from '../../functions/edi/x277ca/loops.ts';
import { implementationAcknowledgementGuide } from '../../functions/edi/x999/guide.ts';
import {
  acknowledgedProvider,
  acknowledgement,
  claimAcknowledgementSet,
  patientAcknowledgement,
  rejectedSet,
} from '../edi/material/answer-sets.ts';
import { header } from '../edi/material/interchange-headers.ts';
import { inOneInterchange, ta1Segment } from '../edi/material/mixed-files.ts';
import { claim } from '../factories/claims.ts';
import { received, recordsOf } from '../factories/posting-records.ts';
import { sentFile } from '../factories/received-files.ts';

const submitted = (change: Partial<Claim> = {}): Claim => claim({ status: 'submitted', ...change });

const records = () =>
  recordsOf(
    [submitted(), submitted({ claimId: 'C0000000000B1' })],
    [sentFile({ fileId: '000004711' }), sentFile({ fileId: '000004712', claimId: 'C0000000000B1' })],
  );

type Status = NonNullable<ClaimAcknowledgement['statuses']>[number];
const status = (category: string, action?: string): Status => ({
  status: { category, status: '24', entity: '85' },
  charge: cents(23_000),
  ...(action && { action }),
});

const acknowledged = (change: Partial<ClaimAcknowledgement> = {}): ClaimAcknowledgement => ({
  patientControlNumber: 'C0000000000A1-1',
  statuses: [status('A2')],
  ...change,
});

/** A provider of whom the statuses are told, with the claims below. */
const provider = (statuses: Status[], ...claims: ClaimAcknowledgement[]): AcknowledgedProvider =>
  acknowledgedProvider({ statuses }, claims.length > 0 ? [patientAcknowledgement(...claims)] : []);

const batch = (statuses: Status[], ...providers: AcknowledgedProvider[]): ClaimAcknowledgementSet =>
  claimAcknowledgementSet(providers, { traceNumber: '000004711', statuses });

const fileOf = (...sets: ClaimAcknowledgementSet[]) =>
  received(writeSets(header(), claimAcknowledgementGuide, sets));

const ofClaims = (...claims: ClaimAcknowledgement[]) =>
  fileOf(batch([status('A1')], provider([status('A1')], ...claims)));

const codesOf = (findings: readonly { code: string; path: string }[]): string[] =>
  findings.map(({ code, path }) => `${code} ${path}`);

const statusesAfter = ({ claims }: ReturnType<typeof records>): (string | undefined)[] =>
  [...claims.values()].map((one) => one.status);

describe('the number of a claim in a 277CA', () => {
  it.each([
    ['in small letters', 'c0000000000a1-1'],
    ['without its hyphen', 'C0000000000A11'],
    ['with spaces within', 'C0000000000A1 1'],
    ['with another separator', 'C0000000000A1/1'],
  ])('is read %s where the charge agrees', async (_, patientControlNumber) => {
    const posted = records();
    expect(await post277ca(ofClaims(acknowledged({ patientControlNumber })), posted.effects)).toEqual([]);
    expect(statusesAfter(posted)).toEqual(['accepted', 'submitted']);
  });

  it('is read in small letters where the payer’s own number agrees', async () => {
    const posted = recordsOf([submitted({ payerControlNumber: 'ICN7' })]);
    const patientControlNumber = 'c0000000000a1-1';
    const answer = acknowledged({
      patientControlNumber,
      payerControlNumber: 'ICN7',
      statuses: [{ ...status('A7'), charge: undefined }],
    });
    expect(await post277ca(ofClaims(answer), posted.effects)).toEqual([]);
    expect(posted.claims.get('C0000000000A1')?.status).toBe('rejected');
  });

  it.each([
    ['in small letters with another charge', 'c0000000000a1-1', 22_900],
    ['of a transmission that was not sent', 'C0000000000A1-7', 23_000],
    ['cut off', 'C0000000000A', 23_000],
    ['that is nothing', '0', 23_000],
  ])('%s is told', async (_, patientControlNumber, charge) => {
    const posted = records();
    const statuses = [{ ...status('A7'), charge: cents(charge) }];
    const file = ofClaims(acknowledged({ patientControlNumber, statuses }));
    expect(codesOf(await post277ca(file, posted.effects))).toEqual(['unknown-claim 2200D[1]']);
    expect(posted.events).toEqual([]);
  });

  it('of a claim that only travels is told too when it is not ours', async () => {
    const file = ofClaims(
      acknowledged({ patientControlNumber: 'C0000000000Z9-1', statuses: [status('A1')] }),
    );
    expect(codesOf(await post277ca(file, records().effects))).toEqual(['unknown-claim 2200D[1]']);
  });
});

describe('what a 277CA says that is no verdict', () => {
  it.each([
    ['a category of another transaction', [status('F2')]],
    ['a category of another transaction beside an acceptance', [status('A2'), status('R3')]],
    ['a refusal that only says that it was received', [status('A1', 'U')]],
    ['an acceptance that is to be rejected', [status('A2', 'U')]],
  ])('is told and not posted: %s', async (_, statuses) => {
    const posted = records();
    expect(codesOf(await post277ca(ofClaims(acknowledged({ statuses })), posted.effects))).toEqual([
      'unclear-verdict 2200D[1]',
    ]);
    expect(posted.events).toEqual([]);
  });

  it('is told when a claim is named without a word, there or above', async () => {
    const silent = acknowledged({ statuses: undefined });
    const file = fileOf(claimAcknowledgementSet([provider([], silent)], { statuses: [] }));
    expect(codesOf(await post277ca(file, records().effects))).toEqual(['unclear-verdict 2200D[1]']);
  });
});

describe('a refusal above the claims of a 277CA', () => {
  const silent = acknowledged({ statuses: undefined });

  it.each([
    ['the provider', batch([status('A1')], provider([status('A3')], silent))],
    ['the batch', batch([status('A3')], { ...provider([], silent), verdict: undefined })],
  ])('of %s is that of a claim without a status of its own', async (_, set) => {
    const posted = records();
    expect(await post277ca(fileOf(set), posted.effects)).toEqual([]);
    expect(statusesAfter(posted)).toEqual(['rejected', 'submitted']);
  });

  it('that sums up the claims below is not told again', async () => {
    const posted = records();
    const set = batch([status('A3')], provider([status('A3')], acknowledged({ statuses: [status('A7')] })));
    expect(await post277ca(fileOf(set), posted.effects)).toEqual([]);
    expect(statusesAfter(posted)).toEqual(['rejected', 'submitted']);
  });

  it('of a provider rejects the claim of the file when it is not named', async () => {
    const posted = records();
    const other = acknowledged({ patientControlNumber: 'C0000000000B1-1' });
    const set = batch([status('A1')], provider([status('A3')]), provider([status('A1')], other));
    expect(await post277ca(fileOf(set), posted.effects)).toEqual([]);
    expect(statusesAfter(posted)).toEqual(['rejected', 'accepted']);
  });

  it('of another provider leaves a claim with its own verdict alone, and is told', async () => {
    const posted = records();
    const set = batch([status('A3')], provider([status('A3')]), provider([status('A1')], acknowledged()));
    expect(await post277ca(fileOf(set), posted.effects)).toMatchObject([
      { code: 'unnamed-claims', detail: expect.stringContaining('A3:24:85') },
    ]);
    expect(statusesAfter(posted)).toEqual(['accepted', 'submitted']);
  });

  it.each(['0', 'REF1', '9'.repeat(12), '4.711E3'])(
    'of the batch %s, which is no file of ours, is told',
    async (traceNumber) => {
      const set = claimAcknowledgementSet([], { traceNumber, statuses: [status('A3')] });
      expect(codesOf(await post277ca(fileOf(set), records().effects))).toEqual(['unknown-claim 2200B']);
    },
  );
});

const a999 = () => writeSets(header(), implementationAcknowledgementGuide, [acknowledgement()]);

describe('a 999', () => {
  const accepted = a999()
    .replace(/AK1\*\w+\*\w+/, 'AK1*HC*4711')
    .replaceAll(/IK5\*\w[^~]*/g, 'IK5*A')
    .replace(/AK9\*\w/, 'AK9*A');

  it.each([
    ['IK5', accepted.replace('IK5*A', 'IK5*Z')],
    ['AK9', accepted.replace('AK9*A', 'AK9*Z')],
  ])('with a code in %s that X12 does not have accepts nothing, and is told', async (_, text) => {
    const posted = records();
    expect(codesOf(await post999(received(text), posted.effects))).toEqual(['unclear-verdict AK1[1]']);
    expect(posted.events).toEqual([]);
  });

  it.each(['0', 'X4711', ''])('for the group %s is told', async (number) => {
    const text = accepted.replace('AK1*HC*4711', `AK1*HC*${number}`);
    expect(await post999(received(text), records().effects)).not.toEqual([]);
  });

  it('with the same fault a thousand times keeps it once, and of different ones fifty', async () => {
    const fault = (segmentId: string) => ({ segmentId, position: 9, code: '8' });
    const segmentErrors = [
      ...Array.from({ length: 1_000 }, () => fault('CLM')),
      ...Array.from({ length: 99 }, (_, index) => fault(`S${index}`)),
    ];
    const set = rejectedSet({ segmentErrors, errorCodes: undefined });
    const group = acknowledgement({ groupControlNumber: '4711', transactionSets: [set], status: 'R' });
    const posted = records();
    await post999(received(writeSets(header(), implementationAcknowledgementGuide, [group])), posted.effects);
    const reasons = posted.claims.get('C0000000000A1')?.submissions[0]?.acknowledgement?.reasons ?? [];
    expect([reasons.length, reasons[0]?.code, reasons.at(-1)?.text]).toEqual([
      51,
      'IK3:8',
      'There are 50 more reasons',
    ]);
  });
});

describe('a TA1', () => {
  const ta1 = (segments: string, groups = 0): string =>
    a999()
      .replace(/GS\*[\s\S]*GE\*[^~]*~\s*/, segments)
      .replace('IEA*1', `IEA*${groups}`);

  it.each([0, 1])('that accepts is nothing to do, whether IEA01 is %s', async (groups) => {
    const posted = records();
    expect(await postTa1(received(ta1(ta1Segment('A'), groups)), posted.effects)).toEqual([]);
    expect(posted.events).toEqual([]);
  });

  it('where groups are missing is told', async () => {
    expect(codesOf(await postTa1(received(ta1(ta1Segment('A'), 3)), records().effects))).toEqual([
      'TA105-021 IEA01',
    ]);
  });

  it('with a code that X12 does not have is told', async () => {
    const posted = records();
    expect(codesOf(await postTa1(received(ta1(ta1Segment('Z'))), posted.effects))).toEqual([
      'unclear-verdict TA1[1]',
    ]);
    expect(posted.events).toEqual([]);
  });

  it('before groups of all kinds says nothing of them', async () => {
    const posted = records();
    const groups = inOneInterchange(a999(), fileOf(batch([status('A1')])).text);
    const text = groups.replace('GS*', `${ta1Segment('R', '000004712')}GS*`);
    expect(await postTa1(received(text), posted.effects)).toEqual([]);
    expect(statusesAfter(posted)).toEqual(['submitted', 'rejected']);
  });
});
