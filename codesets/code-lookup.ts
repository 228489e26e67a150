import type { CodeLookup } from '../functions/edi/engine/set-check.ts';
import type { CodeSource } from '../functions/edi/guide/declare.ts';
import { artefactOn } from './artefact.ts';
import { codeBookOn } from './code-book.ts';
import { dotted } from './code-notation.ts';
import type { CodeSetName } from './edition.ts';
import { findRecord, findRecords } from './records.ts';
import { isState } from './states.ts';

const sets: Readonly<Partial<Record<CodeSource, CodeSetName>>> = {
  'icd-10-cm': 'icd10cm',
  'place-of-service': 'pos',
  taxonomy: 'taxonomy',
  carc: 'carc',
  rarc: 'rarc',
  'claim-status-category': 'status',
  'claim-status': 'status',
};

const hcpcsCode = /^[A-V]\d{4}$/;

/** The set that has the codes of a source; nobody publishes a list of modifiers that can be installed. */
const setOf = (source: CodeSource, code: string): CodeSetName | undefined =>
  source === 'procedure' ? (hcpcsCode.test(code) ? 'hcpcs' : 'cpt') : sets[source];

const isKnown = (set: CodeSetName, source: CodeSource, code: string, date: string): boolean => {
  switch (set) {
    case 'icd10cm':
      return codeBookOn(date).diagnoses.find(dotted(code)).standing === 'billable';
    case 'hcpcs':
      return codeBookOn(date).procedures.find(code).standing === 'billable';
    case 'status': {
      const kind = source === 'claim-status' ? 'status' : 'category';
      return findRecords('status', code, date).some((record) => record.kind === kind);
    }
    case 'cpt':
    case 'pos':
    case 'taxonomy':
    case 'carc':
    case 'rarc':
      return findRecord(set, code, date) !== undefined;
    default:
      throw new TypeError(`No element holds codes of ${set}`);
  }
};

/** Files repeat their codes; those of a bad one must not fill the memory. */
const answerLimit = 100_000;

const today = (): string => new Date().toISOString().slice(0, 10);

/** A look-up for level 5 of validation, and what it could not be asked. */
export type InstalledCodeLookup = {
  readonly lookup: CodeLookup;
  /** Sets that codes were asked of and that are not installed. */
  readonly absent: ReadonlySet<CodeSetName>;
};

/**
 * Looks codes up in the installed sets of their date, of today where a file tells none. What an edition of another time
 * does not know may be valid on the date, so that the answer is undefined, as it is of sets that are not installed.
 */
export const installedCodeLookup = (): InstalledCodeLookup => {
  const absent = new Set<CodeSetName>();
  const answers = new Map<string, boolean | undefined>();
  const ask = (source: CodeSource, code: string, date: string): boolean | undefined => {
    if (source === 'state') return isState(code);
    const set = setOf(source, code);
    if (set === undefined) return undefined;
    const found = artefactOn(set, date);
    if (found === undefined) {
      absent.add(set);
      return undefined;
    }
    return isKnown(set, source, code, date) || (found.inForce ? false : undefined);
  };
  const lookup: CodeLookup = (source, code, date = today()) => {
    const key = `${source} ${code} ${date}`;
    if (answers.size >= answerLimit) answers.clear();
    if (!answers.has(key)) answers.set(key, ask(source, code, date));
    return answers.get(key);
  };
  return { lookup, absent };
};
