import type { Range } from '../../note/qualify-mention.ts';
import type { Statement } from '../../note/read-statements.ts';
import { matchesOf } from '../../words/matches-of.ts';

/** A service that a statement names. */
export type ServiceMention = Range & { readonly statement: Statement };

/** The sentence of a mention, cut at the mention: what stands before, what the mention says, what stands after. */
export type Clause = {
  readonly before: string;
  readonly said: string;
  readonly after: string;
  /** The mention with the words around it up to the next comma or semicolon. */
  readonly own: string;
  /** Of `before` and `after`, the part that belongs to `own`. */
  readonly ownBefore: string;
  readonly ownAfter: string;
};

/** "Will be given", "to be placed", "should have done": a verb of the future tells of nothing that was done. */
const future =
  /\b(?<!\b(?:used|proceeded|able|order|went on|continued) )(will|'ll|to|should|can|may|might|could|would|must|if|let's)\s+(?:also\s+|then\s+|likely\s+|not\s+)?(?:be\s+|get\s+|have\s+|need\s+)?(?:\w+ly\s+)?(perform(?:ed)?|done|obtain(?:ed)?|administer(?:ed)?|give|given|inject(?:ed)?|apply|applied|dispense[d]?|place[d]?|insert(?:ed)?|remove[d]?|excise[d]?|drain(?:ed)?|debride[d]?|repair(?:ed)?|freeze|frozen|treat(?:ed)?|check(?:ed)?|repeat(?:ed)?|receive[d]?|take[n]?|run|draw[n]?|complete[d]?)\b/gi;

const asPlanned = (text: string): string =>
  text.replace(future, (whole) => 'planned '.padEnd(whole.length, ' '));

const boundary = /[,;]\s|\s[-–—]\s|\bbut\b|\bhowever\b/gi;

const lastBoundary = (text: string): number => {
  const ends = matchesOf(text, boundary).map(({ index, 0: mark }) => index + mark.length);
  return ends.at(-1) ?? 0;
};

const firstBoundary = (text: string): number => {
  const at = text.search(new RegExp(boundary.source, 'i'));
  return at < 0 ? text.length : at;
};

/** Characters around a mention that can still be about it; a sentence is seldom longer. */
const reach = 360;

/** Cuts the sentence of a mention into what the rules of doing look at. */
export const clauseOf = ({ statement, start, end }: ServiceMention): Clause => {
  const [from, to] = [start - statement.start, end - statement.start];
  const first = Math.max(0, from - reach);
  const text = asPlanned(statement.text.slice(first, to + reach));
  const before = text.slice(0, from - first);
  const said = text.slice(from - first, to - first);
  const after = text.slice(to - first);
  const ownBefore = before.slice(lastBoundary(before));
  const ownAfter = after.slice(0, firstBoundary(after));
  return { before, said, after, ownBefore, ownAfter, own: ownBefore + said + ownAfter };
};
