import type { TermDecision, TermDecisions } from '../../domain/term-decision.ts';
import type { CoderMemory } from './coder-memory.ts';

type Counts = Record<string, Record<string, { accepted: number; rejected: number }>>;

const countsOf = (decisions: readonly TermDecision[], kind: TermDecision['kind']): Counts => {
  const counts: Counts = {};
  for (const { term, code, accepted, rejected } of decisions.filter((one) => one.kind === kind)) {
    counts[term] = { ...(Object.hasOwn(counts, term) ? counts[term] : {}), [code]: { accepted, rejected } };
  }
  return counts;
};

/** The memory of a practice's coders, as the suggestions read it and as it is exported. */
export const memoryOf = ({ notes, decisions }: TermDecisions): CoderMemory => ({
  version: 1,
  notes,
  terms: countsOf(decisions, 'term'),
  phrases: countsOf(decisions, 'phrase'),
});
