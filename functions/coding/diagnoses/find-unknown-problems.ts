import type { Statement } from '../note/read-statements.ts';
import type { ConditionMention } from './find-conditions.ts';

/** Lines of an assessment that are plan, not problem: they begin with what is to be done or how it was said. */
const planLine =
  /^\s*(continue|start|stop|increase|decrease|order|refer|return|follow|call|advis|discuss|recommend|counsel|educat|review|schedul|rtc|see|patient|the patient|he|she|they|we|i|nothing|no)\b/i;

const describesProblem = ({ section, leads, text }: Statement): boolean =>
  section === 'assessment' && leads && !planLine.test(text);

const holds = ({ start, text }: Statement, span: { readonly start: number }): boolean =>
  start <= span.start && span.start < start + text.length;

/** An assessed problem that a coder must read: its number in the assessment, and its words. */
export type UnknownProblem = { readonly at: number; readonly statement: Statement };

/** The assessed problems whose words the code set does not know, and no rule made a code of. */
export const unknownProblems = (
  statements: readonly Statement[],
  mentions: readonly ConditionMention[],
  coded: readonly { readonly start: number }[],
): readonly UnknownProblem[] => {
  const known = new Set(mentions.map(({ statement }) => statement));
  return statements
    .filter(describesProblem)
    .flatMap((statement, at) =>
      known.has(statement) || coded.some((span) => holds(statement, span)) ? [] : [{ at: at + 1, statement }],
    );
};
