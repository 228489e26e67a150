import { z } from 'zod';

const Decisions = z.object({ accepted: z.int().min(0), rejected: z.int().min(0) });

/**
 * What a practice's coders decided, as counts: which code they kept or struck for a term, and which code they added
 * where a phrase stood. Plain data without anything of a patient: terms and phrases are made of the code set's own
 * vocabulary. It can be exported, read back, and erased whole or term by term.
 */
export const CoderMemory = z.object({
  version: z.literal(1),
  notes: z.int().min(0),
  /** By term of the dictionary and code. */
  terms: z.record(z.string(), z.record(z.string(), Decisions)),
  /** By phrase and code: what coders added although the dictionary did not suggest it. */
  phrases: z.record(z.string(), z.record(z.string(), Decisions)),
});
export type CoderMemory = z.infer<typeof CoderMemory>;
type Counts = CoderMemory['terms'];

export const emptyMemory = (): CoderMemory => ({ version: 1, notes: 0, terms: {}, phrases: {} });

const none = { accepted: 0, rejected: 0 };

const decisionsOn = (counts: Counts, term: string, code: string) =>
  (Object.hasOwn(counts, term) ? counts[term]?.[code] : undefined) ?? none;

const counted = (
  counts: Counts,
  decided: readonly { term: string; code: string; kept: boolean }[],
): Counts => {
  const next: Counts = { ...counts };
  for (const { term, code, kept } of decided) {
    const { accepted, rejected } = decisionsOn(next, term, code);
    const now = { accepted: accepted + (kept ? 1 : 0), rejected: rejected + (kept ? 0 : 1) };
    next[term] = { ...(Object.hasOwn(next, term) ? next[term] : {}), [code]: now };
  }
  return next;
};

/** A coder's work on one note: what was suggested for which term, what stands on the claim, what was added where. */
export type CodedNote = {
  readonly suggested: readonly { readonly term: string; readonly code: string }[];
  readonly codes: readonly string[];
  /** The phrase that the coder marked for an added code. */
  readonly added?: readonly { readonly phrase: string; readonly code: string }[];
};

/** The memory with one more note in it; the old one is unchanged. */
export const remember = (memory: CoderMemory, note: CodedNote): CoderMemory => ({
  version: 1,
  notes: memory.notes + 1,
  terms: counted(
    memory.terms,
    note.suggested.map(({ term, code }) => ({ term, code, kept: note.codes.includes(code) })),
  ),
  phrases: counted(
    memory.phrases,
    (note.added ?? []).map(({ phrase, code }) => ({ term: phrase, code, kept: true })),
  ),
});

/** How often coders keep a suggestion, before anything is known of the term: about as often as not. */
const keptBefore = 0.57;
const weightOfBefore = 2;

/** The share of a term's suggestions that coders keep, from 0 to 1. */
export const shareKept = (memory: CoderMemory, term: string, code: string): number => {
  const { accepted, rejected } = decisionsOn(memory.terms, term, code);
  return (accepted + keptBefore * weightOfBefore) / (accepted + rejected + weightOfBefore);
};

/** Whether coders ever decided about the term and code. */
export const isRemembered = (memory: CoderMemory, term: string, code: string): boolean =>
  decisionsOn(memory.terms, term, code) !== none;

/** Suggestions that coders keep less often than this are no longer made. */
export const leastShareKept = 0.3;

/** The codes that coders add where the phrase stands, with how often it was right. */
export const codesFor = (
  memory: CoderMemory,
  phrase: string,
): readonly { readonly code: string; readonly share: number }[] =>
  Object.entries(Object.hasOwn(memory.phrases, phrase) ? (memory.phrases[phrase] ?? {}) : {})
    .map(([code, { accepted, rejected }]) => ({ code, share: accepted / (accepted + rejected + 1) }))
    .filter(({ share }) => share >= leastShareKept);

/** The memory without what it knows of a term or phrase. */
export const forget = (memory: CoderMemory, term: string): CoderMemory => {
  const without = (counts: Counts): Counts =>
    Object.fromEntries(Object.entries(counts).filter(([known]) => known !== term));
  return { ...memory, terms: without(memory.terms), phrases: without(memory.phrases) };
};

/** Two memories in one: of two practices, or of two periods. */
export const mergeMemories = (one: CoderMemory, other: CoderMemory): CoderMemory => ({
  version: 1,
  notes: one.notes + other.notes,
  terms: mergeCounts(one.terms, other.terms),
  phrases: mergeCounts(one.phrases, other.phrases),
});

const mergeCounts = (one: Counts, other: Counts): Counts => {
  const merged: Counts = { ...one };
  for (const [term, codes] of Object.entries(other)) {
    const known = Object.hasOwn(merged, term) ? { ...merged[term] } : {};
    for (const [code, { accepted, rejected }] of Object.entries(codes)) {
      const before = known[code] ?? none;
      known[code] = { accepted: before.accepted + accepted, rejected: before.rejected + rejected };
    }
    merged[term] = known;
  }
  return merged;
};
