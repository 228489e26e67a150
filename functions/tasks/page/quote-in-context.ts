import type { EvidenceSpan } from '../../domain/coding.ts';
import { type Html, html } from '../html.ts';

/** As much as tells a reader where in the note the words stand. */
const reach = 70;

/** The words before or after a quote, cut where a word ends. */
const before = (note: string, at: number): string => {
  const cut = note.slice(Math.max(0, at - reach), at);
  return at > reach ? `… ${cut.replace(/^\S*\s+/, '')}` : cut;
};

const after = (note: string, at: number): string => {
  const cut = note.slice(at, at + reach);
  return at + reach < note.length ? `${cut.replace(/\s+\S*$/, '')} …` : cut;
};

/** The words that support a code, marked within what stands around them; alone where the note does not show them. */
export const quoteInContext = (note: string | undefined, { start, end, quote }: EvidenceSpan): Html =>
  note !== undefined && note.slice(start, end) === quote
    ? html`<q>${before(note, start)}<mark>${quote}</mark>${after(note, end)}</q>`
    : html`<q><mark>${quote}</mark></q>`;
