import type { Level } from './em-level.ts';
import { qualifyMention } from './qualify-mention.ts';
import type { Statement } from './read-statements.ts';
import type { DiagnosisCandidate } from './suggest-diagnoses.ts';

/** AMA definition: a chronic illness is stable only at its treatment goal; these words say that it is not. */
const worseningPattern =
  /\b(worsen\w*|not (yet )?(at|to) goal|above (\w+ )?goal|uncontrolled|poorly controlled|not (well |adequately )?controlled|inadequate\w*|suboptimal\w*|progress(ing|ed)|exacerbat\w+|flar(e|ing)|deteriorat\w+|side effects? (of|from|with)|partial response|not improv\w+|incomplete response)\b/gi;

const severePattern =
  /\b(severe exacerbation|threat to life|life[- ]threatening|impending|acute respiratory failure)\b/gi;
const newlyFoundPattern = /\b(loss of consciousness|multiple injuries|open fracture)\b/gi;

/** Whether the statements about a problem say it themselves, and not "no worsening". */
const says = (about: readonly Statement[], pattern: RegExp): boolean =>
  about.some((statement) =>
    [...statement.text.matchAll(pattern)].some((found) => {
      const start = statement.start + found.index;
      const words = [{ start, end: start + found[0].length }];
      return qualifyMention(statement, { start, end: start + found[0].length, words }) === 'affirmed';
    }),
  );

type Problem = 'self-limited' | 'acute' | 'stable-chronic' | 'moderate' | 'high';

const weigh = ({ entry }: DiagnosisCandidate, about: readonly Statement[]): Problem => {
  if (says(about, severePattern)) return 'high';
  if (entry.kind === 'chronic')
    return entry.worsening || says(about, worseningPattern) ? 'moderate' : 'stable-chronic';
  if (entry.systemic || entry.complicated || entry.uncertainPrognosis || says(about, newlyFoundPattern))
    return 'moderate';
  return entry.kind === 'self-limited' ? 'self-limited' : 'acute';
};

const levelFor = (problems: readonly Problem[]): Level | undefined => {
  const count = (kind: Problem): number => problems.filter((problem) => problem === kind).length;
  if (problems.length === 0) return undefined;
  if (count('high') > 0) return 'high';
  if (count('moderate') > 0 || count('stable-chronic') > 1) return 'moderate';
  return count('stable-chronic') + count('acute') > 0 || count('self-limited') > 1
    ? 'low'
    : 'straightforward';
};

/** Status codes and "use additional" codes describe the patient; they are no problem of their own. */
const isProblem = ({ entry }: DiagnosisCandidate): boolean =>
  entry.kind !== 'status' && entry.kind !== 'external-cause';

/** Number and complexity of the problems addressed; undefined when the note assesses none with confidence. */
export const readProblems = (
  found: readonly DiagnosisCandidate[],
  statements: readonly Statement[],
): Level | undefined =>
  levelFor(
    found
      .filter((one) => isProblem(one) && one.confidence >= 0.5)
      .map((one) =>
        weigh(
          one,
          statements.filter(({ item }) => item === one.item),
        ),
      ),
  );
