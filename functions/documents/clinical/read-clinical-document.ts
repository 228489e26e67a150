import { Draft } from '../draft.ts';
import { readNarrative } from '../prose/read-markup.ts';
import type { DocumentReading, ReadInner } from '../reading.ts';
import { readXml, type XmlElement } from '../xml/read-xml.ts';
import { tellFaults } from '../xml/tell-faults.ts';
import { childrenNamed, descendants, elementsOf, firstAt, placeIn, wordsOf } from '../xml/walk.ts';
import { narrativeOf } from './coded.ts';
import { addEntry } from './entries.ts';
import { addHeader, headLine } from './header.ts';
import { factOfSection, fromNarrative } from './section-codes.ts';

/** Narrative of more letters than an entry has is prose. */
const longestEntry = 200;

class SectionReader {
  readonly #draft: Draft;
  readonly #source: string;

  constructor(draft: Draft, source: string) {
    this.#draft = draft;
    this.#source = source;
  }

  read(section: XmlElement, path: string): void {
    const title = wordsOf(firstAt(section, 'title')).replace(/\s+/g, ' ').trim();
    const code = firstAt(section, 'code')?.attributes;
    const name = title || (code?.displayName ?? '') || 'Section';
    this.#draft.section(name, () => {
      if (title) this.#draft.line(title, `${path}/title`);
      this.#narrative(firstAt(section, 'text'), `${path}/text`);
      for (const inner of childrenNamed(section, 'component'))
        for (const one of childrenNamed(inner, 'section'))
          this.read(one, `${path}/${placeIn(section, inner)}/section`);
    });
    this.#draft.line('');
    this.#entries(section, code?.code, path);
  }

  #narrative(text: XmlElement | undefined, path: string): void {
    if (!text) return;
    for (const line of readNarrative(this.#source.slice(text.start, text.end)))
      this.#draft.line(line.text, `${path} at character ${text.start + line.at + 1}`);
  }

  #entries(section: XmlElement, loinc: string | undefined, path: string): void {
    const name = factOfSection(loinc);
    if (name === undefined) return;
    const text = firstAt(section, 'text');
    const narrative = narrativeOf(text);
    const entries = childrenNamed(section, 'entry');
    for (const entry of entries)
      for (const element of elementsOf(entry))
        addEntry(element, `${path}/${placeIn(section, entry)}/${element.name}`, {
          draft: this.#draft,
          narrative,
          name,
          isNegated: false,
        });
    if (
      entries.length === 0 &&
      text &&
      fromNarrative.has(name) &&
      section.attributes.nullFlavor === undefined
    )
      this.#listed(text, name, path);
  }

  /** A section without entries says them in a list or a table. */
  #listed(text: XmlElement, name: string, path: string): void {
    const items = [
      ...descendants(text, 'item'),
      ...descendants(text, 'tr').flatMap((row) => firstAt(row, 'td') ?? []),
    ];
    for (const item of items) {
      const words = wordsOf(item).replace(/\s+/g, ' ').trim();
      if (words.length > longestEntry) continue;
      const isNone = /^(?:no|none|nkd?a|denies|not on file|unknown)\b/i.test(words);
      this.#draft.stated(name, isNone, words, `${path}/text at character ${item.start + 1}`);
    }
  }
}

/** A body that is no XML: a document in Base64, or text. */
const readBody = async (draft: Draft, body: XmlElement, inner: ReadInner): Promise<void> => {
  const text = firstAt(body, 'text');
  const path = '/ClinicalDocument/component/nonXMLBody/text';
  const words = wordsOf(text);
  const isPacked =
    text?.attributes.representation === 'B64' ||
    (text?.attributes.mediaType !== undefined && !/^text\//.test(text.attributes.mediaType));
  if (firstAt(text, 'reference'))
    draft.problem(
      'missing-part',
      path,
      'The document points to another file, which is not in it. Ask the sender for that file.',
    );
  else draft.embed(await inner(Buffer.from(words, isPacked ? 'base64' : 'utf8')), path);
};

/** A clinical document (CDA R2, C-CDA): its header as facts, its sections as text, their entries as facts. */
export const readClinicalDocument = async (source: string, inner: ReadInner): Promise<DocumentReading> => {
  const draft = new Draft();
  const { root, faults } = readXml(source);
  tellFaults(draft, faults);
  if (root) {
    addHeader(draft, root);
    draft.line(wordsOf(firstAt(root, 'title')), '/ClinicalDocument/title');
    draft.line(headLine(root), '/ClinicalDocument/recordTarget');
    draft.line('');
    const body = firstAt(root, 'component/structuredBody');
    const reader = new SectionReader(draft, source);
    for (const component of childrenNamed(body, 'component'))
      for (const section of childrenNamed(component, 'section'))
        reader.read(
          section,
          `/ClinicalDocument/component/structuredBody/${body ? placeIn(body, component) : ''}/section`,
        );
    const unstructured = firstAt(root, 'component/nonXMLBody');
    if (unstructured) await readBody(draft, unstructured, inner);
    else if (!body)
      draft.problem(
        'no-body',
        '/ClinicalDocument/component',
        'The document has no body, only a header. Ask the sender for the whole document.',
      );
  }
  return draft.done('ccda');
};
