import type { CalendarDate } from '../functions/domain/calendar.ts';
import type { CodeSuggestion } from '../functions/domain/coding.ts';
import type { Checked, Finding } from '../functions/domain/finding.ts';
import { listArtefacts, listingKey } from './artefact.ts';
import { type CodesInUse, installedOrStarter } from './code-book/codes-in-use.ts';
import { type CoverageBook, coverageBook } from './code-book/coverage-book.ts';
import type { DiagnosisBook } from './code-book/diagnosis-book.ts';
import { type FoundByWords, findByWords } from './code-book/find-by-words.ts';
import { installedDiagnoses } from './code-book/installed-diagnoses.ts';
import { type ListBook, listBook } from './code-book/list-book.ts';
import { absentNcciTables, type NcciBook, ncciBook } from './code-book/ncci-book.ts';
import { objectToDiagnosis, objectToProcedure, unknownProcedure } from './code-book/objections.ts';
import { type ProcedureBook, procedureBook } from './code-book/procedure-book.ts';
import { starterDiagnoses } from './code-book/starter-diagnoses.ts';
import { dotted } from './code-notation.ts';
import { diagnosisEditionOn } from './diagnosis-edition.ts';
import type { CodeSetName, Edition } from './edition.ts';
import { medicareFrequencies, type PublishedFrequency } from './frequencies/medicare-frequencies.ts';

export type { CoverageAnswer, CoverageBook } from './code-book/coverage-book.ts';
export type { DiagnosisEntry, DiagnosisFacts, Exclusion } from './code-book/diagnosis-book.ts';
export type { DrugColumn } from './code-book/drug-table.ts';
export type { ListBook, Listed } from './code-book/list-book.ts';
export type { ModifierStanding } from './code-book/modifier-list.ts';
export type { AddOn, NcciBook, OfEdition } from './code-book/ncci-book.ts';
export type { NeverFirst } from './code-book/never-first.ts';
export type { ProcedureFacts } from './code-book/procedure-book.ts';
export type { RegistryEntry } from './code-book/registry-book.ts';
export type { CodeSetRecord } from './records.ts';

/** A code as a person or a model states it. */
export type StatedCode = { readonly kind: 'diagnosis' | 'procedure'; readonly code: string };

/** A code as the edition of the date of service has it. */
export type CodeInForce = Pick<CodeSuggestion, 'system' | 'code' | 'description' | 'edition' | 'rules'>;

/**
 * The code sets of one date of service: whoever asks whether a code is valid, and what is known of it, asks here. The
 * installed edition of the date answers, or the nearest in time, or the starter set, and `codesInUse` says which.
 */
export interface CodeBook {
  readonly dateOfService: CalendarDate;
  readonly codesInUse: (set: CodeSetName) => CodesInUse;
  readonly diagnoses: DiagnosisBook;
  readonly procedures: ProcedureBook;
  readonly lists: ListBook;
  readonly ncci: NcciBook;
  /** The NCCI tables that are not installed, so that nothing of theirs is checked. */
  readonly absentNcciTables: readonly string[];
  /** Medical necessity by Medicare's coverage articles. */
  readonly coverage: CoverageBook;
  /** What Original Medicare pays once in a time. */
  readonly frequencies: readonly PublishedFrequency[];
  /** Codes of the date by words of their descriptions, the likeliest first, so many at most; of CPT none. */
  readonly byWords: (set: 'icd10cm' | 'hcpcs', words: string, limit: number) => readonly FoundByWords[];
  /** What the sets have against a code on the date; the path of the finding is the caller's. */
  readonly check: (stated: StatedCode) => readonly Finding[];
  /**
   * A code of whatever edition as that of the date has it: itself, or the one code that replaced it. Anything else is
   * refused with the reason: choosing among several replacements takes the note.
   */
  readonly translate: (stated: StatedCode) => Checked<CodeInForce>;
}

const checkIn = (book: CodeBook, { kind, code }: StatedCode): readonly Finding[] => {
  const { diagnoses, procedures, codesInUse, dateOfService } = book;
  const found =
    kind === 'diagnosis'
      ? objectToDiagnosis(diagnoses.find(code), diagnoses, codesInUse('icd10cm'))
      : objectToProcedure(procedures.find(code), dateOfService, codesInUse('hcpcs'));
  return found ? [found] : [];
};

const translateDiagnosis = (book: CodeBook, code: string): Checked<CodeInForce> => {
  const { diagnoses } = book;
  const [replacement, ...others] = diagnoses.find(code).replacements;
  const known = diagnoses.entry(code);
  const successor = others.length === 0 && replacement ? diagnoses.entry(replacement) : undefined;
  const entry = known ?? successor;
  if (!entry) return { success: false, findings: book.check({ kind: 'diagnosis', code }) };
  const { description, edition } = entry;
  const rules = known ? [] : [`${code} of another edition is ${entry.code} in ${edition}`];
  return { success: true, data: { system: 'ICD-10-CM', code: entry.code, description, edition, rules } };
};

/** A number alone is refused: nobody could say what the code is. */
const translateProcedure = (book: CodeBook, code: string): Checked<CodeInForce> => {
  const { system, standing, description, edition } = book.procedures.find(code);
  if (standing === 'billable' && description !== undefined) {
    return { success: true, data: { system, code, description, edition, rules: [] } };
  }
  const [finding = unknownProcedure(code, book.dateOfService)] = book.check({ kind: 'procedure', code });
  return { success: false, findings: [finding] };
};

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

const openBook = (dateOfService: CalendarDate): CodeBook => {
  const diagnoses = once(() => {
    const found = diagnosisEditionOn(dateOfService);
    return found ? installedDiagnoses(found, dateOfService) : starterDiagnoses(dateOfService);
  });
  const ncci = once(() => ncciBook(dateOfService));
  const book: CodeBook = {
    dateOfService,
    codesInUse: (set) => installedOrStarter(set, dateOfService),
    get diagnoses() {
      return diagnoses();
    },
    procedures: procedureBook(dateOfService),
    lists: listBook(dateOfService),
    get ncci() {
      return ncci();
    },
    get absentNcciTables() {
      return absentNcciTables(dateOfService);
    },
    coverage: coverageBook(dateOfService),
    frequencies: medicareFrequencies(dateOfService),
    byWords: findByWords(dateOfService),
    check: (stated) => checkIn(book, stated),
    translate: ({ kind, code: stated }) => {
      const code = stated.trim().toUpperCase();
      return kind === 'diagnosis' ? translateDiagnosis(book, dotted(code)) : translateProcedure(book, code);
    },
  };
  return book;
};

/** Dates of service that are asked for one after the other; a book holds little besides the edition. */
const mostBooks = 400;

let opened: { readonly listing: string; readonly books: Map<CalendarDate, CodeBook> } | undefined;

/** The code sets of a date of service. Sets are loaded when they are first asked, once per process. */
export const codeBookOn = (dateOfService: CalendarDate): CodeBook => {
  const listing = listingKey();
  if (opened?.listing !== listing || opened.books.size > mostBooks) opened = { listing, books: new Map() };
  const { books } = opened;
  const book = books.get(dateOfService) ?? openBook(dateOfService);
  books.set(dateOfService, book);
  return book;
};

/** Every edition that is installed beside the starter set, by set and beginning. */
export const installedEditions = (): readonly Edition[] => listArtefacts().map(({ edition }) => edition);
