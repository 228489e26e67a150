import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentDigest } from '../../functions/domain/digest.ts';
import { contentsOf } from '../../functions/edi/contents-of.ts';
import { writeInterchange } from '../../functions/edi/envelope/interchange-writer.ts';
import type { Guide } from '../../functions/edi/guide/declare.ts';
import { writeSets } from '../../functions/edi/sets.ts';
import { standardDelimiters } from '../../functions/edi/text/delimiters.ts';
import { eligibilityResponseGuide } from '../../functions/edi/x271/guide.ts';
import { statusInquiryGuide } from '../../functions/edi/x276/guide.ts';
import { statusResponseGuide } from '../../functions/edi/x277/guide.ts';
import { claimAcknowledgementGuide } from '../../functions/edi/x277ca/guide.ts';
import { remittanceGuide } from '../../functions/edi/x835/guide.ts';
import { professionalClaimGuide } from '../../functions/edi/x837p/guide.ts';
import { implementationAcknowledgementGuide } from '../../functions/edi/x999/guide.ts';
import { describePartnerFile } from '../../functions/partners/describe-partner-file.ts';
import { answersIn, parseInboundKey } from '../../functions/partners/receive-partner-file.ts';
import {
  acknowledgement,
  claimAcknowledgementSet,
  eligibilityResponseSet,
  statusInquirySet,
  statusResponseSet,
  subscriberAnswer,
  subscriberStatus,
  subscriberStatusInquiry,
} from '../edi/material/answer-sets.ts';
import { claimSet } from '../edi/material/claim-sets.ts';
import { header } from '../edi/material/interchange-headers.ts';
import { remittance } from '../factories/remittances.ts';

const fileOf = <T extends object, Unit>(guide: Guide<T, Unit>, set: T): string =>
  writeSets(header(), guide, [set]);

/** The readers that a text needs, interchange by interchange. */
const readersOf = (text: string): string[][] => contentsOf(text).map(answersIn);

const ta1 = writeInterchange(
  {
    header: header(),
    delimiters: standardDelimiters,
    groups: [],
    acknowledgements: [
      { controlNumber: 1, interchangeCreatedAt: '2026-03-02T09:30:00.000Z', code: 'A', note: '000' },
    ],
  },
  [],
);

describe('a file of a partner', () => {
  it.each([
    ['271', fileOf(eligibilityResponseGuide, eligibilityResponseSet(subscriberAnswer()))],
    ['277', fileOf(statusResponseGuide, statusResponseSet(subscriberStatus()))],
    ['277CA', fileOf(claimAcknowledgementGuide, claimAcknowledgementSet())],
    ['835', fileOf(remittanceGuide, remittance())],
    ['999', fileOf(implementationAcknowledgementGuide, acknowledgement())],
    ['TA1', ta1],
  ])('is known as a %s', (name, text) => {
    expect(readersOf(text)).toEqual([[name]]);
  });

  it.each([
    ['a claim', fileOf(professionalClaimGuide, claimSet())],
    ['an inquiry', fileOf(statusInquiryGuide, statusInquirySet(subscriberStatusInquiry()))],
    ['a letter', 'Dear Sirs,'],
    ['nothing', ''],
  ])('is no answer when it is %s', (_title, text) => {
    expect(readersOf(text).flat()).toEqual([]);
  });

  it('needs the reader of each kind that it holds', () => {
    const text = fileOf(remittanceGuide, remittance());
    const both = text.replace('GS*', 'TA1*000004711*260302*0930*A*000~\nGS*');
    expect(readersOf(`${ta1}${both}${fileOf(professionalClaimGuide, claimSet())}`)).toEqual([
      ['TA1'],
      ['835', 'TA1'],
      [],
    ]);
    expect(readersOf(both.slice(0, both.indexOf('BPR')))).toEqual([['835', 'TA1']]);
  });

  it('never fails on its content, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (any) => {
        readersOf(any);
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
      expect(contentDigest(one) === contentDigest(other)).toBe(Buffer.compare(one, other) === 0);
    }),
  );
});

it('a biller hears of a file by its findings, and on the page alone by its name, which may be a patient’s', () => {
  const findings = [{ code: 'unknown-claim', path: 'AK1[1]', detail: 'Not ours' }];
  expect(describePartnerFile('999-1.x12', findings)).toMatchObject({
    kind: 'partner-file',
    owner: 'biller',
    reasons: [
      { code: 'unknown-claim AK1[1]', text: 'Not ours' },
      { code: 'file', text: expect.stringContaining('999-1.x12'), pageOnly: true },
    ],
    advice: expect.not.stringContaining('999-1.x12'),
    actions: ['dismiss'],
  });
});
