import { CodeSetError } from '../code-set-error.ts';
import type { NoteKind } from '../tabular-notes.ts';
import { elements, readXml, textOf, type XmlElement } from './xml-tree.ts';

/** A note of the Tabular List and the chapter, section or code that it stands at. */
export interface NoteRow {
  readonly owner: string;
  readonly kind: NoteKind;
  readonly text: string;
}

/** A chapter ("chapter 1") or section ("A00-A09") with the first and last category in it. */
export interface GroupRow {
  readonly name: string;
  readonly title: string;
  readonly first: string;
  readonly last: string;
}

export interface TabularList {
  readonly edition: string;
  readonly notes: readonly NoteRow[];
  readonly groups: readonly GroupRow[];
}

const noteElements: Readonly<Record<string, NoteKind>> = {
  includes: 'includes',
  inclusionTerm: 'inclusion-term',
  excludes1: 'excludes1',
  excludes2: 'excludes2',
  codeFirst: 'code-first',
  useAdditionalCode: 'use-additional',
  codeAlso: 'code-also',
  notes: 'note',
};

const notesAt = (node: XmlElement, owner: string): NoteRow[] =>
  elements(node).flatMap((child): NoteRow[] => {
    const kind = noteElements[child.name];
    if (kind) return elements(child, 'note').map((note) => ({ owner, kind, text: textOf(note) }));
    if (child.name !== 'sevenChrDef') return [];
    return elements(child, 'extension').map((extension) => ({
      owner,
      kind: 'seventh-character',
      text: `${extension.attributes.char ?? ''} ${textOf(extension)}`,
    }));
  });

const rangeIn = (text: string): { first: string; last: string } => {
  const [, first = '', last = first] =
    /([A-Z](?:\d[0-9A-Z]|[A-Z]\d))(?:-([A-Z](?:\d[0-9A-Z]|[A-Z]\d)))?\)?$/.exec(text) ?? [];
  return { first, last };
};

/** Reads the Tabular List in its official XML form. */
export const readTabularXml = (text: string, fileName: string): TabularList => {
  const root = readXml(text, fileName);
  if (root.name !== 'ICD10CM.tabular') {
    throw new CodeSetError(`${fileName}: the root is <${root.name}>, not <ICD10CM.tabular>; check the file`);
  }
  const notes: NoteRow[] = [];
  const groups: GroupRow[] = [];
  const visit = (node: XmlElement, owner: string): void => {
    notes.push(...notesAt(node, owner));
    for (const section of elements(node, 'section')) {
      const name = section.attributes.id ?? '';
      groups.push({ name, title: textOf(elements(section, 'desc')[0]), ...rangeIn(name) });
      visit(section, name);
    }
    for (const code of elements(node, 'diag')) visit(code, textOf(elements(code, 'name')[0]));
  };
  for (const chapter of elements(root, 'chapter')) {
    const name = `chapter ${textOf(elements(chapter, 'name')[0])}`;
    const title = textOf(elements(chapter, 'desc')[0]);
    groups.push({ name, title, ...rangeIn(title) });
    visit(chapter, name);
  }
  return { edition: textOf(elements(root, 'version')[0]), notes, groups };
};
