import { z } from 'zod';
import { DecidingActor } from '../actor.ts';
import { Payer } from '../payer.ts';
import { Practice } from '../practice.ts';

/** Lists of a practice that are edited as a whole, each by itself, and its providers. */
const lists = {
  providers: true,
  chargeMaster: true,
  enrolments: true,
  locations: true,
  adjustmentClasses: true,
} as const;

/** What a practice says of itself beside its lists: who bills, how it sends, whose desk is whose, how it works. */
export const PracticeSettings = Practice.omit({ ...lists, practiceId: true }).strict();
export type PracticeSettings = z.infer<typeof PracticeSettings>;

export const settingNames = Object.keys(PracticeSettings.shape) as readonly (keyof PracticeSettings)[];

/** The settings as they stand in a practice. */
export const settingsOf = (practice: Practice): PracticeSettings =>
  Object.fromEntries(
    settingNames.flatMap((name) => (practice[name] === undefined ? [] : [[name, practice[name]]])),
  ) as PracticeSettings; // each name is one of the settings, and has its value

/** A payer without its id, which the path of its route says. */
export const PayerTerms = Payer.omit({ payerId: true }).strict();

/** What of a practice's records is entered at once, and has versions of its own. */
export const PracticePart = z.enum(['settings', ...(Object.keys(lists) as (keyof typeof lists)[]), 'payer']);
export type PracticePart = z.infer<typeof PracticePart>;

/** The name of a part; `id` is that of the payer. */
export type PartName = { readonly part: PracticePart; readonly id: string };

/** One version of a part as it was entered: added with the record itself, and never changed. */
export const PartVersion = z.object({
  practiceId: z.string(),
  part: PracticePart,
  id: z.string().default('').describe('of a payer: which'),
  version: z.int().min(1),
  value: z.unknown().describe('the whole part, as it was from then on'),
  note: z.string().default(''),
  by: DecidingActor,
  at: z.string().describe('instant'),
});
export type PartVersion = z.infer<typeof PartVersion>;

/** A practice with a part of it replaced; a payer is a record of its own. */
export const withPart = (practice: Practice, part: PracticePart, value: unknown): Practice => {
  if (part === 'payer') return practice;
  if (part !== 'settings') return Practice.parse({ ...practice, [part]: value });
  const rest = Object.fromEntries(
    Object.entries(practice).filter(([name]) => !settingNames.some((one) => one === name)),
  );
  return Practice.parse({ ...rest, ...PracticeSettings.parse(value) });
};

/** What a part of a practice is now. */
export const partOf = (practice: Practice, part: Exclude<PracticePart, 'payer'>): unknown =>
  part === 'settings' ? settingsOf(practice) : practice[part];

/** Which fields of a practice file a part is made of. */
export const fieldsOf = (part: PracticePart): readonly string[] =>
  part === 'settings' ? settingNames : part === 'payer' ? [] : [part];
