import type { Finding } from '../domain/finding.ts';
import { mostFacts, mostText } from './limits.ts';
import type {
  DocumentFact,
  DocumentKind,
  DocumentPage,
  DocumentPlace,
  DocumentReading,
  DocumentSection,
} from './reading.ts';

/** Signs that no reader sees and no text needs; they would only break what is quoted. */
const unseen = /[^\P{Cc}\n\t]|[\u00ad\u200b\u2060\ufeff]/gu;

const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replace(unseen, '');

/** One line of words, as a fact holds them. */
export const oneLine = (text: string): string => plain(text).replace(/\s+/g, ' ').trim();

/** A reading while it is made: text is written from its beginning to its end, each stretch with its place. */
export class Draft {
  readonly #parts: string[] = [];
  readonly #sections: DocumentSection[] = [];
  readonly #facts: DocumentFact[] = [];
  readonly #known = new Set<string>();
  readonly #places: DocumentPlace[] = [];
  readonly #problems: Finding[] = [];
  readonly #pages: DocumentPage[] = [];
  #length = 0;
  #isFull = false;

  get length(): number {
    return this.#length;
  }

  /** Whether there is room for more text. */
  get isFull(): boolean {
    return this.#isFull;
  }

  /** Text as it stands, and where it stands in the file. */
  write(text: string, source?: string): void {
    const kept = plain(text).slice(0, mostText - this.#length);
    if (kept.length < text.length && this.#length + text.length > mostText) this.#fill();
    if (kept === '') return;
    const start = this.#length;
    this.#parts.push(kept);
    this.#length += kept.length;
    if (source !== undefined) this.#places.push({ start, end: this.#length, source });
  }

  #fill(): void {
    if (!this.#isFull)
      this.problem(
        'too-long',
        'text',
        'There is more text than is read; the rest is left out. Send the document in parts.',
      );
    this.#isFull = true;
  }

  /** A line of its own; an empty one parts paragraphs, and two of them are one. */
  line(text: string, source?: string): void {
    const written = plain(text).replace(/\s+$/, '');
    if (written.trim() !== '') this.write(written, source);
    else if (this.#endsParagraph()) return;
    this.write('\n');
  }

  #endsParagraph(): boolean {
    return this.#length === 0 || (this.#parts.at(-1) === '\n' && this.#parts.at(-2) === '\n');
  }

  /** What is written meanwhile is a section of that name; one without text is none. */
  section(name: string, body: () => void): void {
    const start = this.#length;
    const at = this.#sections.length;
    body();
    this.#sections.splice(at, 0, ...this.#closed(name, start));
  }

  #closed(name: string, start: number): readonly DocumentSection[] {
    const words = oneLine(name);
    return this.#length > start && words !== '' ? [{ name: words, start, end: this.#length }] : [];
  }

  /** A section of text that is written already. */
  mark({ name, start, end }: DocumentSection): void {
    if (end > start && oneLine(name) !== '') this.#sections.push({ name: oneLine(name), start, end });
  }

  /** Nothing where there is no value; the same of the same place is one fact. */
  fact(name: string, value: string | undefined, source: string): void {
    const words = oneLine(value ?? '');
    const key = `${name} ${source} ${words}`;
    if (words === '' || this.#known.has(key)) return;
    if (this.#facts.length === mostFacts)
      this.problem(
        'too-long',
        'facts',
        `Of more than ${mostFacts} facts the rest is left out. Send the document in parts.`,
      );
    this.#known.add(key);
    if (this.#facts.length < mostFacts) this.#facts.push({ name, value: words, source });
  }

  /** A fact, or that there is none of it: "allergy.absent". */
  stated(name: string, isAbsent: boolean, value: string | undefined, source: string): void {
    this.fact(isAbsent ? `${name}.absent` : name, value, source);
  }

  get factCount(): number {
    return this.#facts.length;
  }

  /** The facts that were added since there were so many. */
  factsFrom(count: number): readonly DocumentFact[] {
    return this.#facts.slice(count);
  }

  /** The same problem at the same place is told once. */
  problem(code: string, path: string, detail: string): void {
    if (!this.#problems.some((one) => one.code === code && one.path === path))
      this.#problems.push({ code, path, detail });
  }

  page(page: DocumentPage): void {
    this.#pages.push(page);
  }

  /** The text so far, for readers that look at it again. */
  text(): string {
    return this.#parts.join('');
  }

  /** Where a stretch of the text stands in the file. */
  sourceOf(start: number, end: number): string {
    let at = this.#firstBehind(start);
    const first = (this.#places[at]?.start ?? end) < end ? this.#places[at]?.source : undefined;
    while ((this.#places[at + 1]?.start ?? end) < end) at += 1;
    const last = first && this.#places[at]?.source;
    return first === undefined || first === last ? (first ?? 'text') : `${first} to ${last}`;
  }

  /** Number of the first place that ends behind a point. */
  #firstBehind(point: number): number {
    let [low, high] = [0, this.#places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#places[middle]?.end ?? 0) > point) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Another reading within this one, at a place of its own. */
  embed(inner: DocumentReading, source: string): void {
    const from = this.#length;
    const at = (place: string): string => (place === '' ? source : `${source} → ${place}`);
    this.write(inner.text, undefined);
    for (const { start, end, source: place } of inner.places)
      this.#places.push({ start: from + start, end: from + end, source: at(place) });
    if (inner.places.length === 0 && this.#length > from)
      this.#places.push({ start: from, end: this.#length, source });
    for (const { name, start, end } of inner.sections)
      this.mark({ name, start: from + start, end: Math.min(this.#length, from + end) });
    for (const { name, value, source: place } of inner.facts) this.fact(name, value, at(place));
    for (const { code, path, detail } of inner.problems) this.problem(code, at(path), detail);
  }

  done(kind: DocumentKind): DocumentReading {
    return {
      kind,
      text: this.text().replace(/\s+$/, ''),
      sections: this.#trimmed(this.#sections).toSorted(
        (one, other) => one.start - other.start || other.end - one.end,
      ),
      facts: this.#facts,
      places: this.#trimmed(this.#places),
      problems: this.#problems,
      ...(this.#pages.length > 0 && { pages: this.#pages }),
    };
  }

  /** The white space at the end of the text is gone, and what ended in it ends before. */
  #trimmed<T extends { readonly start: number; readonly end: number }>(all: readonly T[]): readonly T[] {
    const end = this.text().replace(/\s+$/, '').length;
    return all.filter(({ start }) => start < end).map((one) => ({ ...one, end: Math.min(one.end, end) }));
  }
}

/** A document that says nothing to us, with what it is and what to do. */
export const unread = (code: string, detail: string, kind: DocumentKind = 'unknown'): DocumentReading => ({
  kind,
  text: '',
  sections: [],
  facts: [],
  places: [],
  problems: [{ code, path: '', detail }],
});
