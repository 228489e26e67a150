import { beforeAll, describe, expect, it, vi } from 'vitest';
import { diagnosisCodes } from '../../codesets/code-set.ts';
import {
  type ProposingEffects,
  proposeCodes,
  type SuggestCodesOutcome,
  suggestCodesOutcomes,
} from '../../functions/coding/propose-codes.ts';
import type { Suggester } from '../../functions/coding/suggesters/suggester.ts';
import { Encounter } from '../../functions/domain/encounter.ts';
import type { Practice } from '../../functions/domain/practice.ts';
import { anEncounter } from '../factories/encounters.ts';
import { practice } from '../factories/practices.ts';

beforeAll(() => {
  vi.stubEnv('CLAIMWRIGHT_CODESETS', 'no-code-sets-here');
});

const id = { practiceId: 'maple-street', encounterId: 'E1014' };
const note =
  'CC: Blood pressure follow-up.\nAssessment and Plan:\n1. Hypertension, at goal. Continue lisinopril 10 mg daily.\n2. Hyperlipidemia, at goal. Continue atorvastatin 20 mg daily.';

/** The names of all diagnoses of the starter set. */
const conditions = diagnosisCodes.map(({ terms: [name = ''] }) => name);

const finds = (code: string): Suggester => ({
  name: 'bedrock',
  suggest: async () => ({
    suggestions: [
      {
        system: 'ICD-10-CM',
        code,
        description: code,
        confidence: 0.9,
        evidence: [{ start: 0, end: 2, quote: 'CC' }],
        rules: [],
        modifiers: [],
        units: 1,
      },
    ],
    questions: [],
    rejected: [],
    findings: [],
  }),
});

const broken: Suggester = {
  name: 'comprehend-medical',
  suggest: async () => {
    throw new Error('throttled');
  },
};

/** Proposes codes for an encounter of a practice, and gives what became of it. */
const propose = async (change: Partial<ProposingEffects> = {}, accepts = 0) => {
  const written: Partial<Encounter>[] = [];
  const failed: string[] = [];
  const policy: Practice = practice({ codingPolicy: { autoAcceptConfidence: accepts } });
  const outcome: SuggestCodesOutcome = await proposeCodes(id, {
    others: [],
    failed: (name) => failed.push(name),
    answered: () => undefined,
    getEncounter: async () => anEncounter({ suggestions: [] }),
    readNote: async () => note,
    getPractice: async () => policy,
    findTermDecisions: async () => ({ notes: 0, decisions: [] }),
    changeEncounter: async (_, patch) => written.push(patch()),
    ...change,
  });
  return { outcome, written: written[0], writes: written.length, failed };
};

const codesOf = (encounter: Partial<Encounter> | undefined): readonly string[] =>
  encounter?.suggestions?.map(({ code }) => code) ?? [];

describe('proposeCodes', () => {
  it('hands on whether the policy takes the proposal, and has no other outcome', async () => {
    const outcomes = [await propose(), await propose({}, 1)].map(({ outcome }) => outcome);
    expect(outcomes).toEqual(suggestCodesOutcomes);
  });

  it('keeps suggestions, proposal and basis in one change that can be read again', async () => {
    const { written, writes } = await propose();
    expect(writes).toBe(1);
    expect(codesOf(written)).toEqual(['I10', 'E78.5', '99214']);
    expect(written).toMatchObject({
      questions: [],
      proposal: { diagnoses: ['I10', 'E78.5'] },
      codingBasis: { rules: expect.any(Number) },
    });
    expect(() => Encounter.parse({ ...anEncounter(), ...written })).not.toThrow();
  });

  it('keeps the proposal for the coder whose questions it asks', async () => {
    const { written } = await propose({}, 1);
    expect(written?.proposal?.diagnoses).toEqual(['I10', 'E78.5']);
    expect(written?.questions).toEqual([expect.stringContaining('Please confirm')]);
  });

  it('asks a coder about a code that only another suggester finds, and shows it behind ours', async () => {
    const { outcome, written } = await propose({ others: [finds('M10.9')] });
    expect(outcome).toBe('needs-coder');
    expect(codesOf(written).at(-1)).toBe('M10.9');
    expect(written?.proposal?.diagnoses).not.toContain('M10.9');
  });

  it('goes on without a suggester that fails', async () => {
    const { outcome, failed } = await propose({ others: [broken] });
    expect([outcome, failed]).toEqual(['confident', ['comprehend-medical']]);
  });

  it('keeps fifty rejected codes at most: a record holds no more', async () => {
    const denied = conditions.map((name, at) => `${at + 1}. No evidence of ${name}.`).join('\n');
    const readNote = async () => `CC: Check-up.\nAssessment:\n${denied}`;
    const { written } = await propose({ readNote });
    expect(conditions.length).toBeGreaterThan(50);
    expect(written?.rejectedCodes).toHaveLength(50);
  });

  it.each([
    ['a registration', { registration: undefined }],
    ['a text', { textKey: undefined }],
  ])('throws for an encounter without %s, and writes nothing', async (_, change) => {
    const changeEncounter = vi.fn();
    const getEncounter = async () => anEncounter(change);
    await expect(propose({ getEncounter, changeEncounter })).rejects.toThrow('is not complete');
    expect(changeEncounter).not.toHaveBeenCalled();
  });
});
