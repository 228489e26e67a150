import { z } from 'zod';
import { codeBookOn } from '../../../codesets/code-book.ts';
import type { CalendarDate } from '../../domain/calendar.ts';
import type { CodeSuggestion, EvidenceSpan, RejectedCode } from '../../domain/coding.ts';
import type { Finding } from '../../domain/finding.ts';
import type { NotePiece } from './split-note.ts';
import type { Suggested } from './suggester.ts';

const Trait = z.object({ Name: z.string(), Score: z.number().default(1) });
const Concept = z.object({ Code: z.string(), Description: z.string().default(''), Score: z.number() });

const Entity = z.object({
  Text: z.string(),
  Type: z.string().optional(),
  Score: z.number(),
  BeginOffset: z.int().min(0),
  EndOffset: z.int().min(0),
  Traits: z.array(Trait).default([]),
  ICD10CMConcepts: z.array(Concept).default([]),
});
type Entity = z.infer<typeof Entity>;

/** What InferICD10CM answers, as far as it is read here. Offsets count code points. */
export const InferredCodes = z.object({ Entities: z.array(Entity).default([]) });
export type InferredCodes = z.infer<typeof InferredCodes>;

/** A trait that the service doubts itself says nothing. */
const leastTraitScore = 0.5;
/** Below it the service is more likely wrong than right about entity and code together. */
const leastScore = 0.5;

/** Traits of a mention that keeps it off the claim. PAST_HISTORY is a trait of the service's other operations. */
const refusingTraits: Readonly<Record<string, string>> = {
  NEGATION: 'negated by the note',
  HYPOTHETICAL: 'hypothetical or uncertain: not coded for outpatients (guideline IV.H)',
  PERTAINS_TO_FAMILY: 'of the family, not of the patient',
  PAST_HISTORY: 'of the past, not treated now (guideline IV.J)',
  LOW_CONFIDENCE: 'the service itself is in doubt',
};

const traitsOf = ({ Traits }: Entity): readonly string[] =>
  Traits.filter(({ Score }) => Score >= leastTraitScore).map(({ Name }) => Name);

/** Turns a count of code points into an index of the string, which counts most emojis as two. */
const indexByCodePoint = (text: string): ((codePoint: number) => number) => {
  if (!/[\uD800-\uDBFF]/.test(text)) return (codePoint) => Math.min(codePoint, text.length);
  const starts: number[] = [];
  let at = 0;
  for (const character of text) {
    starts.push(at);
    at += character.length;
  }
  return (codePoint) => starts[codePoint] ?? text.length;
};

type Reading = {
  readonly note: string;
  readonly piece: NotePiece;
  readonly indexOf: (codePoint: number) => number;
};

const spanOf = ({ BeginOffset, EndOffset }: Entity, { note, piece, indexOf }: Reading): EvidenceSpan => {
  const start = piece.start + indexOf(BeginOffset);
  const end = piece.start + indexOf(EndOffset);
  return { start, end, quote: note.slice(start, end) };
};

type Inferred =
  | { readonly suggestion: CodeSuggestion; readonly isSign: boolean }
  | { readonly rejected: RejectedCode }
  | { readonly findings: readonly Finding[] };

const dropped = (code: string, detail: string): Inferred => ({ findings: [{ code, path: '', detail }] });

const percent = (score: number): string => `${Math.round(score * 100)} %`;

const inferredFrom = (entity: Entity, reading: Reading, dateOfService: CalendarDate): Inferred => {
  const [concept] = [...entity.ICD10CMConcepts].sort((a, b) => b.Score - a.Score);
  if (!concept) return dropped('code-absent', 'An entity was linked to no code');
  const evidence = spanOf(entity, reading);
  if (evidence.quote === '' || evidence.quote !== entity.Text) {
    return dropped('quote-unfounded', `The words for ${concept.Code} do not stand where the service says`);
  }
  const checked = codeBookOn(dateOfService).translate({ kind: 'diagnosis', code: concept.Code });
  if (!checked.success) return { findings: checked.findings };
  const { code, description, rules, edition } = checked.data;
  const traits = traitsOf(entity);
  const refusing = traits.find((trait) => refusingTraits[trait] !== undefined);
  const confidence = Math.max(0, Math.min(1, entity.Score * concept.Score));
  const rule =
    (refusing && refusingTraits[refusing]) ??
    (confidence < leastScore ? `scored ${percent(confidence)}, too low to be asked about` : undefined);
  if (rule) return { rejected: { code, description, evidence: [evidence], rule } };
  const suggestion: CodeSuggestion = {
    system: 'ICD-10-CM',
    code,
    description,
    edition,
    confidence,
    evidence: [evidence],
    rules: [`Amazon Comprehend Medical: ${percent(confidence)}`, ...rules],
    modifiers: [],
    units: 1,
    source: 'comprehend-medical',
  };
  const isSign = !traits.includes('DIAGNOSIS') && (traits.includes('SIGN') || traits.includes('SYMPTOM'));
  return { suggestion, isSign };
};

/** One entry a code: the surest mention with the words of all. */
const onePerCode = (suggestions: readonly CodeSuggestion[]): readonly CodeSuggestion[] => {
  const surest = [...suggestions].sort((a, b) => b.confidence - a.confidence);
  return [...Map.groupBy(surest, ({ code }) => code).values()].flatMap(([best, ...others]) =>
    best ? [{ ...best, evidence: [best, ...others].flatMap(({ evidence }) => evidence) }] : [],
  );
};

const signRule = 'a sign or symptom beside a diagnosis that may explain it (guideline I.B.5)';

const withoutSigns = (found: readonly { suggestion: CodeSuggestion; isSign: boolean }[]) => {
  const hasDiagnosis = found.some(({ isSign }) => !isSign);
  const [kept, signs] = [
    found.filter(({ isSign }) => !hasDiagnosis || !isSign),
    found.filter(({ isSign }) => hasDiagnosis && isSign),
  ];
  return {
    suggestions: onePerCode(kept.map(({ suggestion }) => suggestion)),
    rejected: signs.map(({ suggestion: { code, description, evidence } }) => ({
      code,
      description,
      evidence,
      rule: signRule,
    })),
  };
};

/**
 * What InferICD10CM found in the pieces of a note, as suggestions on the date of service: negated, hypothetical,
 * historical and family mentions and low scores are rejected, codes of another edition remapped or dropped.
 */
export const readInferredCodes = (
  answers: readonly { readonly piece: NotePiece; readonly inferred: InferredCodes }[],
  note: string,
  dateOfService: CalendarDate,
): Suggested => {
  const found = answers.flatMap(({ piece, inferred }) => {
    const reading = { note, piece, indexOf: indexByCodePoint(piece.text) };
    return inferred.Entities.filter(({ Type }) => Type !== 'TIME_EXPRESSION').map((entity) =>
      inferredFrom(entity, reading, dateOfService),
    );
  });
  const { suggestions, rejected } = withoutSigns(found.filter((one) => 'suggestion' in one));
  return {
    suggestions,
    questions: [],
    rejected: [...rejected, ...found.flatMap((one) => ('rejected' in one ? [one.rejected] : []))],
    findings: found.flatMap((one) => ('findings' in one ? one.findings : [])),
  };
};
