import { RuleSet } from '../../domain/rules/practice-rule.ts';
import { isConditionFailure } from '../encounter-store.ts';
import { PracticeRulesEntity } from './practice-table.ts';

/** The newest version of each practice as it was read: a version never changes, and is checked and compiled once. */
const newest = new Map<string, RuleSet>();

/** The rules of a practice that are in force: the version that was entered last. */
export const rulesInForce = async (practiceId: string): Promise<RuleSet | undefined> => {
  const { data } = await PracticeRulesEntity.query
    .primary({ practiceId })
    .go({ order: 'desc', limit: 1, consistent: true });
  const [found] = data;
  if (!found) return undefined;
  const known = newest.get(practiceId);
  if (known?.version === found.version) return known;
  const read = RuleSet.parse(found.record);
  newest.set(practiceId, read);
  return read;
};

/** Every version that a practice has had, the latest first. */
export const ruleSetsOf = async (practiceId: string): Promise<RuleSet[]> => {
  const { data } = await PracticeRulesEntity.query
    .primary({ practiceId })
    .go({ order: 'desc', pages: 'all', consistent: true });
  return data.map(({ record }) => RuleSet.parse(record));
};

/** Adds a version; false where somebody else added one of that number meanwhile. */
export const addRuleSet = async (ruleSet: RuleSet): Promise<boolean> => {
  const { practiceId, version } = ruleSet;
  try {
    await PracticeRulesEntity.create({ practiceId, version, record: ruleSet }).go();
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
};
