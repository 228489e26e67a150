import shipped from '../../../codesets/clinical-terms/report-counts.json' with { type: 'json' };
import { CoderMemory } from '../memory/coder-memory.ts';

/**
 * What the coders of the CodiEsp training reports kept, struck and added (CC BY 4.0, see NOTICE), as counts by words of
 * the code set; made by `bench/learn-report-counts.ts`. It is no memory of a practice.
 */
const reportCounts = CoderMemory.parse(shipped);

const joined = new WeakMap<CoderMemory, CoderMemory>();

/**
 * The counts by which a report's codes are weighed: where the practice's own coders decided about a term, theirs alone;
 * the shipped ones elsewhere. Replaced, not added up, so that a practice outweighs them with its first decisions.
 */
export const countsFor = (memory: CoderMemory | undefined): CoderMemory => {
  if (!memory) return reportCounts;
  const known = joined.get(memory);
  if (known) return known;
  const counts: CoderMemory = {
    ...memory,
    terms: { ...reportCounts.terms, ...memory.terms },
    phrases: { ...reportCounts.phrases, ...memory.phrases },
  };
  joined.set(memory, counts);
  return counts;
};
