import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CoderMemory,
  codesFor,
  emptyMemory,
  forget,
  isRemembered,
  mergeMemories,
  remember,
  shareKept,
} from '../../../functions/coding/memory/coder-memory.ts';
import { learnFromCases } from '../../../functions/coding/memory/learn-from-cases.ts';
import { suggestCodes } from '../../../functions/coding/suggest-codes.ts';

const kept = { suggested: [{ term: 'gout', code: 'M10.9' }], codes: ['M10.9'] };
const struck = { ...kept, codes: [] };
const added = { suggested: [], codes: ['L53.9'], added: [{ phrase: 'redness', code: 'L53.9' }] };

const times = (count: number, note: typeof kept) => Array.from({ length: count }, () => note);
const memoryOf = (...notes: readonly Parameters<typeof remember>[1][]) =>
  notes.reduce(remember, emptyMemory());

describe('what coders decided', () => {
  it('raises the share of a term that coders keep and lowers that of one they strike', () => {
    const before = shareKept(emptyMemory(), 'gout', 'M10.9');
    expect(shareKept(memoryOf(kept), 'gout', 'M10.9')).toBeGreaterThan(before);
    expect(shareKept(memoryOf(struck), 'gout', 'M10.9')).toBeLessThan(before);
  });

  it('leaves the memory that it adds to as it was', () => {
    const memory = memoryOf(kept);
    remember(memory, struck);
    expect(memory).toEqual(memoryOf(kept));
  });

  it('recalls an added code where its phrase stands', () => {
    expect(codesFor(memoryOf(added, added, added), 'redness')).toEqual([{ code: 'L53.9', share: 0.75 }]);
    expect(codesFor(emptyMemory(), 'constructor')).toEqual([]);
  });

  it('forgets a term', () => {
    const memory = forget(forget(memoryOf(kept, added), 'gout'), 'redness');
    expect(memory).toEqual({ ...emptyMemory(), notes: 2 });
  });

  it('is plain data that can be exported and read back', () => {
    const memory = memoryOf(kept, struck, added);
    expect(CoderMemory.parse(JSON.parse(JSON.stringify(memory)))).toEqual(memory);
  });

  it('is the same whether notes are counted together or merged afterwards', () => {
    const notes = fc.array(fc.constantFrom(kept, struck, added), { maxLength: 20 });
    fc.assert(
      fc.property(notes, notes, (one, other) => {
        expect(mergeMemories(memoryOf(...one), memoryOf(...other))).toEqual(memoryOf(...one, ...other));
      }),
    );
  });
});

describe('suggestions with a memory', () => {
  const visit = { dateOfService: '2026-03-02', patientType: 'established' } as const;
  const note = 'Assessment: Gout';
  const gout = (memory: CoderMemory) =>
    suggestCodes(note, visit, { memory }).suggestions.find(({ code }) => code === 'M10.9');

  it('are less sure of a code that coders strike, and no longer made once they strike it mostly', () => {
    const sure = gout(emptyMemory())?.confidence ?? 0;
    expect(gout(memoryOf(struck))?.confidence).toBeLessThan(sure);
    expect(gout(memoryOf(...times(9, struck)))).toBeUndefined();
  });

  it('say what coders decided before', () => {
    expect(gout(memoryOf(kept))?.rules).toContainEqual(expect.stringContaining('coders of this practice'));
    expect(isRemembered(memoryOf(kept), 'gout', 'M10.9')).toBe(true);
  });
});

describe('learning from cases', () => {
  const caseWith = (phrases: readonly string[], codes: readonly string[]) => ({
    suggested: [],
    phrases: new Set(phrases),
    codes,
  });
  const nothing = () => new Set<string>();

  it('finds the phrase that explains a code which nothing suggested', () => {
    const cases = [
      ...Array.from({ length: 4 }, () => caseWith(['necrosis', 'skin'], ['I96'])),
      ...Array.from({ length: 6 }, () => caseWith(['skin'], [])),
    ];
    expect(learnFromCases(cases, nothing).phrases).toEqual({
      necrosis: { I96: { accepted: 4, rejected: 0 } },
    });
  });

  it('learns nothing from a meeting by chance', () => {
    const cases = [caseWith(['necrosis'], ['I96']), caseWith(['skin'], [])];
    expect(learnFromCases(cases, nothing).phrases).toEqual({});
  });
});
