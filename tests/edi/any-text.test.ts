import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitInterchanges } from '../../functions/edi/envelope.ts';
import type { Checked } from '../../functions/edi/findings.ts';
import { identifyTransaction } from '../../functions/edi/identify-transaction.ts';
import { readTa1 } from '../../functions/edi/ta1/read-ta1.ts';
import { writeTa1 } from '../../functions/edi/ta1/write-ta1.ts';
import { read270 } from '../../functions/edi/x270/read-270.ts';
import { write270 } from '../../functions/edi/x270/write-270.ts';
import { read271 } from '../../functions/edi/x271/read-271.ts';
import { write271 } from '../../functions/edi/x271/write-271.ts';
import { read276 } from '../../functions/edi/x276/read-276.ts';
import { write276 } from '../../functions/edi/x276/write-276.ts';
import { read277 } from '../../functions/edi/x277/read-277.ts';
import { write277 } from '../../functions/edi/x277/write-277.ts';
import { read277ca } from '../../functions/edi/x277ca/read-277ca.ts';
import { write277ca } from '../../functions/edi/x277ca/write-277ca.ts';
import { checkRemittanceBalance } from '../../functions/edi/x835/check-balance.ts';
import { read835 } from '../../functions/edi/x835/read-835.ts';
import { write835 } from '../../functions/edi/x835/write-835.ts';
import { read837p } from '../../functions/edi/x837p/read-837p.ts';
import { write837p } from '../../functions/edi/x837p/write-837p.ts';
import { read999 } from '../../functions/edi/x999/read-999.ts';
import { write999 } from '../../functions/edi/x999/write-999.ts';
import { claimAcknowledgementFile, implementationAcknowledgement } from './answers.ts';
import { statusInquiryFile, statusResponseFile } from './claim-status-files.ts';
import { eligibilityInquiryFile, eligibilityResponseFile } from './eligibility-files.ts';
import { dataOf } from './expectations.ts';
import { header } from './interchange-headers.ts';
import { claimFile, dependentClaim, fullClaim, secondaryClaim } from './professional-claims.ts';
import { remittance, remittanceFile } from './remittances.ts';

type Codec = {
  transaction: string;
  text: string; // a file of ours
  read: (text: string) => Checked<unknown>;
  rewrite: (text: string) => string;
};

const codec = <T>(
  transaction: string,
  file: T,
  read: (text: string) => Checked<T>,
  write: (file: T) => string,
): Codec => ({
  transaction,
  text: write(file),
  read,
  rewrite: (text) => write(dataOf(read(text))),
});

const ta1 = { controlNumber: 1, interchangeCreatedAt: '2026-03-02T09:30:00.000Z', code: 'A', note: '000' };

const claims = [dependentClaim(), secondaryClaim(), fullClaim()];

const claimText = write837p(claimFile(claims));

const codecs: Codec[] = [
  codec('837P', claimFile(claims), read837p, write837p),
  codec('835', remittanceFile([remittance(), remittance()]), read835, write835),
  codec(
    '999',
    { envelope: header(), acknowledgements: [implementationAcknowledgement()] },
    read999,
    write999,
  ),
  codec('TA1', { envelope: header(), acknowledgements: [ta1] }, readTa1, writeTa1),
  codec('277CA', claimAcknowledgementFile(), read277ca, write277ca),
  codec('276', statusInquiryFile(), read276, write276),
  codec('277', statusResponseFile(), read277, write277),
  codec('270', eligibilityInquiryFile(), read270, write270),
  codec('271', eligibilityResponseFile(), read271, write271),
];

const readEverything = (text: string): void => {
  identifyTransaction(text);
  splitInterchanges(text);
  for (const { read } of codecs) read(text);
  const remittances = read835(text);
  if (remittances.success) remittances.data.remittances.map(checkRemittanceBalance);
};

/** A file in which some segments are lost, doubled, moved or have an element replaced. */
const mutated = (text: string): fc.Arbitrary<string> => {
  const piece = fc.constantFrom(
    '',
    '*',
    ':',
    '^',
    '~',
    '**',
    '0',
    '-',
    '9'.repeat(40),
    'é',
    '\n',
    '*IEA*',
    'HL*1**20*1~',
  );
  const change = fc.record({
    at: fc.nat(text.length - 1),
    drop: fc.nat(60),
    put: piece,
    from: fc.nat(text.length - 1),
  });
  return fc
    .array(change, { minLength: 1, maxLength: 6 })
    .map((changes) =>
      changes.reduce(
        (one, { at, drop, put, from }) =>
          one.slice(0, at) +
          put +
          (drop % 3 === 0 ? one.slice(from, from + drop) : '') +
          one.slice(at + drop),
        text,
      ),
    );
};

/** The same, with a header that stays whole, so that the damage reaches the readers of loops. */
const mutatedBody = (text: string): fc.Arbitrary<string> =>
  mutated(text.slice(107)).map((body) => text.slice(0, 107) + body);

describe('reading any text', () => {
  it('never throws on arbitrary text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => readEverything(text)),
      { numRuns: 200 },
    );
  });

  it('never throws on arbitrary bytes after a valid header', () => {
    const [isa = ''] = claimText.split('\n');
    const body = fc.string({ unit: fc.constantFrom(...'STGE*~:^HLNM1CLP835 019\n'), maxLength: 300 });
    fc.assert(
      fc.property(body, (text) => readEverything(`${isa}${text}`)),
      { numRuns: 200 },
    );
  });

  it.each(codecs)('never throws on a damaged $transaction', ({ text }) => {
    fc.assert(
      fc.property(
        fc.oneof({ weight: 1, arbitrary: mutated(text) }, { weight: 4, arbitrary: mutatedBody(text) }),
        readEverything,
      ),
      {
        numRuns: 150,
      },
    );
  });

  it.each(codecs)('names no values in the findings of a damaged $transaction', ({ text, read }) => {
    fc.assert(
      fc.property(mutatedBody(text), (damaged) => {
        for (const { detail } of read(damaged).findings ?? [])
          expect(detail).not.toMatch(/OKAFOR|CHIDI|W100200/);
      }),
      { numRuns: 40 },
    );
  });
});

describe('writing what was read', () => {
  it.each(codecs)('gives the same bytes for a $transaction of ours', ({ text, rewrite }) => {
    expect(rewrite(text)).toBe(text);
  });
});
