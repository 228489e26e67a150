import { z } from 'zod';
import type { CodeSuggestion } from '../functions/domain/coding.ts';
import { type NoteSet, readNotes, yearsOf } from './read-notes.ts';
import type { Half } from './read-probes.ts';
import { linesOf, readLines, SharedVisit, sharedHalves, visitSets } from './read-shared-sets.ts';

const GoldCode = z.object({
  code: z.string(),
  status: z.enum(['required', 'optional']),
  alt_of: z.string().optional(),
});

/** What a coder would report, as the sets of whole notes have it. */
const Gold = z.object({
  dx: z.array(GoldCode),
  em: z
    .object({ level: z.number().nullable().optional(), also_acceptable: z.array(z.number()).default([]) })
    .optional(),
  procedures: z.array(GoldCode).default([]),
});
type Gold = z.infer<typeof Gold>;

/** A note to be coded, with what is right. */
export type GoldNote = { readonly visit: SharedVisit; readonly gold: Gold };

const sharedNotes = (set: 'outpatient' | 'varied', half: Half): readonly GoldNote[] => {
  const { notes, gold } = visitSets[set];
  const right = linesOf(gold).map((line) => Gold.parse(JSON.parse(line)));
  const { holds } = half === 'tuning' ? sharedHalves[0] : sharedHalves[1];
  return readLines(notes, SharedVisit).flatMap((visit, at) => {
    const known = right[at];
    return known && holds(at) ? [{ visit, gold: known }] : [];
  });
};

/** The sets of whole notes by their names; each half by itself. */
export const goldNotes = {
  outpatient: (half: Half) => sharedNotes('outpatient', half),
  varied: (half: Half) => sharedNotes('varied', half),
  ours: (half: NoteSet): readonly GoldNote[] =>
    readNotes(half).map((note) => ({ visit: { ...note, age: yearsOf(note) }, gold: Gold.parse(note) })),
};

const levelCode = /^99(20[2-5]|21[2-5])$/;

export type Judged = 'diagnosis' | 'service' | 'level';

export const judgedAs = ({ system, code }: Pick<CodeSuggestion, 'system' | 'code'>): Judged => {
  if (system === 'ICD-10-CM') return 'diagnosis';
  return levelCode.test(code) ? 'level' : 'service';
};

/**
 * Whether a suggestion is right: required, or an alternative of what is. What is merely defensible is neither, as the
 * scorer has it: undefined.
 */
export const isRight = (
  suggestion: Pick<CodeSuggestion, 'system' | 'code'>,
  gold: Gold,
): boolean | undefined => {
  const kind = judgedAs(suggestion);
  if (kind === 'level') {
    const { level, also_acceptable = [] } = gold.em ?? {};
    if (level === undefined) return undefined;
    return [level, ...also_acceptable].includes(Number(suggestion.code.at(-1))) && level !== null;
  }
  const known = (kind === 'diagnosis' ? gold.dx : gold.procedures).find(
    ({ code }) => code === suggestion.code,
  );
  if (known?.status === 'optional' && known.alt_of === undefined) return undefined;
  return known !== undefined;
};
