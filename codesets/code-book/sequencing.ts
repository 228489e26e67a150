import { type CodeRange, readCodeRanges } from '../code-range.ts';
import type { DiagnosisEdition } from '../diagnosis-edition.ts';
import type { TabularNote } from '../tabular-notes.ts';
import { readNamedCodes } from './excluded-codes.ts';

/** A note by which codes stand in an order, or together (guideline I.A.17), and where it stands. */
export interface SequenceNote {
  readonly owner: string;
  readonly note: string;
  readonly ranges: readonly CodeRange[];
}

export interface Sequencing {
  /** The note by which a code that is listed later has to stand before this one. */
  readonly goesBefore: (later: string, earlier: string) => SequenceNote | undefined;
  /** What a code is to be followed by wherever it stands: its stage or type, which another code tells. */
  readonly followers: (code: string) => readonly SequenceNote[];
}

/** Without a Tabular List nobody knows of an order. */
export const noSequencing: Sequencing = { goesBefore: () => undefined, followers: () => [] };

const read = ({ owner, text }: TabularNote): ReadNote => ({
  owner,
  note: text,
  ranges: readCodeRanges(text),
  names: readNamedCodes(text),
});

/** Codes whose notes are kept read: a practice uses some thousand. */
const mostCodes = 20_000;

/** A note as it is kept: its words are read once. */
type ReadNote = SequenceNote & { readonly names: (code: string) => boolean };

/** Only notes at the code itself or its category: those of sections and chapters are about some of their codes. */
const isOwn = ({ owner }: TabularNote): boolean => /^[A-Z]\d[0-9A-Z]/.test(owner) && !owner.includes('-');

const conditional = /\bif (applicable|known|present|desired)\b|\bany\b|\bsuch as\b|\bwhere applicable\b/i;

/** "Use additional code to identify the stage of chronic kidney disease (N18.1-N18.6)", "… the site of ulcer". */
const tellsMore = /\bto (identify|specify) (the )?(stage|type|severity|site)\b/i;

const readSequencing = ({ notes }: DiagnosisEdition): Sequencing => {
  const known = new Map<string, readonly ReadNote[]>();
  const told = (code: string, kind: 'code-first' | 'use-additional'): readonly ReadNote[] => {
    const key = `${kind} ${code}`;
    const own = known.get(key) ?? notes.forCode(code, kind).filter(isOwn).map(read);
    if (known.size >= mostCodes) known.clear();
    known.set(key, own);
    return own;
  };
  const asksFirst = (code: string, other: string): ReadNote | undefined =>
    told(code, 'code-first').find(({ names }) => names(other));
  const asksAfter = (code: string, other: string): ReadNote | undefined =>
    told(code, 'use-additional').find(({ names }) => names(other));
  return {
    goesBefore: (later, earlier) => {
      const note = asksFirst(earlier, later) ?? asksAfter(later, earlier);
      // Notes that ask for each other's code first contradict themselves: the circumstances decide.
      return note && !(asksFirst(later, earlier) ?? asksAfter(earlier, later)) ? note : undefined;
    },
    followers: (code) =>
      told(code, 'use-additional').filter(
        ({ note, ranges }) => tellsMore.test(note) && !conditional.test(note) && ranges.length > 0,
      ),
  };
};

const made = new WeakMap<DiagnosisEdition, Sequencing>();

/** Reads the notes of an edition about the order of its codes, once for all dates of the edition. */
export const sequencingOf = (edition: DiagnosisEdition): Sequencing => {
  const sequencing = made.get(edition) ?? readSequencing(edition);
  made.set(edition, sequencing);
  return sequencing;
};
