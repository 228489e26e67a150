import type { Statement } from '../note/read-statements.ts';
import type { ConditionMention } from './find-conditions.ts';

/** Lines of an assessment that are plan, not problem: they begin with what is to be done or how it was said. */
const planLine =
  /^\s*(continue|start|stop|increase|decrease|order|refer|return|follow|call|advis|discuss|recommend|counsel|educat|review|schedul|rtc|see|patient|the patient|he|she|they|we|i|nothing|no)\b/i;

const describesProblem = ({ section, leads, text }: Statement): boolean =>
  section === 'assessment' && leads && !planLine.test(text);

/** The assessed problems whose words the code set does not know, counted from 1: a coder must read those. */
export const unknownProblems = (
  statements: readonly Statement[],
  mentions: readonly ConditionMention[],
): readonly number[] => {
  const known = new Set(mentions.map(({ statement }) => statement));
  return statements
    .filter(describesProblem)
    .flatMap((statement, at) => (known.has(statement) ? [] : [at + 1]));
};
