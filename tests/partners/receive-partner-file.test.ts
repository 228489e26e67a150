import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PartnerFile } from '../../functions/domain/partner-file.ts';
import { writeTa1 } from '../../functions/edi/ta1/write-ta1.ts';
import { write271 } from '../../functions/edi/x271/write-271.ts';
import { write276 } from '../../functions/edi/x276/write-276.ts';
import { write277 } from '../../functions/edi/x277/write-277.ts';
import { write277ca } from '../../functions/edi/x277ca/write-277ca.ts';
import { write835 } from '../../functions/edi/x835/write-835.ts';
import { write837p } from '../../functions/edi/x837p/write-837p.ts';
import { write999 } from '../../functions/edi/x999/write-999.ts';
import { describePartnerFile } from '../../functions/partners/describe-partner-file.ts';
import {
  answerOf,
  fileIdOf,
  parseInboundKey,
  unreadableFile,
} from '../../functions/partners/receive-partner-file.ts';
import { claimAcknowledgementFile, implementationAcknowledgement } from '../edi/answers.ts';
import { inquiry, response } from '../edi/claim-status-files.ts';
import { eligibilityResponseFile } from '../edi/eligibility-files.ts';
import { header } from '../edi/interchange-headers.ts';
import { claimFile, professionalClaim } from '../edi/professional-claims.ts';
import { remittanceFile } from '../edi/remittances.ts';

const envelope = header();
const ta1 = {
  controlNumber: 1,
  interchangeCreatedAt: '2026-03-02T09:30:00.000Z',
  code: 'A',
  note: '000',
};

describe('a file of a partner', () => {
  it.each([
    ['271', write271(eligibilityResponseFile())],
    ['277', write277({ envelope, responses: [response()], refusals: [] })],
    ['277CA', write277ca(claimAcknowledgementFile())],
    ['835', write835(remittanceFile())],
    ['999', write999({ envelope, acknowledgements: [implementationAcknowledgement()] })],
    ['TA1', writeTa1({ envelope, acknowledgements: [ta1] })],
  ])('is known as a %s', (name, text) => {
    expect(answerOf(text)).toBe(name);
  });

  it.each([
    ['a claim', write837p(claimFile([professionalClaim()]))],
    ['an inquiry', write276({ envelope, inquiries: [inquiry()] })],
    ['a letter', 'Dear Sirs,'],
    ['nothing', ''],
  ])('is no answer when it is %s', (_title, text) => {
    expect(answerOf(text)).toBeUndefined();
  });

  it('never fails on its content, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (any) => {
        answerOf(any);
      }),
    );
  });
});

describe('the key of a file of a partner', () => {
  it('names the partner', () => {
    expect(parseInboundKey('partners/payer-simulator/inbound/835-1.x12')).toEqual({
      partnerId: 'payer-simulator',
    });
  });

  it.each([
    'partners/payer-simulator/outbound/835-1.x12',
    'partners/payer-simulator/inbound/',
    'partners/payer-simulator/inbound/old/835-1.x12',
    'partners/P/inbound/835-1.x12',
    'partners//inbound/835-1.x12',
  ])('is not ours: %s', (key) => {
    expect(parseInboundKey(key)).toBeUndefined();
  });
});

it('a file is the same by its content and no other', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (one, other) => {
      expect(fileIdOf(one) === fileIdOf(other)).toBe(Buffer.compare(one, other) === 0);
    }),
  );
});

it('a file that nobody reads is kept with a finding', () => {
  const kept = unreadableFile('payer-simulator', 'f0', 'partners/payer-simulator/inbound/x', '2026-03-02');
  expect(PartnerFile.parse(kept)).toEqual(kept);
  expect(kept).toMatchObject({ outcome: 'unreadable', transaction: 'unknown' });
});

it('a biller hears of a file by its name and its findings', () => {
  const findings = [{ code: 'unknown-claim', path: 'AK1[1]', detail: 'Not ours' }];
  expect(describePartnerFile('999-1.x12', findings)).toMatchObject({
    kind: 'partner-file',
    owner: 'biller',
    reasons: [{ code: 'unknown-claim AK1[1]', text: 'Not ours' }],
    advice: expect.stringContaining('999-1.x12'),
    actions: ['dismiss'],
  });
});
