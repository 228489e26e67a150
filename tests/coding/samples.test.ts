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

const forCoder = ['14-vague-fatigue', '17-light-headed'];
const warnedOf = '18-sex-on-file';
const readable = samples.filter(({ note }) => note !== undefined);

describe('samples', () => {
  it.each(readable.filter(({ name }) => !forCoder.includes(name)))(
    'codes $name with confidence as expected',
    (sample) => {
      expect(decide(sample)).toEqual({ outcome: 'confident', codes: sample.expected });
    },
  );

  it.each(forCoder)('hands the vague note of %s to a coder with questions', (vague) => {
    const decisions = samples.filter(({ name }) => name === vague).map(decide);
    expect(decisions).toMatchObject([{ outcome: 'needs-coder' }]);
    expect(decisions.flatMap((one) => ('questions' in one ? one.questions : []))).not.toEqual([]);
  });

  it('cannot read the scan and tells the clinic what it is', () => {
    const extraction = extractText(sampleBytes('15-unreadable-scan', 'scan.tif'), { fileName: 'scan.tif' });
    expect(extraction).toMatchObject({ outcome: 'unreadable', reason: expect.stringContaining('TIFF') });
  });

  const stopping = ({ registration, expected }: (typeof samples)[number]) => {
    const payer = payers.find(({ payerId }) => payerId === registration.coverages[0]?.payerId);
    expect(payer).toBeDefined();
    const encounter = { registration, codes: expected, practice, ...(payer && { payer }) };
    return findBrokenEdits(encounter, sampleDay).filter(stopsClaim);
  };

  it.each(samples.filter(({ name }) => name !== warnedOf))('scrubs $name clean', (sample) => {
    expect(stopping(sample)).toEqual([]);
  });

  it('warns of the sex on file that payers do not expect with the diagnosis', () => {
    const found = samples.filter(({ name }) => name === warnedOf).flatMap(stopping);
    expect(found).toMatchObject([{ code: 'diagnosis-sex-conflict', severity: 'warn', desk: 'coder' }]);
  });

  it.each(readable)('extracts the text of $name unchanged', ({ note }) => {
    expect(extractText(Buffer.from(note ?? ''))).toEqual({ outcome: 'extracted', text: note });
  });
});
