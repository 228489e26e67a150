import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Claim } from '../../functions/domain/claim.ts';
import { claim } from '../factories/claims.ts';
import { recordsOf, restOf } from '../factories/posting-records.ts';
import { receiveWith, sentFile } from '../factories/received-files.ts';
import { needing } from '../shared-material.ts';

const cases = needing('cases/x12');

/** What a case leaves behind; what is not named stays as it was. */
type Expected = {
  readonly holds: string;
  readonly claims?: Readonly<Record<string, string>>; // by the end of the id; "+" for the proof that a file came in time
  readonly says?: readonly string[]; // details of the events, in their order
  readonly remittances?: number;
  readonly findings?: readonly string[];
};

const covered = { holds: '271', claims: { A1: 'covered' }, says: ['EB 1'] };
const unanswered = (reason: string, followUp: string): Expected => ({
  holds: '271',
  says: [`${reason} ${followUp}`],
});
const notFound = (reason: string, followUp: string): Expected => ({
  ...unanswered(reason, followUp),
  claims: { A1: 'not-covered' },
});
const taken = { holds: '277CA', claims: { A1: 'accepted' } };
const refused = (reasons: string): Expected => ({
  holds: '277CA',
  claims: { A1: 'rejected' },
  says: [reasons],
});
const inTime = { holds: '999', claims: { A1: 'submitted+' } };
const refusedFile = (reasons: string): Expected => ({ ...refused(reasons), holds: '999' });
const undecided = (holds: string, ...findings: string[]): Expected => ({ holds, findings });
const remittance: Expected = { holds: '835', remittances: 1 };

/** By ../shared/cases/x12/cases.md; of these the section "Not yet right" first. */
const expectations: Readonly<Record<string, Expected>> = {
  'mix-999-then-277ca': { holds: '999 277CA', claims: { A1: 'accepted+', B1: 'rejected' } },
  'mix-999-then-835': { holds: '999 835', claims: { A1: 'submitted+' }, remittances: 1 },
  'mix-ta1-then-999-interchange': { holds: 'TA1 999', claims: { A1: 'submitted+', B1: 'rejected' } },
  'mix-one-isa-fa-hn': { holds: '999 277CA', claims: { A1: 'accepted+', B1: 'rejected' } },
  'mix-ta1r-of-2-inside-999-of-1': { holds: 'TA1 999', claims: { A1: 'submitted+', B1: 'rejected' } },
  'ta1-reject-then-999': { holds: 'TA1 999', claims: { A1: 'rejected+' }, says: ['TA1:018', '999'] },
  '271-aaa-2000a': unanswered('AAA 42', 'Y'),
  '271-aaa-2100b': unanswered('AAA 51', 'C'),
  '271-aaa-2100b-with-sub': unanswered('AAA 51', 'C'),
  'ta1-only-accept-iea1': { holds: 'TA1' },
  'mix-835-4010-then-5010': { holds: 'unknown 835', remittances: 1, findings: ['unread-sets GS[1]'] },
  'mixed-groups': {
    holds: '835 999 unknown',
    claims: { A1: 'submitted+' },
    remittances: 1,
    findings: ['unread-sets GS[3]'],
  },
  'mix-835-with-ta1-a': { holds: 'TA1 835', remittances: 1 },
  'mix-999-then-999': { holds: '999', claims: { A1: 'submitted+', B1: 'rejected' } },
  'mix-999-bom-in-middle': { holds: '999', claims: { A1: 'submitted+', B1: 'rejected' } },
  'isa-trailing-garbage': { ...remittance, findings: ['TA105-022 ISA'] },
  'isa-two': { ...remittance, remittances: 2 },
  'isa-two-nobreak-diffdelims': { ...remittance, remittances: 2 },
  'isa-missing-iea': remittance,
  'isa-missing-ge-iea': remittance,
  'ta1-only-reject': { holds: 'TA1', claims: { A1: 'rejected' }, says: ['TA1:018'] },
  'ta1-two': { holds: 'TA1', claims: { B1: 'rejected' }, says: ['TA1:018'] },
  '271-aaa-2100c': notFound('AAA 75', 'C'),
  '271-aaa-2100c-42': unanswered('AAA 42', 'R'),
  '271-aaa-2100d': notFound('AAA 67', 'C'),
  '271-600-eb': covered,
  '271-dependent-lsle': covered,
  '271-eb-lower-percent': covered,
  '271-eb03-unknown-type': covered,
  '271-hsd': covered,
  '271-ls-without-nm1': covered,
  '271-no-trn': covered,
  '271-trn1-and-2': covered,
  '271-nm1-without-ls': covered,
  '271-many-subs': {
    holds: '271',
    claims: { A1: 'covered', B1: 'not-covered', D1: 'not-covered' },
    says: ['EB 1', 'EB 6', 'AAA 72 C'],
  },
  '277ca-accept-and-reject': { holds: '277CA', claims: { A1: 'accepted', B1: 'rejected' } },
  '277ca-dependent-levels-22-23': refused('A7:562:85'),
  '277ca-line-reject': refused('A7:454'),
  '277ca-no-stc02-03': refused('A7:562:85'),
  '277ca-provider-reject': refused('A3:24:85'),
  '277ca-receiver-reject': refused('A3:24:41'),
  '277ca-stc10-reject': refused('A7:21 A7:562:85 A6:153:PR'),
  '277ca-lowercase-pcn': taken,
  '277ca-no-stc-date': taken,
  '277ca-pcn-space': taken,
  '277ca-st-x214-gs-x214-hb': taken,
  '277ca-two-stc': taken,
  '277ca-multi-level': { ...taken, findings: ['unnamed-claims 2200B'] },
  '277ca-unknown-category': undecided('277CA', 'unclear-verdict 2200D[1]'),
  '999-accept': inTime,
  '999-ak1-no-version': inTime,
  '999-e': inTime,
  '999-no-ak2': inTime,
  '999-ak9-accept-ik5-r': refusedFile('IK4:7 IK5:I5'),
  '999-ik3-loop-2010-office-ally': refusedFile('IK3:6 IK5:5'),
  '999-many-ik3': refusedFile('IK4:7 IK5:5'),
  '999-no-ak2-reject': refusedFile('AK9:R'),
  '999-reject-no-ik3': refusedFile('IK5:5'),
  '999-two-groups': { holds: '999', claims: { A1: 'submitted+', B1: 'rejected' } },
  '999-no-ak9': undecided('999', 'IK304-3 ST[1]/AK9'),
  '999-no-ik5': undecided('999', 'IK304-3 ST[1]/AK2[1]/IK5'),
  '999-with-ta1-before-gs': { ...refusedFile('IK5:5'), holds: 'TA1 999' },
  '999-with-ta1-unpadded': { ...refusedFile('IK5:5'), holds: 'TA1 999' },
};

/** How single values of a file are read; the codec's own tests have them. */
const ofTheCodec = ['271-dtp-dashes', 'mix-835-ctrlz', 'ta1-date8'];

const names = cases.isHere
  ? readdirSync(cases.path)
      .filter((name) => /^(271|277|999|ta1|mix|isa-(two|missing|trailing))/.test(name))
      .map((name) => name.replace('.edi', ''))
  : [];

const sent = [sentFile(), sentFile({ fileId: '000000002', claimId: 'C0000000000B1' })];
const claimIds = ['C0000000000A1', 'C0000000000B1', 'C0000000000D1'];

/** The claims before a case: sent, or those of an inquiry about cover ready to be. */
const recordsBefore = (name: string) => {
  const before: Partial<Claim> = name.startsWith('271')
    ? { status: 'ready', eligibilityChecks: 0 }
    : { status: 'submitted' };
  return recordsOf(
    claimIds.map((claimId) => claim({ ...before, claimId })),
    sent,
  );
};

const standingOf = ({ status, submissions: [first] }: Claim): string =>
  `${status}${first?.fileAccepted ? '+' : ''}`;

type Detail = Readonly<Record<string, string | number | boolean>>;
const sayingOf = ({ reason, reasons, source, followUp }: Detail): string =>
  [reason ?? (reasons || source), followUp].filter((one) => one !== undefined).join(' ');

cases.describe('a case of ../shared/cases/x12', () => {
  cases.it('is expected to end in some way, each of these kinds', () => {
    expect([...Object.keys(expectations), ...ofTheCodec].sort()).toEqual(names.sort());
  });

  cases.it.each(Object.entries(expectations))('%s is posted as it should be', async (name, expected) => {
    const records = recordsBefore(name);
    const before = [...records.claims.values()];
    const content = readFileSync(join(cases.path, `${name}.edi`));
    const { file, remittances } = await receiveWith(records, content);
    const ends = before.map((one) => [one.claimId.slice(-2), standingOf(one)]);
    expect({
      holds: file.transactions?.join(' '),
      claims: Object.fromEntries(
        [...records.claims.values()].map((one) => [one.claimId.slice(-2), standingOf(one)]),
      ),
      remittances: remittances.length,
      findings: file.findings.map(({ code, path }) => `${code} ${path}`),
    }).toEqual({
      remittances: 0,
      findings: [],
      ...expected,
      claims: { ...Object.fromEntries(ends), ...expected.claims },
      says: undefined,
    });
    if (expected.says) expect(records.events.map(({ detail }) => sayingOf(detail))).toEqual(expected.says);
    expect(records.tasks.size).toBe(file.findings.length > 0 ? 1 : 0);
  });

  cases.it.each(Object.keys(expectations))('%s changes nothing when it comes again', async (name) => {
    const records = recordsBefore(name);
    const content = readFileSync(join(cases.path, `${name}.edi`));
    await receiveWith(records, content);
    const before = restOf(records);
    await receiveWith(records, content);
    expect(restOf(records)).toEqual(before);
  });
});
