import shipped from '../../../codesets/clinical-terms/report-counts.json' with { type: 'json' };
import { CoderMemory, mergeMemories } from '../memory/coder-memory.ts';

/**
 * What the coders of the CodiEsp training reports kept, struck and added (CC BY 4.0, see NOTICE), as counts by words of
 * the code set; made by `bench/learn-report-counts.ts`. It is no memory of a practice.
 */
const reportCounts = CoderMemory.parse(shipped);

const joined = new WeakMap<CoderMemory, CoderMemory>();

/** What a decision of the practice's own coders weighs against one of the shipped: they code for its payers. */
const weightOfOwn = 5;

const weighed = (counts: CoderMemory['terms']): CoderMemory['terms'] =>
  Object.fromEntries(
    Object.entries(counts).map(([term, codes]) => [
      term,
      Object.fromEntries(
        Object.entries(codes).map(([code, { accepted, rejected }]) => [
          code,
          { accepted: accepted * weightOfOwn, rejected: rejected * weightOfOwn },
        ]),
      ),
    ]),
  );

/**
 * The counts by which a report's codes are weighed: the shipped ones with the practice's own added, each as several.
 * Added and never put in their place: what coders accept once must not make a code less sure than it was.
 */
export const countsFor = (memory: CoderMemory | undefined): CoderMemory => {
  if (!memory) return reportCounts;
  const known = joined.get(memory);
  if (known) return known;
  const own = { ...memory, terms: weighed(memory.terms), phrases: weighed(memory.phrases) };
  const counts = mergeMemories(reportCounts, own);
  joined.set(memory, counts);
  return counts;
};
