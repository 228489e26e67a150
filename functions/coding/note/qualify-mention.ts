import { type Qualification, qualifications } from '../../../codesets/clinical-terms/context-cues.ts';
import { readCueTokens } from './cues/cue-tokens.ts';
import { type CueInReach, readReaches } from './cues/reach-of-cue.ts';
import { oncePerStatement } from './once-per-statement.ts';
import type { Statement } from './read-statements.ts';

export type { Qualification } from '../../../codesets/clinical-terms/context-cues.ts';

export type Range = { readonly start: number; readonly end: number };

/** A place in the note, with the single words that make it up where they are known. */
export type Mention = Range & { readonly words?: readonly Range[] };

/** What a statement's cues say is read once for all of its mentions. */
const reachesIn = oncePerStatement(({ text }): readonly CueInReach[] => readReaches(readCueTokens(text)));

/**
 * "Screening" in "lipid screening" is the mention itself, not a cue about it. A longer cue still is one when it begins
 * before the mention: the denial in "no history of stroke" is no part of the "history of stroke".
 */
const belongsTo = (mention: Mention, { head }: CueInReach): boolean =>
  mention.words?.some((word) => word.start < head.end && head.start < word.end) ?? false;

const isAbout = ({ ahead, head, cue, about }: CueInReach, { start, end }: Range): boolean =>
  ahead
    ? (start >= head.end && start < Math.max(cue.end, about.end)) || (start < cue.start && end >= cue.end)
    : end > about.start && end <= Math.max(about.end, about.end > about.start ? head.start : 0);

/** Of several cues about a mention the one that keeps it off the claim most surely is the one that counts. */
const rank = new Map(qualifications.map((kind, at) => [kind, at]));

/** What the words around a mention make of it, within its own statement. */
export const qualifyMention = (statement: Statement, mention: Mention): Qualification => {
  const moved = (range: Range): Range => ({
    start: range.start - statement.start,
    end: range.end - statement.start,
  });
  const here: Mention = { ...moved(mention), ...(mention.words && { words: mention.words.map(moved) }) };
  let said: Qualification = 'affirmed';
  for (const reach of reachesIn(statement)) {
    if (!isAbout(reach, here) || belongsTo(here, reach)) continue;
    if (said === 'affirmed' || (rank.get(reach.kind) ?? 0) < (rank.get(said) ?? 0)) said = reach.kind;
  }
  return said;
};
