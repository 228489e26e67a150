import { Draft, unread } from '../draft.ts';
import { readMarkupLines } from '../prose/read-markup.ts';
import type { DocumentReading, ReadInner } from '../reading.ts';
import { addPractitioner, administrative } from './administrative.ts';
import { clinical } from './clinical.ts';
import { at, day, isObject, type Json, list, text } from './json.ts';
import { type Placed, References, resourcesOf } from './resources.ts';
import { concept } from './types.ts';

const takers = { ...administrative, ...clinical };

/** What others refer to, or what only tells of the exchange. */
const silent = new Set(
  'Organization Practitioner PractitionerRole Location Medication Provenance RelatedPerson Device Binary Specimen MessageHeader OperationOutcome CareTeam Account Endpoint'.split(
    ' ',
  ),
);

const isWithdrawn = (resource: Json): boolean =>
  text(resource, 'status') === 'entered-in-error' ||
  text(resource, 'verificationStatus', 'coding', 0, 'code') === 'entered-in-error';

/** Reads resource by resource; what each says is a line, with what its narrative has beyond its data. */
class BundleReader {
  readonly #draft = new Draft();
  readonly #references: References;
  readonly #inner: ReadInner;
  readonly #attached = new Set<string>();

  constructor(references: References, inner: ReadInner) {
    this.#references = references;
    this.#inner = inner;
  }

  async read(resources: readonly Placed[]): Promise<DocumentReading> {
    for (const one of resources) await this.#take(one);
    for (const one of resources.filter(({ type, path }) => type === 'Binary' && !this.#attached.has(path)))
      await this.#attach(one.resource, `${one.path}.data`);
    return this.#draft.done('fhir');
  }

  async #take(one: Placed): Promise<void> {
    const { resource, type, path } = one;
    if (isWithdrawn(resource)) {
      this.#draft.problem(
        'withdrawn',
        path,
        `${path} was entered in error, as it says itself, and is not read.`,
      );
      return;
    }
    if (type === 'Composition') return this.#composition(one);
    if (type === 'DocumentReference' || type === 'DiagnosticReport' || type === 'Communication')
      return this.#document(one);
    const take = takers[type];
    const from = this.#draft.factCount;
    take?.(this.#draft, one, this.#references);
    if (!silent.has(type)) this.#say(one, this.#draft.factsFrom(from), take !== undefined);
  }

  /** Facts as lines, and the words of the resource. */
  #say(
    { resource, type, path }: Placed,
    facts: readonly { readonly name: string; readonly value: string; readonly source: string }[],
    isKnown: boolean,
  ): void {
    const from = this.#draft.length;
    this.#draft.section(type, () => {
      for (const { name, value, source } of facts) this.#draft.line(`${name}: ${value}`, source);
      if (!isKnown || text(resource, 'text', 'status') !== 'generated')
        this.#narrative(at(resource, 'text'), `${path}.text`);
      for (const [number, note] of list(resource, 'note').entries())
        this.#draft.line(text(note, 'text') ?? '', `${path}.note[${number}]`);
    });
    if (this.#draft.length === from && !isKnown)
      this.#draft.problem(
        'not-readable',
        path,
        `A resource of the type ${type.slice(0, 40) || '(none)'} is not read here. Look at it in the system that it comes from.`,
      );
  }

  #narrative(narrative: Json, path: string): void {
    for (const line of readMarkupLines(text(narrative, 'div') ?? ''))
      this.#draft.line(line.text, `${path}.div`);
  }

  #composition({ resource, path }: Placed): void {
    this.#draft.fact('document.title', text(resource, 'title'), `${path}.title`);
    this.#draft.fact('document.type', concept(at(resource, 'type')), `${path}.type`);
    this.#draft.fact('document.date', day(resource, 'date'), `${path}.date`);
    for (const [number, author] of list(resource, 'author').entries())
      addPractitioner(this.#draft, 'author', author, path, `${path}.author[${number}]`, this.#references);
    this.#draft.line(text(resource, 'title') ?? '', `${path}.title`);
    this.#sections(list(resource, 'section'), `${path}`, 0);
  }

  #sections(sections: readonly Json[], path: string, depth: number): void {
    if (depth > 20) return;
    for (const [number, section] of sections.entries()) {
      const source = `${path}.section[${number}]`;
      const title =
        text(section, 'title') ?? concept(at(section, 'code'))?.replace(/ \[.*\]$/, '') ?? 'Section';
      this.#draft.section(title, () => {
        this.#draft.line(title, `${source}.title`);
        this.#narrative(at(section, 'text'), `${source}.text`);
        this.#sections(list(section, 'section'), source, depth + 1);
      });
      this.#draft.line('');
    }
  }

  /** A document with its attachments: in itself, or in a resource beside it. */
  async #document({ resource, type, path }: Placed): Promise<void> {
    const what = concept(at(resource, 'type')) ?? concept(at(resource, 'code'));
    this.#draft.fact('document.type', what, `${path}.${type === 'DocumentReference' ? 'type' : 'code'}`);
    this.#draft.fact(
      'document.date',
      day(resource, 'date') ?? day(resource, 'effectiveDateTime'),
      `${path}.date`,
    );
    for (const [number, author] of list(resource, 'author').entries())
      addPractitioner(this.#draft, 'author', author, path, `${path}.author[${number}]`, this.#references);
    this.#draft.line(text(resource, 'description') ?? '', `${path}.description`);
    this.#draft.line(text(resource, 'conclusion') ?? '', `${path}.conclusion`);
    if (text(resource, 'text', 'status') !== 'generated')
      this.#narrative(at(resource, 'text'), `${path}.text`);
    for (const [number, content] of list(resource, 'content').entries())
      await this.#attach(at(content, 'attachment'), `${path}.content[${number}].attachment`);
    for (const [number, form] of list(resource, 'presentedForm').entries())
      await this.#attach(form, `${path}.presentedForm[${number}]`);
    for (const [number, payload] of list(resource, 'payload').entries())
      this.#draft.line(text(payload, 'contentString') ?? '', `${path}.payload[${number}]`);
  }

  async #attach(attachment: Json, path: string): Promise<void> {
    const found = this.#references.find(text(attachment, 'url'), path);
    if (found) this.#attached.add(found.path);
    const data = text(attachment, 'data') ?? text(found?.resource, 'data');
    if (data === undefined) {
      this.#draft.problem(
        'missing-part',
        path,
        'The document points to a file elsewhere, which is not in it. Ask the sender for the file itself.',
      );
      return;
    }
    const start = this.#draft.length;
    this.#draft.embed(await this.#inner(Buffer.from(data, 'base64')), path);
    this.#draft.mark({ name: text(attachment, 'title') ?? 'Attachment', start, end: this.#draft.length });
    this.#draft.line('');
  }
}

/** One resource, a bundle, a list, or a resource in each line (bulk data). */
const parse = (source: string): Json => {
  try {
    return JSON.parse(source);
  } catch {
    const lines = source.split('\n').filter((line) => line.trim() !== '');
    return lines.length > 1 && lines.every((line) => line.trimStart().startsWith('{'))
      ? lines.map((line) => JSON.parse(line))
      : undefined;
  }
};

const isFhir = (document: Json): boolean =>
  text(document, 'resourceType') !== undefined ||
  (Array.isArray(document) &&
    document.length > 0 &&
    document.every((one) => text(one, 'resourceType') !== undefined));

const broken = (): DocumentReading =>
  unread(
    'cut-off',
    'The document is JSON that is cut off or not valid, and nothing of it is read. Ask the sender for the whole file.',
    'fhir',
  );

/** FHIR R4 in JSON: what its resources say as text, their fields as facts, and the documents attached to it. */
export const readFhir = async (source: string, inner: ReadInner): Promise<DocumentReading> => {
  let document: Json;
  try {
    document = parse(source);
  } catch {
    return broken();
  }
  if (!isObject(document) && !Array.isArray(document)) return broken();
  if (!isFhir(document))
    return unread(
      'not-readable',
      'The document is JSON of another kind than FHIR. Send the note as FHIR, PDF with text, DOCX or plain text.',
    );
  const resources = resourcesOf(document);
  return new BundleReader(new References(document, resources), inner).read(resources);
};
