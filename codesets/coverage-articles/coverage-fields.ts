import { z } from 'zod';
import { CalendarDate } from '../../functions/domain/calendar.ts';

const Codes = z.array(z.string());

/** A list of diagnoses of an article; "2*" are those of group 2 that its asterisk tells more about. */
export const CodeGroup = z.object({
  group: z.string(),
  codes: Codes,
  ranges: z.array(z.tuple([z.string(), z.string()])).describe('written by their ends alone'),
  scope: Codes.optional().describe('the procedures for which it counts; undefined: all of the article'),
  unsure: z.boolean().describe('its paragraph sets a condition that was not understood'),
});
export type CodeGroup = z.infer<typeof CodeGroup>;

export const CoveredGroup = CodeGroup.extend({
  alone: z.boolean().describe('its paragraph says that it needs nothing, whatever goes with it'),
  neverAlone: z.boolean().describe('counts only behind another diagnosis, and no group is named for that'),
});
export type CoveredGroup = z.infer<typeof CoveredGroup>;

export const NoncoveredGroup = CodeGroup.extend({
  when: z.enum(['always', 'first', 'alone']).describe('first: where it is the first diagnosis of the line'),
});
export type NoncoveredGroup = z.infer<typeof NoncoveredGroup>;

/** Groups of which a service needs a diagnosis each: one of every entry of `all`, which names alternatives. */
export const Requirement = z.object({
  scope: Codes.optional(),
  of: z
    .enum(['procedure', 'group'])
    .describe('procedure: nothing else covers it; group: its diagnoses count so'),
  all: z.array(Codes).min(2),
  ordered: z.boolean().describe('the first entry is called primary, the others secondary'),
  oneWay: z.string().optional().describe('the group that needs the others; they may need nothing'),
  unlessModifier: z.string().optional().describe('what a modifier begins with that lifts it'),
});
export type Requirement = z.infer<typeof Requirement>;

/** One version of an article of the Medicare Coverage Database, as far as its lists of codes go. */
export const CoverageArticle = z.object({
  article: z.string().describe('as CMS displays it: A57193'),
  version: z.string(),
  lcds: z.array(z.string()),
  states: z.array(z.string()),
  partStates: z.array(z.string()).describe('states that it reaches a part of only'),
  validFrom: CalendarDate,
  validTo: CalendarDate.optional(),
  after: z
    .enum(['retired', 'unknown'])
    .describe('what is known of the time after its end: no policy, or a version that is not here'),
  covered: z.array(CoveredGroup),
  requirements: z.array(Requirement),
  noncovered: z.array(NoncoveredGroup),
});
export type CoverageArticle = z.infer<typeof CoverageArticle>;
