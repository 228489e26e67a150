import { describe, expect, it } from 'vitest';
import { practicesPaidAmong } from '../../../functions/domain/ledger/payee.ts';
import type { PartnerFile } from '../../../functions/domain/partner-file.ts';
import { type ReadOwnFileEffects, readOwnFile } from '../../../functions/partners/files/read-own-file.ts';
import { claim } from '../../factories/claims.ts';
import { elm, maple, oak } from '../../factories/two-practices.ts';

const isa =
  'ISA*00*          *00*          *ZZ*PAYER          *ZZ*MAPLE          *261130*1200*^*00501*000000007*0*P*:';

const set = (kind: string, number: number, ...segments: string[]): string[] => [
  `ST*${kind}*${number}`,
  ...segments,
  `SE*${segments.length + 2}*${number}`,
];

const fileOf = (...sets: string[][]): string =>
  [isa, 'GS*HP*P*M*20261130*1200*1*X*005010', ...sets.flat(), `GE*${sets.length}*1`, 'IEA*1*000000007']
    .map((segment) => `${segment}~`)
    .join('');

const mine = 'C23456789CD';
const theirs = 'CDFHJKMNPQR';

const claims = [
  claim({ claimId: mine, practiceId: maple.practiceId }),
  claim({ claimId: theirs, practiceId: elm.practiceId }),
];

const sent = (fileId: string, practiceId: string): PartnerFile => ({
  ...{ partnerId: 'payer-simulator', direction: 'outbound', fileId, practiceId },
  key: `partners/payer-simulator/outbound/837P-${fileId}.x12`,
  ...{ transaction: '837P', outcome: 'sent', findings: [], at: '2026-11-30T12:00:00.000Z' },
});

const sentFiles = [sent('000000005', maple.practiceId), sent('000000006', elm.practiceId)];

const received: PartnerFile = {
  ...{ partnerId: 'payer-simulator', direction: 'inbound', fileId: 'f1', key: 'inbound/file' },
  ...{ transaction: '835', outcome: 'processed', findings: [], at: '2026-11-30T12:00:00.000Z' },
};

const effectsOn = (text: string | undefined, practices = [maple, elm, oak]): ReadOwnFileEffects => ({
  readWritten: async () => text,
  findClaim: async (claimId) => claims.find((one) => one.claimId === claimId),
  findSentFile: async (_partnerId, number) => sentFiles.find(({ fileId }) => Number(fileId) === number),
  practicesPaid: async (paidTo) => practicesPaidAmong(practices, paidTo),
});

const read = (text: string, practiceId = maple.practiceId, practices = [maple, elm, oak]) =>
  readOwnFile(received, practiceId, effectsOn(text, practices));

const payment = (number: number, npi: string, taxId: string, trace: string): string[] =>
  set(
    '835',
    number,
    `TRN*1*${trace}*1987654321`,
    'N1*PR*NORTHWIND*XV*NW',
    // A number of the payer's own is none of the payee's.
    `REF*TJ*${elm.taxId}`,
    `N1*PE*SOMEBODY*XX*${npi}`,
    `REF*TJ*${taxId}`,
    'LX*1',
    `CLP*${mine}-1*1*100*100**12*ICN1`,
  );

const ofMaple = payment(1, maple.npi, maple.taxId, 'MINE');
const ofElm = payment(2, elm.npi, elm.taxId, 'THEIRS');

describe('an 835 of several practices', () => {
  it('is read by each as far as it pays that one', async () => {
    const both = fileOf(ofMaple, ofElm);
    expect(await read(both)).toEqual({ text: fileOf(ofMaple), leftOut: 1 });
    expect(await read(both, elm.practiceId)).toEqual({ text: fileOf(ofElm), leftOut: 1 });
    expect(await read(both, oak.practiceId)).toBeUndefined();
  });

  it('is read by nobody as far as it pays a stranger, or a number that two practices have', async () => {
    expect(await read(fileOf(payment(1, '1444444444', '000000001', 'X')))).toBeUndefined();
    const same = { ...elm, npi: maple.npi, taxId: maple.taxId };
    expect(await read(fileOf(ofMaple), maple.practiceId, [maple, same])).toBeUndefined();
  });
});

/** A 277CA as its segments below the receiver: each claim at a level of its own. */
const verdicts = (number: number, ...traces: string[]): string[] =>
  set(
    '277',
    number,
    'BHT*0085*08*000000005*20261130*1200*TH',
    'HL*1**20*1',
    'TRN*1*RECEIPT',
    'HL*2*1*21*1',
    'TRN*2*000000005',
    'HL*3*2*19*1',
    'TRN*2*0',
    ...traces.flatMap((trace, at) => [`HL*${at + 4}*3*PT`, `TRN*2*${trace}`, 'STC*A2:20*20261130']),
  );

describe('an answer to claims and inquiries', () => {
  it('is read by the practice whose claims it names, and no other', async () => {
    const both = fileOf(verdicts(1, `${mine}-1`), verdicts(2, `${theirs}-1`));
    expect(await read(both)).toEqual({ text: fileOf(verdicts(1, `${mine}-1`)), leftOut: 1 });
  });

  it.each([
    ['another practice’s claim', [`${mine}-1`, `${theirs}-1`]],
    ['a claim that nobody has', [`${mine}-1`, 'C99999999CD-1']],
    ['a number of another system', [`${mine}-1`, 'PATIENT-77']],
  ])('is read by nobody where it names %s beside', async (_what, traces) => {
    expect(await read(fileOf(verdicts(1, ...traces)))).toBeUndefined();
  });

  it('that names nothing is read by whose file it answers', async () => {
    expect(await read(fileOf(verdicts(1)))).toEqual({ text: fileOf(verdicts(1)), leftOut: 0 });
    expect(await read(fileOf(verdicts(1)), elm.practiceId)).toBeUndefined();
  });

  it('to a group or an interchange is read by whose file it was', async () => {
    const a999 = (number: number, group: string) =>
      set('999', number, `AK1*HC*${group}*005010X222A1`, 'AK9*A*1*1*1');
    const both = fileOf(a999(1, '5'), a999(2, '6'));
    expect(await read(both)).toEqual({ text: fileOf(a999(1, '5')), leftOut: 1 });
    expect(await read(fileOf(a999(1, '77')))).toBeUndefined();
    const ta1 = [isa, 'TA1*000000006*261130*1200*A*000', 'IEA*0*000000007'].map((one) => `${one}~`).join('');
    expect(await read(ta1)).toBeUndefined();
    expect(await read(ta1, elm.practiceId)).toEqual({ text: ta1, leftOut: 0 });
  });

  it('of a kind that nobody reads is nobody’s', async () => {
    expect(await read(fileOf(set('820', 1, `TRN*2*${mine}-1`)))).toBeUndefined();
  });
});

describe('a file of ours', () => {
  const [ours, others] = sentFiles as [PartnerFile, PartnerFile];

  it('is read whole by the practice that sent it', async () => {
    expect(await readOwnFile(ours, maple.practiceId, effectsOn('ISA…'))).toEqual({
      text: 'ISA…',
      leftOut: 0,
    });
    expect(await readOwnFile(others, maple.practiceId, effectsOn('ISA…'))).toBeUndefined();
  });

  it('that is gone is not found', async () => {
    expect(await readOwnFile(ours, maple.practiceId, effectsOn(undefined))).toBeUndefined();
  });
});
