import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
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
import { remittance, remittanceFile } from './remittances.ts';

const python = join(import.meta.dirname, '../../.local/tools/bin/python');
const isThere = existsSync(python);
const run = promisify(execFile);

if (!isThere) console.warn('pyx12 (.local/tools) is not here: what we write is not judged by it.');

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

describe.skipIf(!isThere)('pyx12 accepts', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pyx12-'));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  /**
   * Its exit code is 0 even on failure; its verdict stands in what it prints. What it says besides is about the
   * acknowledgement that it makes, which it cannot for an 835: that has no ST03.
   */
  const judge = async (text: string): Promise<string> => {
    const file = join(folder, 'file.x12');
    writeFileSync(file, text);
    const { stdout, stderr } = await run(python, ['-m', 'pyx12.scripts.x12valid', file], { cwd: folder });
    const lines = `${stdout}${stderr}`.replaceAll(file, 'FILE').split('\n');
    return lines.filter((line) => /^FILE:| Line:/.test(line)).join('\n');
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
    expect(await judge(text)).toBe('FILE: OK');
  });

  it('nothing that lacks a required segment, which shows that it judges', { timeout: 60_000 }, async () => {
    expect(await judge(write837p(claimFile(everyKind)).replace(/HI\*.*\n/, ''))).toContain('Failure');
  });
});
