import type { LoopGuide } from './loops.ts';

/** A loop of the hierarchy: it begins at the HL whose HL03 is the code. */
export const levelLoop = (id: string, code: string, loops: readonly LoopGuide[]): LoopGuide => ({
  id,
  opens: 'HL',
  element: 3,
  codes: [code],
  loops,
});

/** A loop that begins at the NM1 of one of the entities. */
export const nameLoop = (id: string, ...codes: string[]): LoopGuide => ({
  id,
  opens: 'NM1',
  element: 1,
  codes,
});
