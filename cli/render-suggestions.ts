import { styleText } from 'node:util';
import { isDiagnosis } from '../functions/coding/flatten-suggestions.ts';
import { providerQueries, renderQuery } from '../functions/coding/queries/provider-queries.ts';
import type { CodingSuggestions } from '../functions/coding/suggestions.ts';
import type { CodeSuggestion, EvidenceSpan } from '../functions/domain/coding.ts';

/** Words shown before and behind what supports a code. */
const contextWidth = 40;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

const renderEvidence = (note: string, { start, end, section }: EvidenceSpan): string => {
  const before = oneLine(note.slice(Math.max(0, start - contextWidth), start));
  const after = oneLine(note.slice(end, end + contextWidth));
  const quote = styleText(['bold', 'yellow'], oneLine(note.slice(start, end)));
  const where = section ? styleText('dim', ` (${section})`) : '';
  return `    ${styleText('dim', `${start}–${end}`)} …${before}${quote}${after}…${where}`;
};

const mostEvidence = 3;

const renderSuggestion = (note: string, suggestion: CodeSuggestion): string => {
  const { code, modifiers, units, description, confidence, rules, status, because, specify } = suggestion;
  const name = [code, ...modifiers].join('-') + (units > 1 ? ` × ${units}` : '');
  const query = status === 'needs-query' ? styleText('magenta', ' query') : '';
  return [
    `  ${styleText('bold', name)} ${description} ${styleText('cyan', `${Math.round(confidence * 100)} %`)}${query}`,
    ...suggestion.evidence.slice(0, mostEvidence).map((span) => renderEvidence(note, span)),
    ...rules.map((rule) => `    ${styleText('dim', `· ${rule}`)}`),
    ...(because?.raises ?? []).map((one) => `    ${styleText('dim', `+ ${one}`)}`),
    ...(because?.lowers ?? []).map((one) => `    ${styleText('dim', `− ${one}`)}`),
    ...(specify
      ? [`    ${styleText('dim', `more specific by ${specify.axis}: ${specify.options.join(', ')}`)}`]
      : []),
  ].join('\n');
};

const part = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [styleText('underline', title), ...lines, ''];

/** What the clinician has to be asked about a note, one query after the other. */
export const renderQueries = (id: string, result: CodingSuggestions): string => {
  const queries = providerQueries(result).map(renderQuery);
  return [styleText('bold', id), ...(queries.length > 0 ? queries : ['Nothing is to be asked.']), ''].join(
    '\n\n',
  );
};

/** The suggestions for a person: each code with the words that support it highlighted, then what is open. */
export const renderSuggestions = (id: string, note: string, result: CodingSuggestions): string =>
  [
    styleText('bold', id),
    '',
    ...part(
      'Diagnoses',
      result.suggestions.filter(isDiagnosis).map((one) => renderSuggestion(note, one)),
    ),
    ...part(
      'Services',
      result.suggestions.filter((one) => !isDiagnosis(one)).map((one) => renderSuggestion(note, one)),
    ),
    ...part(
      'Questions',
      result.questions.map(({ text }) => `  ? ${text}`),
    ),
    ...part(
      'Not coded',
      result.rejected.map(({ code, description, rule }) => `  ${code} ${description}: ${rule}`),
    ),
  ].join('\n');
