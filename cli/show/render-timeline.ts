import Table from 'cli-table3';
import type { TimelineEntry } from '../../functions/domain/timeline/timeline.ts';

const plain = { head: [], border: [], compact: true };

/** What happened, the oldest first: when, to what, in words, and who did it. */
export const renderTimeline = (timeline: readonly TimelineEntry[]): string => {
  const table = new Table({ head: ['at (UTC)', 'of', 'what', 'who'], style: plain });
  for (const { at, kind, id, words, who = '' } of timeline)
    table.push([at.slice(0, 19).replace('T', ' '), `${kind} ${id}`, words, who]);
  return table.toString();
};

/** The fields of a record in a line each, without what it has none of. */
export const renderFacts = (facts: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(facts)
    .flatMap(([name, value]) => (value === undefined || value === '' ? [] : [`${name.padEnd(16)} ${value}`]))
    .join('\n');
