import { readDocument } from '../../functions/documents/read-document.ts';
import { hostileFiles } from './material/hostile.ts';

/** Reads each hostile file, in a process whose memory is bounded, and prints what came of it: one line of JSON each. */
for (const { name, bytes, ...expected } of await hostileFiles()) {
  const start = performance.now();
  const { kind, text, facts, problems } = await readDocument(bytes);
  const ms = Math.round(performance.now() - start);
  const codes = problems.map(({ code }) => code);
  const said = text.length + facts.length;
  const leaks = expected.never !== undefined && `${text} ${JSON.stringify(facts)}`.includes(expected.never);
  const says = expected.says === undefined || text.includes(expected.says);
  const isTold = problems.every(({ detail }) => /\.$/.test(detail));
  process.stdout.write(
    `${JSON.stringify({ name, kind, ms, codes, said, leaks, says, isTold, tells: expected.tells, rss: process.resourceUsage().maxRSS })}\n`,
  );
}
