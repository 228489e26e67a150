import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cents } from '../../functions/edi/money.ts';
import type { ClaimAcknowledgementFile } from '../../functions/edi/x277ca/claim-acknowledgement.ts';
import { write277ca } from '../../functions/edi/x277ca/write-277ca.ts';
import { write835 } from '../../functions/edi/x835/write-835.ts';
import { write837p } from '../../functions/edi/x837p/write-837p.ts';
import type {
  ImplementationAcknowledgement,
  SegmentError,
} from '../../functions/edi/x999/implementation-acknowledgement.ts';
import { write999 } from '../../functions/edi/x999/write-999.ts';
import { claimAcknowledgementFile, implementationAcknowledgement, lakeside } from './answers.ts';
import { header } from './interchange-headers.ts';
import {
  claimFile,
  dependentClaim,
  fullClaim,
  professionalClaim,
  secondaryClaim,
} from './professional-claims.ts';
import { isPyx12Here, judge } from './pyx12-judge.ts';
import { remittance, remittanceFile } from './remittances.ts';

const everyKind = [professionalClaim(), dependentClaim(), secondaryClaim(), fullClaim()];

const withheld = remittance({
  paid: cents(7500),
  providerAdjustments: [
    {
      providerId: '1234567893',
      fiscalPeriodEnd: '2026-12-31',
      adjustments: [{ reason: 'WO', reference: 'I1', amount: cents(2500) }],
    },
  ],
});

/** It takes the two kinds of CTX after an IK3 for one kind, of which there may be one: here each has only one. */
const withOneContext = (): ImplementationAcknowledgement => {
  const acknowledgement = implementationAcknowledgement();
  const withoutTrigger = (error: SegmentError): SegmentError => ({
    ...error,
    contexts: error.contexts.slice(1),
  });
  const transactionSets = acknowledgement.transactionSets.map((set) => ({
    ...set,
    segmentErrors: set.segmentErrors.map(withoutTrigger),
  }));
  return { ...acknowledgement, transactionSets };
};

/** Its map wants a verdict on each provider, and claims under each. */
const withProviderVerdict = (): ClaimAcknowledgementFile => {
  const file = claimAcknowledgementFile();
  const providerStatuses = file.providerStatuses.map((verdict) => ({ ...verdict, provider: lakeside }));
  return { ...file, providerStatuses };
};

describe.skipIf(!isPyx12Here)('pyx12 accepts', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pyx12-'));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  const verdictOn = (text: string): Promise<string[]> => {
    const file = join(folder, 'file.x12');
    writeFileSync(file, text);
    return judge(file);
  };

  it.each([
    [
      'an 837P with claims of subscribers, dependents, second payers and replacements',
      write837p(claimFile(everyKind)),
    ],
    ['an 835', write835(remittanceFile([remittance(), withheld]))],
    ['a 999', write999({ envelope: header(), acknowledgements: [withOneContext()] })],
    ['a 277CA', write277ca(withProviderVerdict())],
  ])('%s', { timeout: 60_000 }, async (_, text) => {
    expect(await verdictOn(text)).toEqual(['file.x12: OK']);
  });

  it('nothing that lacks a required segment, which shows that it judges', { timeout: 60_000 }, async () => {
    const broken = write837p(claimFile(everyKind)).replace(/HI\*.*\n/, '');
    expect(await verdictOn(broken)).toContain('file.x12: Failure');
  });
});
