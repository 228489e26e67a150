import { describe, expect, it } from 'vitest';
import { readInterchange, splitInterchanges } from '../../functions/edi/envelope.ts';
import { identifyTransaction } from '../../functions/edi/identify-transaction.ts';
import { writeTa1 } from '../../functions/edi/ta1/write-ta1.ts';
import { read835 } from '../../functions/edi/x835/read-835.ts';
import { write835 } from '../../functions/edi/x835/write-835.ts';
import { read837p } from '../../functions/edi/x837p/read-837p.ts';
import { write837p } from '../../functions/edi/x837p/write-837p.ts';
import { cleanData, codesOf, dataOf } from './expectations.ts';
import { header } from './interchange-headers.ts';
import { claimFile, professionalClaim } from './professional-claims.ts';
import { remittance, remittanceFile } from './remittances.ts';

const text = write835(remittanceFile());

describe('the envelope', () => {
  it('is written with fixed widths and matching control numbers', () => {
    const lines = write835(remittanceFile([remittance(), remittance()])).split('\n');
    expect(lines[0]).toBe(
      'ISA*00*          *00*          *ZZ*NORTHWIND      *ZZ*LAKESIDE       *260302*0930*^*00501*000004711*0*T*:~',
    );
    expect(lines[1]).toBe('GS*HP*NORTHWIND*LAKESIDE*20260302*0930*4711*X*005010X221A1~');
    expect(lines.slice(-3)).toEqual(['GE*2*4711~', 'IEA*1*000004711~', '']);
    expect(lines.filter((line) => line.startsWith('ST'))).toEqual(['ST*835*0001~', 'ST*835*0002~']);
  });

  it('is read back as the header that it was written from', () => {
    expect(cleanData(readInterchange(text)).header).toEqual(remittanceFile().envelope);
  });

  it.each([
    ['TA105-001', 'IEA*1*000004711', 'IEA*1*000004712'],
    ['TA105-021', 'IEA*1*', 'IEA*2*'],
    ['TA105-023', 'IEA*1*000004711~\n', ''],
    ['AK905-3', 'GE*1*4711~\n', ''],
    ['AK905-4', 'GE*1*4711', 'GE*1*4712'],
    ['AK905-5', 'GE*1*4711', 'GE*2*4711'],
    ['IK502-2', /SE\*.*\n/, ''],
    ['IK502-3', /(SE\*\d+\*)0001/, '$10002'],
    ['IK502-4', /SE\*\d+/, 'SE*9'],
    ['IK502-6', 'ST*835', 'ST*'],
    ['IK502-7', 'ST*835*0001', 'ST*835'],
    ['IK304-1', 'LX*1~', 'LX*1~\nlx*1~'],
  ])('gives %s for the fault that X12 calls so', (code, from, to) => {
    expect(codesOf(readInterchange(text.replace(from, to)))).toContain(code);
  });

  it.each([
    ['TA105-022', 'HELLO'],
    ['TA105-022', ''],
    ['TA105-022', text.slice(0, 105)],
    ['TA105-026', text.replace('*ZZ*NORTHWIND ', '*ZZ*NORTH*IND ')],
    ['TA105-004', text.replace('*T*:~', '*T*^~')],
    ['TA105-018', text.replace('00501*000004711', '00501*00000471X')],
    ['TA105-014', text.replace('260302*0930', '260230*0930')],
    ['TA105-014', text.replace('260302*0930', '260302*2530')],
    ['TA105-020', text.replace('*T*:~', '*X*:~')],
  ])('cannot be read and gives %s when the ISA is damaged', (code, damaged) => {
    const result = readInterchange(damaged);
    expect(result.success).toBe(false);
    expect(codesOf(result)).toEqual([code]);
  });

  it.each([
    ['a line break after each segment', (one: string) => one],
    ['Windows line breaks', (one: string) => one.replaceAll('\n', '\r\n')],
    ['no line breaks', (one: string) => one.replaceAll('\n', '')],
    ['line breaks as terminators', (one: string) => one.replaceAll('~\n', '\n')],
    ['a byte order mark', (one: string) => `\uFEFF${one}`],
    ['other delimiters', (one: string) => one.replaceAll('*', '|').replaceAll(':', '>').replaceAll('~', "'")],
    ['the standards id of older versions in ISA11', (one: string) => one.replace('0930*^*', '0930*U*')],
    [
      'padded elements',
      (one: string) => one.replaceAll('*HC:', '*HC :').replaceAll('~', '  ~').replace('*:  ~', '*:~'),
    ],
  ])('is read with %s', (_, change) => {
    expect(cleanData(read835(change(text)))).toEqual(remittanceFile());
  });

  it.each([
    ['an id that is too long', { receiverId: 'NORTHWIND-HEALTH' }],
    ['an empty id', { senderId: '' }],
    ['a delimiter in an id', { senderId: 'LAKE*SIDE' }],
    ['a qualifier of one character', { senderQualifier: 'Z' }],
    ['a control number of ten digits', { controlNumber: 1_000_000_000 }],
    ['no control number', { controlNumber: 0 }],
    ['a time that is no instant', { createdAt: 'yesterday' }],
  ])('is not written with %s', (_, changes) => {
    const file = { ...claimFile([professionalClaim()]), envelope: header(changes) };
    expect(() => write837p(file)).toThrow(expect.objectContaining({ name: 'UnwritableValue' }));
  });

  it('reports what follows it, and hands out several interchanges of one file one by one', () => {
    const second = write835(remittanceFile([remittance({ traceNumber: 'CK2' })])).replaceAll('*', '|');
    expect(codesOf(read835(text + second))).toEqual(['TA105-022']);
    const remittances = splitInterchanges(text + second).flatMap(
      (one) => cleanData(read835(one)).remittances,
    );
    expect(remittances.map(({ traceNumber }) => traceNumber)).toEqual(['CK0012345', 'CK2']);
  });

  it('is split into nothing when there is nothing, and left whole when it is something else', () => {
    expect(splitInterchanges(' \n')).toEqual([]);
    expect(splitInterchanges('HELLO')).toEqual(['HELLO']);
    expect(splitInterchanges(text)).toEqual([text.trimEnd()]);
  });
});

describe('identifying a file', () => {
  const ta1 = { controlNumber: 1, interchangeCreatedAt: '2026-03-02T09:30:00.000Z', code: 'A', note: '000' };

  it('names the transaction, its version and our word for it', () => {
    expect(identifyTransaction(text)).toEqual({ transaction: '835', version: '005010X221A1', kind: '835' });
    expect(identifyTransaction(write837p(claimFile([professionalClaim()])))?.kind).toBe('837P');
  });

  it('tells a 277CA from a 277', () => {
    const as277 = (version: string): string =>
      text.replace('ST*835', 'ST*277').replace('005010X221A1', version);
    expect(identifyTransaction(as277('005010X214'))?.kind).toBe('277CA');
    expect(identifyTransaction(as277('005010X212'))?.kind).toBe('277');
  });

  it('knows an interchange that only acknowledges', () => {
    expect(identifyTransaction(writeTa1({ envelope: header(), acknowledgements: [ta1] }))).toEqual({
      transaction: 'TA1',
      kind: 'TA1',
    });
  });

  it('has no word of ours for a transaction that the codec does not know', () => {
    expect(identifyTransaction(text.replace('ST*835', 'ST*820'))).toMatchObject({
      transaction: '820',
      kind: undefined,
    });
  });

  it('is undefined for what is not X12', () => {
    expect(identifyTransaction('{"resourceType":"Claim"}')).toBeUndefined();
    expect(identifyTransaction('')).toBeUndefined();
  });

  it('reports a set of another transaction beside those that it reads', () => {
    const mixed = write835(remittanceFile([remittance(), remittance()])).replace(
      'ST*835*0001',
      'ST*820*0001',
    );
    expect(dataOf(read835(mixed)).remittances).toHaveLength(1);
    expect(codesOf(read835(mixed))).toEqual(['IK502-1']);
    expect(codesOf(read837p(mixed))).toEqual(['IK502-1', 'IK502-1', 'AK905-1']);
  });
});
