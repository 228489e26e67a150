import type { CalendarDate } from '../functions/domain/calendar.ts';
import { type AlphabeticIndex, loadAlphabeticIndex } from './alphabetic-index.ts';
import {
  type Artefact,
  artefactOn,
  oncePerArtefact,
  readArtefact,
  readBytes,
  readIntegers,
  readTexts,
} from './artefact.ts';
import type { Edition } from './edition.ts';
import { loadTabularNotes, type TabularNotes } from './tabular-notes.ts';

/** A code of an installed ICD-10-CM edition. A header has codes below it and is not billable. */
export interface Diagnosis {
  readonly code: string;
  readonly description: string;
  readonly billable: boolean;
  readonly parent?: string;
  readonly edition: string;
}

/** A code that the edition ended, with the codes that took its place as far as the publisher tells. */
export interface EndedDiagnosis {
  readonly code: string;
  readonly description: string;
  readonly replacements: readonly string[];
}

/** The whole ICD-10-CM of one edition, loaded: codes in tabular order, in columns and by code. */
export interface DiagnosisEdition {
  readonly edition: Edition;
  readonly codes: readonly string[];
  readonly descriptions: readonly string[];
  /** 1 for a billable code. */
  readonly billable: Uint8Array;
  /** The place of the header above; -1 for a category. */
  readonly parents: Int32Array;
  readonly placeOf: (code: string) => number | undefined;
  readonly find: (code: string) => Diagnosis | undefined;
  readonly childrenOf: (code: string) => readonly string[];
  readonly ended: ReadonlyMap<string, EndedDiagnosis>;
  readonly notes: TabularNotes;
  readonly index: AlphabeticIndex;
}

const readEnded = (rows: readonly string[]): Map<string, EndedDiagnosis> =>
  new Map(
    rows.map((row) => {
      const [code = '', description = '', replacements = ''] = row.split('\t');
      return [code, { code, description, replacements: replacements ? replacements.split(' ') : [] }];
    }),
  );

/** Loads an artefact of ICD-10-CM; takes some 200 ms and is done once per process. */
const loadDiagnosisEdition = (artefact: Artefact): DiagnosisEdition =>
  readArtefact(artefact, (database) => {
    const codes = readTexts(database, 'diagnosis.code');
    const descriptions = readTexts(database, 'diagnosis.description');
    const billable = readBytes(database, 'diagnosis.billable');
    const parents = readIntegers(database, 'diagnosis.parent');
    const places = new Map(codes.map((code, place) => [code, place]));
    const { edition } = artefact;
    const find = (code: string): Diagnosis | undefined => {
      const place = places.get(code);
      if (place === undefined) return undefined;
      const parent = codes[parents[place] ?? -1];
      return {
        code,
        description: descriptions[place] ?? '',
        billable: billable[place] === 1,
        ...(parent && { parent }),
        edition: edition.edition,
      };
    };
    const childrenOf = (code: string): string[] => {
      const place = places.get(code) ?? codes.length;
      const children: string[] = [];
      for (let at = place + 1; codes[at]?.startsWith(code); at++) {
        if (parents[at] === place) children.push(codes[at] ?? '');
      }
      return children;
    };
    return {
      edition,
      codes,
      descriptions,
      billable,
      parents,
      placeOf: (code) => places.get(code),
      find,
      childrenOf,
      ended: readEnded(readTexts(database, 'diagnosis.ended')),
      notes: loadTabularNotes(database),
      index: loadAlphabeticIndex(database),
    };
  });

const diagnosisEdition = oncePerArtefact(loadDiagnosisEdition);

/**
 * The installed ICD-10-CM for a date of service. Not `inForce`: no edition of that date is installed, and this is the
 * nearest in time. Undefined when none is installed at all.
 */
export const diagnosisEditionOn = (
  dateOfService: CalendarDate,
): { readonly set: DiagnosisEdition; readonly inForce: boolean } | undefined => {
  const found = artefactOn('icd10cm', dateOfService);
  return found && { set: diagnosisEdition(found.chosen), inForce: found.inForce };
};
