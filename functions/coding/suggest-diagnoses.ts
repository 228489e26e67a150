import { type DiagnosisCode, diagnosisCodes } from '../../codesets/code-set.ts';
import type { CalendarDate } from '../domain/calendar.ts';
import type { EvidenceSpan } from '../domain/coding.ts';
import { type Condition, type ConditionMatch, chooseCode } from './choose-code.ts';
import { hasUnexplainedWords } from './find-unexplained.ts';
import { indexTerms, keepMostSpecific, matchTerms } from './match-terms.ts';
import { qualifyMention } from './qualify-mention.ts';
import type { SectionKind } from './read-sections.ts';
import type { Statement } from './read-statements.ts';

const conditions = (): readonly (readonly [Condition, readonly string[]])[] => {
  const byTerms = new Map<string, DiagnosisCode[]>();
  for (const code of diagnosisCodes) {
    const terms = code.terms.join('|');
    byTerms.set(terms, [...(byTerms.get(terms) ?? []), code]);
  }
  return [...byTerms.values()].map((codes) => [{ codes }, codes[0]?.terms ?? []]);
};

const index = indexTerms(conditions());

/** A diagnosis that the note supports, before the rules that weigh several against each other. */
export type DiagnosisCandidate = {
  readonly entry: DiagnosisCode;
  readonly confidence: number;
  readonly evidence: readonly EvidenceSpan[];
  readonly rules: readonly string[];
  readonly question?: string;
  readonly item: number;
};

/** How far a section is trusted to say what the visit was for. The assessment states it; the rest only hints. */
const sources: readonly {
  readonly sections: readonly SectionKind[];
  readonly confidence: number;
  readonly rule: string;
}[] = [
  { sections: ['assessment'], confidence: 0.95, rule: 'named in the assessment' },
  { sections: ['plan'], confidence: 0.7, rule: 'named in the plan only; the note has no usable assessment' },
  {
    sections: ['reason', 'history'],
    confidence: 0.4,
    rule: 'named by the patient only; no clinician assessed it',
  },
];

/** Below the first line of an assessed problem the clinician reasons, so a code found there is less sure. */
const reasoningConfidence = 0.85;

/** The line that names the problem holds words that the code does not account for. */
const unexplainedConfidence = 0.75;

export const spanOf = (match: { statement: Statement; start: number; end: number }): EvidenceSpan => {
  const { statement, start, end } = match;
  return { start, end, quote: statement.text.slice(start - statement.start, end - statement.start) };
};

/** "Influenza vaccine" and "asthma action plan" name no illness of this patient. */
const otherThing =
  /^[ -](vaccin\w*|immuni[sz]\w*|shots?|tests?|testing|swab|antigen|screen\w*|control test|action plan|education|questionnaire|scale|score|clinic|medications?|prophylaxis|panel|level)\b/i;

const namesCondition = ({ statement, end }: ConditionMatch): boolean =>
  !otherThing.test(statement.text.slice(end - statement.start));

const affirmedMatches = (statements: readonly Statement[]): readonly ConditionMatch[] =>
  statements.flatMap((statement) =>
    keepMostSpecific(
      matchTerms(statement, index).filter(
        (match) => namesCondition(match) && qualifyMention(statement, match) === 'affirmed',
      ),
    ),
  );

/** Within an assessment a symptom is coded where it is named, not where its course is described. */
const isNamed = (match: ConditionMatch): boolean =>
  match.statement.leads ||
  match.statement.section === 'history' ||
  match.meaning.codes.every((code) => code.kind !== 'symptom');

const supportOf = (match: ConditionMatch, all: readonly ConditionMatch[]): readonly EvidenceSpan[] =>
  all
    .filter((other) => other.meaning === match.meaning && other !== match)
    .slice(0, 3)
    .map(spanOf);

const candidateOf = (
  match: ConditionMatch,
  all: readonly ConditionMatch[],
  visit: { statements: readonly Statement[]; dateOfService: CalendarDate; source: (typeof sources)[number] },
): DiagnosisCandidate[] => {
  const { statements, dateOfService, source } = visit;
  const choice = chooseCode(match, statements, dateOfService);
  if (!choice) return [];
  const unexplained = hasUnexplainedWords(match, all);
  const confidence = Math.min(
    source.confidence,
    choice.ceiling,
    match.statement.leads ? 1 : reasoningConfidence,
    unexplained ? unexplainedConfidence : 1,
  );
  const found = {
    entry: choice.entry,
    confidence,
    evidence: [spanOf(match), ...supportOf(match, all)],
    rules: [
      source.rule,
      ...choice.rules,
      ...(unexplained ? ['the note may be more specific than the code'] : []),
    ],
    item: match.statement.item,
  };
  return [choice.question === undefined ? found : { ...found, question: choice.question }];
};

const onePerCode = (candidates: readonly DiagnosisCandidate[]): readonly DiagnosisCandidate[] =>
  candidates.filter((one, at) => candidates.findIndex((other) => other.entry.code === one.entry.code) === at);

/**
 * The conditions that the note affirms, in its own order, from the most trusted section that names any.
 * Negated, uncertain (guideline IV.H), historical, family and conditional mentions are left out.
 */
export const suggestDiagnoses = (
  statements: readonly Statement[],
  dateOfService: CalendarDate,
): readonly DiagnosisCandidate[] => {
  const all = affirmedMatches(statements).filter(({ statement }) => statement.section !== 'background');
  for (const source of sources) {
    const named = all.filter((match) => source.sections.includes(match.statement.section) && isNamed(match));
    if (named.length > 0) {
      return onePerCode(
        named.flatMap((match) => candidateOf(match, all, { statements, dateOfService, source })),
      );
    }
  }
  return [];
};

/** Lines of an assessment that are plan, not problem: they begin with what is to be done or how it was said. */
const planLine =
  /^\s*(continue|start|stop|increase|decrease|order|refer|return|follow|call|advis|discuss|recommend|counsel|educat|review|schedul|rtc|see|patient|the patient|he|she|they|we|i|nothing|no)\b/i;

const describesProblem = ({ section, leads, text }: Statement): boolean =>
  section === 'assessment' && leads && !planLine.test(text);

/** The assessed problems whose words the code set does not know, counted from 1: a coder must read those. */
export const unknownProblems = (statements: readonly Statement[]): readonly number[] =>
  statements
    .filter(describesProblem)
    .flatMap((statement, at) => (matchTerms(statement, index).length === 0 ? [at + 1] : []));
