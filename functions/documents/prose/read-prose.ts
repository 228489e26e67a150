import { Draft } from '../draft.ts';
import { addLabelledFacts } from '../facts/labelled-facts.ts';
import type { DocumentReading, HeadingsIn, ProseHeading } from '../reading.ts';
import { markSections } from './mark-sections.ts';
import type { ProseLine } from './prose-line.ts';
import { readMarkupLines } from './read-markup.ts';
import { readRtfDocument } from './read-rtf.ts';

const linesOfText = (text: string): readonly ProseLine[] => {
  let at = 0;
  return text.split(/\r\n|\r|\n|\f/).map((line) => {
    const start = at;
    at += line.length + 1;
    return { text: line, at: start };
  });
};

/** Parts of a page that stand outside of its text, by their names. */
export type ProseParts = Readonly<Record<string, readonly ProseLine[]>>;

const partsOf = (kind: 'text' | 'html' | 'rtf', source: string, draft: Draft): ProseParts => {
  if (kind === 'html') return { body: readMarkupLines(source) };
  if (kind === 'text') return { body: linesOfText(source) };
  const { isCutOff, ...parts } = readRtfDocument(source);
  if (isCutOff)
    draft.problem(
      'cut-off',
      '',
      'The rich text ends before its groups do; what stands before that is read. Ask the sender for the whole file.',
    );
  return parts;
};

const sourceOf = (kind: 'text' | 'html' | 'rtf', line: ProseLine, number: number): string =>
  kind === 'text' ? `line ${number + 1}` : `character ${line.at + 1}`;

/** Text, a page or rich text: its lines with their places, its sections by headings, and the facts that it labels. */
export const readProse = (
  kind: 'text' | 'html' | 'rtf',
  source: string,
  headingsIn: HeadingsIn,
): DocumentReading => {
  const draft = new Draft();
  const headings: ProseHeading[] = [];
  const ends: number[] = [];
  for (const [part, lines] of Object.entries(partsOf(kind, source, draft))) {
    writePart(draft, part, () => {
      for (const [number, line] of lines.entries()) {
        if (line.isHeading && line.text.trim() !== '')
          headings.push({ start: draft.length, words: line.text });
        if (kind === 'text' && line.text.trim() === '') draft.write('\n');
        else draft.line(line.text, sourceOf(kind, line, number));
      }
    });
    ends.push(draft.length);
  }
  markSections(draft, [...headings, ...headingsIn(draft.text())], ends);
  addLabelledFacts(draft);
  return draft.done(kind);
};

const writePart = (draft: Draft, part: string, body: () => void): void => {
  if (part === 'body') body();
  else draft.section(part, body);
};
