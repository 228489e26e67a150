import { z } from 'zod';
import rows from './context-cues.json' with { type: 'json' };

/**
 * How the note means what it names. `affirmed` is the patient's and of today; all others are named for another reason:
 * denied, taken back by the note itself, only suspected (guideline IV.H), past (IV.J) by its words or by a date, gone, somebody else's, depending on
 * what may happen, taught or warned of, feared, screened for, vaccinated against, met with, part of a name, or left to
 * another visit or clinician. `treated` says of a tumour that its treatment is over. Where several hold, the first in
 * this order counts.
 */
export const qualifications = [
  'affirmed',
  'negated',
  'retracted',
  'exposed',
  'family',
  'deferred',
  'immunized',
  'screened',
  'named',
  'feared',
  'counselled',
  'conditional',
  'uncertain',
  'resolved',
  'treated',
  'historical',
  'dated',
] as const;
export type Qualification = (typeof qualifications)[number];

/**
 * Where the words stand that a cue is about. Behind it: a `list` over its commas, a `phrase` up to the first of them,
 * the `next` words up to any joint, the `rest` of the sentence. Before it: `back` to the last joint, `back-list` over
 * the commas of a list, `joined` the word it follows.
 */
const Reach = z.enum(['list', 'phrase', 'next', 'rest', 'back', 'back-list', 'joined']);
export type Reach = z.infer<typeof Reach>;

/**
 * Cues of one kind and reach. `none` is what only looks like a cue ("no change in"). `opens`: only where a clause
 * begins; `closes`: only where one ends.
 */
const CueGroup = z.object({
  kind: z.enum(['none', ...qualifications]).exclude(['affirmed']),
  reach: Reach,
  opens: z.boolean().optional(),
  closes: z.boolean().optional(),
  words: z.array(z.string()),
});
export type CueGroup = z.infer<typeof CueGroup>;

const parsed = z
  .object({
    sets: z.record(z.string(), z.array(z.string())),
    turns: z.array(z.string()),
    causes: z.array(z.string()),
    newThoughts: z.array(z.string()),
    asides: z.array(z.string()),
    links: z.array(z.string()),
    cues: z.array(CueGroup),
  })
  .parse(rows);

/** The cues, in the notation of `cue-pattern`, and the sets of words that their patterns name. */
export const { cues: cueGroups, sets: cueSets } = parsed;

/**
 * Words at which the reach of a cue ends: turns of the sentence, causes (for a denial), and what shows that behind a
 * comma a new thought begins and not the next entry of a list: surely, or (`asides`) unless an "or" closes the list.
 * `links` may stand between a mention and a cue behind it.
 */
export const { turns, causes, newThoughts, asides, links } = parsed;
