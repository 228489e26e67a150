import {
  asides,
  type CueGroup,
  causes,
  cueGroups,
  cueSets,
  newThoughts,
  turns,
} from '../../../../codesets/clinical-terms/context-cues.ts';
import { PatternReader } from './cue-pattern.ts';
import type { CueToken } from './cue-tokens.ts';

/** Words that qualify others, by the places of their tokens; what they qualify is found by its reach. */
export type FoundCue = { readonly group: CueGroup; readonly from: number; readonly to: number };

/** What ends the reach of a cue, by the place of its token. */
export type Joint = 'turn' | 'cause' | 'new thought' | 'aside';

const cues = new PatternReader(
  cueGroups.map((group) => [group, group.words] as const),
  cueSets,
);
const joints = new PatternReader<Joint>(
  [
    ['turn', turns],
    ['cause', causes],
    ['new thought', newThoughts],
    ['aside', asides],
  ],
  cueSets,
);

/** Marks at which a clause begins or ends. */
const clauseMark = /^[.,;:()!-]$/;

const fits = ({ group, from, to }: FoundCue, tokens: readonly CueToken[]): boolean => {
  const [previous, next] = [tokens[from - 1], tokens[to]];
  if (group.opens && previous && !clauseMark.test(previous.text)) return false;
  return !(group.closes && next && !clauseMark.test(next.text));
};

/** The longest cue that begins here; what is equally long may be read in more than one way. */
const cuesAt = (tokens: readonly CueToken[], from: number): readonly FoundCue[] => {
  let longest: readonly FoundCue[] = [];
  cues.follow(tokens, from, (groups, to) => {
    const found = groups.map((group) => ({ group, from, to })).filter((cue) => fits(cue, tokens));
    if (found.length > 0) longest = found;
  });
  return longest;
};

/** The cues of a statement in reading order. A word belongs to one cue only: "no change in" is none that denies. */
export const findCues = (tokens: readonly CueToken[]): readonly FoundCue[] => {
  const found: FoundCue[] = [];
  for (let at = 0; at < tokens.length; ) {
    const here = cuesAt(tokens, at);
    const none = here.find(({ group }) => group.kind === 'none');
    found.push(...(none ? [none] : here));
    at = here[0]?.to ?? at + 1;
  }
  return found;
};

/** Where the reach of a cue may end, by the place of the token. */
export const findJoints = (tokens: readonly CueToken[]): ReadonlyMap<number, Joint> => {
  const found = new Map<number, Joint>();
  tokens.forEach((_, at) => {
    joints.follow(tokens, at, ([joint]) => {
      if (joint && !found.has(at)) found.set(at, joint);
    });
  });
  return found;
};
