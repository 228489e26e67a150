import { links, type Reach } from '../../../../codesets/clinical-terms/context-cues.ts';
import type { CueToken } from './cue-tokens.ts';
import { type FoundCue, findCues, findJoints, type Joint } from './find-cues.ts';

/** Two places of a statement's text. */
type Stretch = { readonly start: number; readonly end: number };

/** A cue with the stretch of the statement that it is about; `ahead` when that stands behind the cue. */
export type CueInReach = {
  readonly kind: Exclude<FoundCue['group']['kind'], 'none'>;
  readonly ahead: boolean;
  readonly cue: Stretch;
  /** The word of the cue that is farthest from what it is about: where it is the mention's own, the cue is none. */
  readonly head: Stretch;
  readonly about: Stretch;
};

type Reading = { readonly tokens: readonly CueToken[]; readonly joints: ReadonlyMap<number, Joint> };

/** Words that a cue reaches at most: nobody keeps a list in mind for longer, and reading must stay linear. */
const farthest = 45;
/** Words within which the "or" stands that makes a list of what its commas part. */
const farthestOr = 30;

const mark = (text: string | undefined): boolean => text !== undefined && /^[,;()]$/.test(text);
const joining = new Set(['and', '&']);
const choosing = new Set(['or', 'nor']);

/** Whether a clause up to the next mark says such a thing. */
const clauseSays = ({ tokens, joints }: Reading, from: number, said: readonly Joint[]): boolean => {
  for (let at = from; at < Math.min(tokens.length, from + farthestOr) && !mark(tokens[at]?.text); at += 1) {
    const joint = joints.get(at);
    if (joint && said.includes(joint)) return true;
    if (at > from && joining.has(tokens[at]?.text ?? '')) return false;
  }
  return false;
};

/** "Fever, chills, or cough": the "or" at its end makes it a list, whatever its entries say of themselves. */
const isClosedByOr = ({ tokens, joints }: Reading, from: number): boolean => {
  for (let at = from; at < Math.min(tokens.length, from + farthestOr); at += 1) {
    const joint = joints.get(at);
    if (choosing.has(tokens[at]?.text ?? '')) return true;
    if (tokens[at]?.text === ';' || joint === 'turn' || joint === 'new thought') return false;
  }
  return false;
};

/** Whether the words behind a comma still belong to what stands before it. */
const goesOnBehindComma = (reading: Reading, at: number, { group }: FoundCue): boolean => {
  if (group.reach === 'rest') return true;
  if (group.reach === 'next') return false;
  if (choosing.has(reading.tokens[at + 1]?.text ?? '')) return true;
  if (group.reach === 'phrase') return isClosedByOr(reading, at + 1);
  if (clauseSays(reading, at + 1, ['new thought', 'turn'])) return false;
  return isClosedByOr(reading, at + 1) || !clauseSays(reading, at + 1, ['aside']);
};

const endsAhead = (reading: Reading, at: number, cue: FoundCue): boolean => {
  const text = reading.tokens[at]?.text ?? '';
  const joint = reading.joints.get(at);
  const { reach, kind } = cue.group;
  if (joint === 'turn' || text === ';') return true;
  // "Changed from gout to pseudogout" takes back the first of the two.
  if (kind === 'retracted' && text === 'to') return true;
  if (reach === 'next' && joint !== undefined) return true;
  if (reach === 'rest') return false;
  if (joint === 'cause') return kind === 'negated';
  if (text === ',') return !goesOnBehindComma(reading, at, cue);
  if (joining.has(text)) return reach === 'next' || clauseSays(reading, at + 1, ['new thought', 'turn']);
  return text === ':' || text === '-';
};

/** "Denies: fever", "risks - bleeding": what stands between the cue and its list. */
const opensList = new Set([':', '-']);

/** The place behind the last word that a cue reaches ahead. A cue in brackets reaches to their end. */
const endAhead = (reading: Reading, cue: FoundCue): number => {
  const { tokens } = reading;
  let depth = 0;
  let at = opensList.has(tokens[cue.to]?.text ?? '') ? cue.to + 1 : cue.to;
  for (const last = Math.min(tokens.length, at + farthest); at < last; at += 1) {
    const text = tokens[at]?.text;
    if (text === '(') depth += 1;
    if (text === ')') depth -= 1;
    if (depth < 0 || (at > cue.to && endsAhead(reading, at, cue)) || reading.joints.get(at) === 'turn') break;
  }
  return at;
};

const linking = new Set(links);
const stepsOver = new Set([',', '(', '-']);
/** What may follow a cue behind a comma, for the cue to be about what stands before that comma. */
const closesAside = /^([.,;:()!-]|on|in|with|after|by|since|at|today|now|per|from|without|#|#year)$/;

/** The last word that a cue is about when it looks back, over what links the two; -1 when a comma parts them. */
const lastBack = ({ tokens }: Reading, { from, to }: FoundCue): number => {
  let at = from - 1;
  let stepped = false;
  for (; at >= 0; at -= 1) {
    const text = tokens[at]?.text ?? '';
    if (!stepsOver.has(text) && !linking.has(text)) break;
    stepped ||= text === ',';
  }
  const next = tokens[to]?.text;
  return stepped && next !== undefined && !closesAside.test(next) ? -1 : at;
};

/** "Fever, chills and cough were not present": the verb in the plural is about the whole list. */
const plural = new Set(['are', 'were', 'have']);

const isAboutList = ({ tokens }: Reading, last: number, { group, to }: FoundCue): boolean =>
  group.reach === 'back-list' || tokens.slice(last + 1, to).some(({ text }) => plural.has(text));

/** Words that a name in a pair has at most. */
const longestOfPair = 4;
const opensClause = /^[.,;:()-]$/;
const closesPair = /^(excluded|out|dismissed|disproven|denied|negative|absent)$/;

/** "Polycythemia vera and CML excluded.": a clause of two names and a participle says it of both. */
const isPairClosed = (tokens: readonly CueToken[], at: number, { from, to }: FoundCue): boolean => {
  if (
    !closesPair.test(tokens[to - 1]?.text ?? '') ||
    !(tokens[to] === undefined || opensClause.test(tokens[to]?.text ?? ''))
  )
    return false;
  let first = at - 1;
  while (first >= 0 && !opensClause.test(tokens[first]?.text ?? '')) first -= 1;
  return from - at - 1 <= longestOfPair && at - first - 1 <= longestOfPair;
};

const endsBack = ({ tokens, joints }: Reading, at: number, cue: FoundCue, list: boolean): boolean => {
  const text = tokens[at]?.text ?? '';
  const joint = joints.get(at);
  if (/^[:;()]$/.test(text) || joint === 'turn' || joint === 'new thought') return true;
  if (list) return false;
  if (text === 'after' || text === 'following') return true;
  // "Asthma, severe - eosinophilic type likely": what stands behind the dash is another thing said.
  if (text === '-' && cue.group.kind === 'uncertain') return true;
  if (text === ',' || text === 'with') return true;
  return cue.group.kind !== 'uncertain' && /^(and|or|&)$/.test(text) && !isPairClosed(tokens, at, cue);
};

const firstBack = (reading: Reading, last: number, cue: FoundCue): number => {
  const list = isAboutList(reading, last, cue);
  let at = last;
  for (; at >= 0 && last - at < farthest; at -= 1) if (endsBack(reading, at, cue, list)) break;
  return at + 1;
};

/** "Side effects gone over: nausea, gallstones", "Ruled out: DVT": a cue that opens a clause and ends in a colon is about what follows. */
const headsList = ({ tokens }: Reading, { group, from, to }: FoundCue): boolean =>
  group.reach !== 'joined' &&
  tokens[to]?.text === ':' &&
  (from === 0 || opensClause.test(tokens[from - 1]?.text ?? ''));

const asHeading = (cue: FoundCue): FoundCue => ({ ...cue, group: { ...cue.group, reach: 'rest' } });

const tokensOf = (reading: Reading, cue: FoundCue): readonly [number, number] => {
  const { reach } = cue.group;
  if (reach === 'joined') return [cue.from - 1, cue.from];
  if (!reach.startsWith('back')) return [cue.to, endAhead(reading, cue)];
  const last = lastBack(reading, cue);
  return [firstBack(reading, last, cue), last + 1];
};

const stretchOf = (tokens: readonly CueToken[], from: number, to: number): Stretch => ({
  start: tokens[from]?.start ?? 0,
  end: tokens[to - 1]?.end ?? 0,
});

const looksAhead: ReadonlySet<Reach> = new Set(['list', 'phrase', 'next', 'rest']);

const reachOf = (reading: Reading, found: FoundCue, kind: CueInReach['kind']): CueInReach => {
  const { tokens } = reading;
  const cue = headsList(reading, found) ? asHeading(found) : found;
  const [from, to] = tokensOf(reading, cue);
  const ahead = looksAhead.has(cue.group.reach);
  const head = ahead ? cue.from : cue.to - 1;
  return {
    kind,
    ahead,
    cue: stretchOf(tokens, cue.from, cue.to),
    head: stretchOf(tokens, head, head + 1),
    about: to > from ? stretchOf(tokens, from, to) : { start: 0, end: 0 },
  };
};

const denials = new Set(['no', 'not', 'without']);

/** "No change in" denies the change and nothing behind it. */
const reachOfNone = ({ tokens }: Reading, { from, to }: FoundCue): readonly CueInReach[] => {
  if (!denials.has(tokens[from]?.text ?? '')) return [];
  const head = stretchOf(tokens, from, from + 1);
  return [{ kind: 'negated', ahead: true, cue: head, head, about: stretchOf(tokens, from + 1, to) }];
};

/** The cues of a statement's words with what each of them is about, in reading order. */
export const readReaches = (tokens: readonly CueToken[]): readonly CueInReach[] => {
  const reading = { tokens, joints: findJoints(tokens) };
  return findCues(tokens).flatMap((cue) => {
    const { kind } = cue.group;
    return kind === 'none' ? reachOfNone(reading, cue) : [reachOf(reading, cue, kind)];
  });
};
