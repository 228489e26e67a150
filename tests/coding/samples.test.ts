import { beforeAll, describe, expect, it, vi } from 'vitest';
import { decideAcceptance } from '../../functions/coding/decide-acceptance.ts';
import { extractText } from '../../functions/coding/extract-text.ts';
import { proposeEncounterCodes } from '../../functions/coding/propose-encounter-codes.ts';
import { suggestCodes } from '../../functions/coding/suggest-codes.ts';
import { stopsClaim } from '../../functions/domain/visit/edit-finding.ts';
import { findBrokenEdits } from '../../functions/scrubbing/find-broken-edits.ts';
import { payers } from '../factories/payers.ts';
import { practice as aPractice } from '../factories/practices.ts';
import { sampleBytes } from '../factories/sample-files.ts';
import { sampleDay, samples } from '../factories/sample-visits.ts';

// A fresh clone has the starter set only, and must code the samples with it.
beforeAll(() => {
  vi.stubEnv('CLAIMWRIGHT_CODESETS', 'no-code-sets-here');
});

const practice = aPractice();

const decide = ({ note, registration }: (typeof samples)[number]) =>
  decideAcceptance(
    proposeEncounterCodes(suggestCodes(note ?? '', registration), registration.dateOfService),
    practice.codingPolicy,
  );

const forCoder = '14-vague-fatigue';
const readable = samples.filter(({ note }) => note !== undefined);

describe('samples', () => {
  it.each(readable.filter(({ name }) => name !== forCoder))(
    'codes $name with confidence as expected',
    (sample) => {
      expect(decide(sample)).toEqual({ outcome: 'confident', codes: sample.expected });
    },
  );

  it('hands the vague note to a coder with questions', () => {
    const vague = samples.filter(({ name }) => name === forCoder).map(decide);
    expect(vague).toMatchObject([{ outcome: 'needs-coder' }]);
    expect(vague.flatMap((decision) => ('questions' in decision ? decision.questions : []))).not.toEqual([]);
  });

  it('cannot read the scan and tells the clinic what it is', () => {
    const extraction = extractText(sampleBytes('15-unreadable-scan', 'scan.tif'), { fileName: 'scan.tif' });
    expect(extraction).toMatchObject({ outcome: 'unreadable', reason: expect.stringContaining('TIFF') });
  });

  it.each(samples)('scrubs $name clean', ({ registration, expected }) => {
    const payer = payers.find(({ payerId }) => payerId === registration.coverages[0]?.payerId);
    expect(payer).toBeDefined();
    const encounter = { registration, codes: expected, practice, ...(payer && { payer }) };
    expect(findBrokenEdits(encounter, sampleDay).filter(stopsClaim)).toEqual([]);
  });

  it.each(readable)('extracts the text of $name unchanged', ({ note }) => {
    expect(extractText(Buffer.from(note ?? ''))).toEqual({ outcome: 'extracted', text: note });
  });
});
