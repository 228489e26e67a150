import type { CodeSuggestion, SuggesterName } from '../../domain/coding.ts';
import { type Html, html } from '../html.ts';
import { quoteInContext } from './quote-in-context.ts';

const foundBy: Readonly<Record<SuggesterName, string>> = {
  claimwright: 'Claimwright',
  'comprehend-medical': 'Amazon Comprehend Medical',
  bedrock: 'a language model',
};

/** What a suggestion rests on: how sure it is, whether it has to be asked about, the words of the note, and the rules. */
export const suggestionSupport = (suggestion: CodeSuggestion, note: string | undefined): Html => {
  const { because, confidence, edition, evidence, rules, source, specify, status } = suggestion;
  return html`<p class="sureness">${confidenceText(confidence)}${edition && html` · edition ${edition}`}${status === 'needs-query' && html` <span class="badge">to be asked</span>`}${source && html` <span class="badge">only ${foundBy[source]} finds it</span>`}</p>
${because && confidenceReasons(because)}
${specify && html`<p><small>More specific by ${specify.axis}: ${specify.options.join(', ')}</small></p>`}
<ul class="quotes">${evidence.map((span) => html`<li>${quoteInContext(note, span)}</li>`)}</ul>
${rules.length > 0 && html`<details><summary>Rules applied</summary><ol>${rules.map((rule) => html`<li>${rule}</li>`)}</ol></details>`}`;
};

const confidenceReasons = ({ raises, lowers }: NonNullable<CodeSuggestion['because']>): Html =>
  html`<p><small>${[...raises.map((one) => `+ ${one}`), ...lowers.map((one) => `− ${one}`)].join(' · ')}</small></p>`;

/** Below it a suggestion is more a question than an answer. */
const lowConfidence = 0.6;

export const confidenceText = (confidence: number): Html => {
  const percent = Math.round(confidence * 100);
  return html`<span class="${confidence < lowConfidence ? 'confidence low' : 'confidence'}">${percent} %</span>`;
};
