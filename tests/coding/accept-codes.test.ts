import { beforeAll, describe, expect, it, vi } from 'vitest';
import { acceptCodes, firstReviewBy } from '../../functions/coding/accept-codes.ts';
import { findConditions } from '../../functions/coding/diagnoses/find-conditions.ts';
import { dictionaryOn } from '../../functions/coding/dictionary/load-dictionary.ts';
import { learnFromReview } from '../../functions/coding/learn-from-review.ts';
import { memoryOf } from '../../functions/coding/memory/practice-memory.ts';
import { readStatements } from '../../functions/coding/note/read-statements.ts';
import { registeredVisit } from '../../functions/coding/registered-visit.ts';
import { suggestCodes } from '../../functions/coding/suggest-codes.ts';
import { personActor, stepActor } from '../../functions/domain/actor.ts';
import type { CodeDecision } from '../../functions/domain/coding.ts';
import { Encounter } from '../../functions/domain/encounter.ts';
import { anEncounter } from '../factories/encounters.ts';
import { aCodingTask, anOutcome } from '../factories/tasks.ts';

beforeAll(() => {
  vi.stubEnv('CLAIMWRIGHT_CODESETS', 'no-code-sets-here');
});

const now = '2026-11-02T10:00:00.000Z';
const coder = personActor({
  mailbox: 'coding@maplestreet.example',
  practiceId: 'maple-street',
  role: 'coder',
});
const basis = { rules: 1, codes: 'Codes are of icd10cm 2026.' };
const codes = {
  diagnoses: ['D50.9'],
  services: [{ procedure: '99212', modifiers: ['25'], units: 1, diagnosisPointers: [1] }],
};
const decided = (change = {}) =>
  aCodingTask({
    status: 'done',
    outcome: anOutcome({
      action: 'confirm-codes',
      by: coder,
      correction: { codes, support: [{ code: 'D50.9', quote: 'iron deficiency' }], ...change },
    }),
  });

const accepted = (task = decided(), encounter = anEncounter({ codingBasis: basis })): Encounter => ({
  ...encounter,
  ...acceptCodes(encounter, task, now),
});

describe('acceptCodes', () => {
  it('keeps who decided what, on which rule trail and with which edition', () => {
    const [review] = accepted().codingReviews ?? [];
    expect(review).toMatchObject({
      by: coder,
      at: anOutcome().at,
      acceptedFor: decided().taskId,
      basis,
      decisions: [
        {
          code: 'R53.83',
          decision: 'rejected',
          rules: [expect.stringContaining('assessment'), expect.any(String)],
        },
        { code: '99212', decision: 'accepted', changed: ['modifiers none → 25'] },
        { code: 'D50.9', decision: 'added', quote: 'iron deficiency' },
      ],
    });
  });

  it('writes what can be read again', () => {
    expect(() => Encounter.parse(accepted())).not.toThrow();
  });

  it('takes the proposal by policy, and says that no person did', () => {
    const encounter = anEncounter();
    const [review] = acceptCodes(encounter, undefined, now)?.codingReviews ?? [];
    expect(review).toMatchObject({ by: stepActor('accept-codes'), acceptedFor: 'policy', at: now });
    expect(review?.decisions.map(({ decision }) => decision)).toEqual(['accepted', 'accepted']);
  });

  it('takes the codes of a task once, and adds the next review behind the first', () => {
    const once = accepted();
    expect(acceptCodes(once, decided(), now)).toBeUndefined();
    const twice = accepted({ ...decided(), taskId: 'edits-1' }, once);
    expect(twice.codingReviews?.map(({ acceptedFor }) => acceptedFor)).toEqual([decided().taskId, 'edits-1']);
  });

  it('refuses a task without codes', () => {
    const outcome = anOutcome({ action: 'confirm-codes' });
    expect(() => acceptCodes(anEncounter(), aCodingTask({ outcome }), now)).toThrow('no codes to accept');
  });
});

describe('the review that is learned from', () => {
  it('is the first of a person', () => {
    const byPolicy = { ...anEncounter(), ...acceptCodes(anEncounter(), undefined, now) };
    const once = accepted(decided(), byPolicy);
    const twice = accepted({ ...decided(), taskId: 'edits-1' }, once);
    expect(firstReviewBy(twice, decided().taskId)?.acceptedFor).toBe(decided().taskId);
    expect(firstReviewBy(twice, 'edits-1')).toBeUndefined();
    expect(firstReviewBy(twice, 'policy')).toBeUndefined();
  });
});

const decision = (change: Partial<CodeDecision>): CodeDecision => ({
  code: 'I10',
  decision: 'accepted',
  rules: [],
  changed: [],
  ...change,
});
const learned = (...decisions: CodeDecision[]) => learnFromReview({ decisions }, '2026-11-16');

describe('learnFromReview', () => {
  it('counts kept and struck suggestions under the words of the code set', () => {
    expect(
      learned(
        decision({ term: 'hypertension' }),
        decision({ code: 'R53.83', decision: 'rejected', term: 'fatigue' }),
        decision({ code: '99212' }),
      ),
    ).toEqual([
      { kind: 'term', term: 'hypertension', code: 'I10', accepted: 1, rejected: 0 },
      { kind: 'term', term: 'fatigue', code: 'R53.83', accepted: 0, rejected: 1 },
    ]);
  });

  it('learns of an added code the words of the code set alone, no name and no number', () => {
    const quote = 'Mrs. Okafor, 44, has gout since 03/02';
    const [row, ...others] = learned(decision({ code: 'M10.9', decision: 'added', quote }));
    expect(others).toEqual([]);
    expect(row).toMatchObject({ kind: 'phrase', code: 'M10.9', accepted: 1 });
    expect(row?.term).toContain('gout');
    expect(row?.term).not.toMatch(/okafor|44|03|02/i);
  });

  it('learns nothing of a code that was added without words, or with a name alone', () => {
    expect(learned(decision({ decision: 'added' }))).toEqual([]);
    expect(learned(decision({ decision: 'added', quote: 'Okafor' }))).toEqual([]);
  });
});

describe('the memory of a practice', () => {
  const note = 'Assessment: Hypertension, stable. Insomnia.';
  const visit = { dateOfService: '2026-11-16' };
  const suggested = (times: number, change: Partial<CodeDecision>): readonly string[] => {
    const term = findConditions(dictionaryOn(visit.dateOfService), readStatements(note)).find(
      ({ code }) => code === 'G47.00',
    )?.term;
    const [row] = learned(decision({ code: 'G47.00', ...(term && { term }), ...change }));
    if (!row) throw new Error('The note names insomnia');
    const counted = { ...row, accepted: row.accepted * times, rejected: row.rejected * times };
    const memory = memoryOf({ notes: times, decisions: [counted] });
    return suggestCodes(note, visit, { memory }).suggestions.map(({ code }) => code);
  };

  it('no longer suggests what coders keep striking, and goes on with what they keep', () => {
    expect(suggested(6, { decision: 'rejected' })).not.toContain('G47.00');
    expect(suggested(6, { decision: 'accepted' })).toContain('G47.00');
  });

  it('is not moved by one coder’s one decision', () => {
    expect(suggested(1, { decision: 'rejected' })).toContain('G47.00');
  });
});

describe('memoryOf', () => {
  it('arranges the rows as the suggestions read them', () => {
    const row = { kind: 'term', term: 'gout', code: 'M10.9', accepted: 3, rejected: 1 } as const;
    const decisions = [
      row,
      { ...row, code: 'M10.00' },
      { ...row, kind: 'phrase' as const, term: 'toe gout' },
    ];
    expect(memoryOf({ notes: 4, decisions })).toEqual({
      version: 1,
      notes: 4,
      terms: { gout: { 'M10.9': { accepted: 3, rejected: 1 }, 'M10.00': { accepted: 3, rejected: 1 } } },
      phrases: { 'toe gout': { 'M10.9': { accepted: 3, rejected: 1 } } },
    });
  });
});

describe('registeredVisit', () => {
  it('tells the age at the visit and nobody’s name', () => {
    const { registration } = anEncounter();
    if (!registration) throw new Error('The sample is registered');
    const visit = registeredVisit(registration);
    expect(visit).toEqual({
      dateOfService: '2026-10-26',
      placeOfService: '11',
      patientType: 'established',
      ageInYears: 65,
      sex: 'female',
    });
    const younger = { ...registration.patient, dateOfBirth: '1961-10-27' };
    expect(registeredVisit({ ...registration, patient: younger }).ageInYears).toBe(64);
  });
});
