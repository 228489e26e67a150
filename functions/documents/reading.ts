import type { Finding } from '../domain/finding.ts';

/** What a file is by its content; `unknown` is whatever none of the readers takes. */
export type DocumentKind = 'text' | 'html' | 'rtf' | 'docx' | 'pdf' | 'ccda' | 'fhir' | 'hl7v2' | 'unknown';

/** A part of the text under the name that the document gives it; parts may lie within parts. */
export type DocumentSection = { readonly name: string; readonly start: number; readonly end: number };

/**
 * One thing that the document says in a field or an entry of its own. `name` is one of `docs/documents.md`; `source`
 * is the place in the file, in the words of its standard ("PID-5.1", "Bundle.entry[0].resource.birthDate", "page 2 …").
 */
export type DocumentFact = { readonly name: string; readonly value: string; readonly source: string };

/** Where a stretch of the text comes from in the file. */
export type DocumentPlace = { readonly start: number; readonly end: number; readonly source: string };

/** A page with what of the text stands on it; points, as the page is shown. */
export type DocumentPage = {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly start: number;
  readonly end: number;
};

/** What a document says, with the place of each part; offsets are UTF-16 units of `text`. */
export type DocumentReading = {
  readonly kind: DocumentKind;
  readonly text: string;
  readonly sections: readonly DocumentSection[];
  readonly facts: readonly DocumentFact[];
  /** In the order of the text; none overlap. */
  readonly places: readonly DocumentPlace[];
  /** What of the document is not read, and what to do about it. */
  readonly problems: readonly Finding[];
  readonly pages?: readonly DocumentPage[];
};

/** Where a stretch of the text stands in the file: every place that it touches, in order. */
export const placesOf = (
  { places }: Pick<DocumentReading, 'places'>,
  start: number,
  end: number,
): readonly DocumentPlace[] => places.filter((place) => place.start < end && place.end > start);

/** Where parts of a text begin, and what they are called. */
export type HeadingsIn = (text: string) => readonly ProseHeading[];
export type ProseHeading = { readonly start: number; readonly words: string };

/** Reads what a document holds in itself: an attachment, an encapsulated report. */
export type ReadInner = (bytes: Uint8Array) => Promise<DocumentReading>;
