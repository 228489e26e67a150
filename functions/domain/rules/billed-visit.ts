import { z } from 'zod';
import { EncounterCodes } from '../coding.ts';
import { shortDigest } from '../digest.ts';
import { Provider } from '../party.ts';
import type { Practice } from '../practice.ts';
import { EncounterRegistration } from '../visit/registration.ts';
import { mergeChanges, NetChange } from './net-change.ts';
import { providerOf, type RuledVisit } from './ruled-visit.ts';
import type { RuleRun } from './run-rules.ts';

/**
 * What the practice's rules made of a visit when it was scrubbed last. What was registered and confirmed stays as it was
 * told; the claim is made of `billed`, which is there where a rule changed anything.
 */
export const Ruled = z.object({
  version: z.int().min(0).describe('of the practice’s rules; 0 where it has none'),
  at: z.string(),
  of: z.string().describe('digest of the registration and the codes that the rules saw'),
  changes: z.array(NetChange),
  billed: z
    .object({
      registration: EncounterRegistration,
      codes: EncounterCodes,
      provider: Provider.optional().describe('who gave the services, where a rule says more of them'),
    })
    .optional(),
});
export type Ruled = z.infer<typeof Ruled>;

type Told = Pick<RuledVisit, 'registration' | 'codes'>;

const digestOf = ({ registration, codes }: Told): string =>
  shortDigest(JSON.stringify([registration, codes]));

/** What an encounter keeps of a run of rules over it, after what was repaired when it was registered. */
export const ruledOf = (
  told: Told,
  run: RuleRun,
  {
    version,
    now,
    repairs = [],
  }: { readonly version: number; readonly now: Date; readonly repairs?: readonly NetChange[] | undefined },
): Ruled => ({
  ...{ version, at: now.toISOString(), of: digestOf(told), changes: mergeChanges(repairs, run.changes) },
  ...(run.changes.length > 0 && { billed: billedOf(run) }),
});

const billedOf = ({ visit, changes }: RuleRun): Ruled['billed'] => {
  const provider = changes.some(({ path }) => path.startsWith('practice.')) ? providerOf(visit) : undefined;
  return {
    registration: visit.registration,
    codes: visit.codes,
    ...(provider && { provider }),
  };
};

type RuledEncounter = {
  readonly registration?: EncounterRegistration | undefined;
  readonly codes?: EncounterCodes | undefined;
  readonly ruled?: Ruled | undefined;
};

/**
 * An encounter and its practice as the claim is made of them: with what the practice's rules changed. Undefined where the
 * visit was registered or coded anew since, so that the rules have to see it again.
 */
export const asBilled = <E extends RuledEncounter>(
  encounter: E,
  practice: Practice,
): { readonly encounter: E; readonly practice: Practice } | undefined => {
  const { registration, codes, ruled } = encounter;
  if (!ruled?.billed || !registration || !codes) return { encounter, practice };
  if (ruled.of !== digestOf({ registration, codes })) return undefined;
  const { provider, ...billed } = ruled.billed;
  const providers = practice.providers.map((one) => (one.npi === provider?.npi ? provider : one));
  return { encounter: { ...encounter, ...billed }, practice: { ...practice, providers } };
};
