import type { z } from 'zod';
import { RoutingSet } from '../../domain/denials/routing-rule.ts';
import { RuleSet } from '../../domain/rules/practice-rule.ts';
import { isConditionFailure } from '../transaction.ts';
import { PracticeRoutingEntity, PracticeRulesEntity } from './practice-table.ts';

type Versioned = { readonly practiceId: string; readonly version: number };

/** Rules of one kind, each version of a practice's a record that never changes. */
const versionsIn = <Set extends Versioned>(entity: typeof PracticeRulesEntity, schema: z.ZodType<Set>) => {
  /** The newest version of each practice as it was read: it is checked and compiled once. */
  const newest = new Map<string, Set>();

  /** The version that was entered last. */
  const inForce = async (practiceId: string): Promise<Set | undefined> => {
    const { data } = await entity.query
      .primary({ practiceId })
      .go({ order: 'desc', limit: 1, consistent: true });
    const [found] = data;
    if (!found) return undefined;
    const known = newest.get(practiceId);
    if (known?.version === found.version) return known;
    const read = schema.parse(found.record);
    newest.set(practiceId, read);
    return read;
  };

  /** Every version that a practice has had, the latest first. */
  const all = async (practiceId: string): Promise<Set[]> => {
    const { data } = await entity.query
      .primary({ practiceId })
      .go({ order: 'desc', pages: 'all', consistent: true });
    return data.map(({ record }) => schema.parse(record));
  };

  /** Adds a version; false where somebody else added one of that number meanwhile. */
  const add = async (set: Set): Promise<boolean> => {
    const { practiceId, version } = set;
    try {
      await entity.create({ practiceId, version, record: set }).go();
      return true;
    } catch (error) {
      if (isConditionFailure(error)) return false;
      throw error;
    }
  };

  return { inForce, all, add };
};

/** The rules of a practice for what it bills. */
export const {
  inForce: rulesInForce,
  all: ruleSetsOf,
  add: addRuleSet,
} = versionsIn(PracticeRulesEntity, RuleSet);

/** The practice's own table of where denials go. */
export const {
  inForce: routingInForce,
  all: routingSetsOf,
  add: addRoutingSet,
} = versionsIn(PracticeRoutingEntity, RoutingSet);
