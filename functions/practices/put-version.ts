import { describeActor } from '../domain/actor.ts';
import type { Checked } from '../domain/finding.ts';
import { versionStale } from '../domain/practice/seen-versions.ts';
import { isSame } from '../domain/rules/net-change.ts';
import type { RuleSet } from '../domain/rules/practice-rule.ts';
import { BillingError } from '../runtime/errors.ts';

/** A version of a practice's rules, of whatever kind. */
type Version<Rule> = Omit<RuleSet, 'rules'> & { rules: Rule[] };

export type VersionStore<Rule> = {
  readonly inForce: (practiceId: string) => Promise<Version<Rule> | undefined>;
  /** False where somebody else added that version meanwhile. */
  readonly add: (version: Version<Rule>) => Promise<boolean>;
};

/** Rules that are entered, and the version that they were made of, where who enters them says it. */
export type Entered<Rule> = Omit<Version<Rule>, 'version'> & { readonly madeOf?: number | undefined };

/** People who enter rules at the same moment are few. */
const attempts = 5;

/**
 * Enters rules as the practice's next version, which is in force from then on; those before it stay. The same rules again
 * are the version that is in force. Rules that were made of an earlier version than that are refused: what somebody else
 * entered since would be lost.
 */
export const putVersion = async <Rule>(
  { madeOf, ...entered }: Entered<Rule>,
  { inForce, add }: VersionStore<Rule>,
): Promise<Checked<Version<Rule>>> => {
  const { practiceId, rules } = entered;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const before = await inForce(practiceId);
    if (before && isSame(before.rules, rules)) return { success: true, data: before };
    if (madeOf !== undefined && madeOf !== (before?.version ?? 0)) return wrongVersion(madeOf, before);
    const next = { ...entered, version: (before?.version ?? 0) + 1 };
    if (await add(next)) return { success: true, data: next };
  }
  throw new BillingError(
    'ConcurrentChange',
    `The rules of ${practiceId} kept changing while they were written`,
  );
};

const wrongVersion = (
  madeOf: number,
  before: Version<unknown> | undefined,
): { readonly success: false; readonly findings: [{ code: string; path: string; detail: string }] } => {
  const is = before
    ? `Version ${before.version} is in force, entered by ${describeActor(before.by)} at ${before.at}`
    : 'There is no version yet, which is version 0';
  const detail = `${is}; these were made of version ${madeOf}: read it and enter them again`;
  return { success: false, findings: [{ code: versionStale, path: 'version', detail }] };
};
