import type { CodeLookup } from '../functions/edi/engine/set-check.ts';
import type { CodeSource } from '../functions/edi/guide/declare.ts';
import { type Artefact, artefactOn } from './artefact.ts';
import { codeBookOn } from './code-book.ts';
import { dotted } from './code-notation.ts';
import { type CodeSetName, coversDate } from './edition.ts';
import { type CodeValidity, findRecord, findValidities } from './records.ts';
import { isState } from './states.ts';

/** What a look-up may answer. */
type Answer = ReturnType<CodeLookup>;

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

/** The set that has the codes of a source; of modifiers CPT's are in no list that can be installed. */
const setOf = (source: CodeSource, code: string): CodeSetName | undefined =>
  source === 'procedure' ? (hcpcsCode.test(code) ? 'hcpcs' : 'cpt') : sets[source];

const isKnown = (set: CodeSetName, code: string, date: string): boolean => {
  switch (set) {
    case 'icd10cm':
      return codeBookOn(date).diagnoses.find(dotted(code)).standing === 'billable';
    case 'hcpcs':
      return codeBookOn(date).procedures.find(code).standing === 'billable';
    case 'cpt':
    case 'pos':
    case 'taxonomy':
      return findRecord(set, code, date) !== undefined;
    default:
      throw new TypeError(`No element holds codes of ${set}`);
  }
};

/** The lists of X12 keep their ended codes, and each answers for all days up to that as of which it was made. */
const listSets = new Set<CodeSetName>(['carc', 'rarc', 'status']);

const validitiesOf = (artefact: Artefact, source: CodeSource, code: string): readonly CodeValidity[] => {
  const { set } = artefact.edition;
  if (set === 'carc' || set === 'rarc') return findValidities(set, code, artefact);
  const kind = source === 'claim-status' ? 'status' : 'category';
  return findValidities('status', code, artefact, (fields) => fields.kind === kind);
};

/** A code that a list does not have may have come after it, so that it is wrong only up to the day of the list. */
const askList = (artefact: Artefact, source: CodeSource, code: string, date: string): Answer => {
  const validities = validitiesOf(artefact, source, code);
  if (validities.some((one) => coversDate(one, date))) return true;
  const last = validities.at(-1);
  const { knownTo } = artefact.edition;
  if (last === undefined) return knownTo !== undefined && date <= knownTo ? false : undefined;
  return last.validTo !== undefined && last.validTo < date
    ? { endedOn: last.validTo }
    : { beginsOn: last.validFrom };
};

/** Files repeat their codes; those of a bad one must not fill the memory. */
const answerLimit = 100_000;

const today = (): string => new Date().toISOString().slice(0, 10);

/** A look-up for level 5 of validation, and what it could not be asked. */
export type InstalledCodeLookup = {
  readonly lookup: CodeLookup;
  /** The same in one word: false also for a code that ended before the date, or begins after it. */
  readonly isValid: (...asked: Parameters<CodeLookup>) => boolean | undefined;
  /** Sets that codes were asked of and that are not installed. */
  readonly absent: ReadonlySet<CodeSetName>;
  /** Codes that the installed edition does not have, which is older than their date: "carc 304 on 2026-03-01 (edition 2024)". */
  readonly unknown: ReadonlySet<string>;
};

/** So many are told one by one. */
const unknownLimit = 1000;

/**
 * Looks codes up in the installed sets of their date, of today where a file tells none. What an edition of another time
 * does not know may be valid on the date: the answer is undefined, as it is of sets that are not installed, and `unknown`
 * has the code. Of a code that ended, or is to begin, the answer tells when.
 */
export const installedCodeLookup = (): InstalledCodeLookup => {
  const absent = new Set<CodeSetName>();
  const unknown = new Set<string>();
  const answers = new Map<string, Answer>();
  const ask = (source: CodeSource, code: string, date: string): Answer => {
    if (source === 'state') return isState(code);
    const set = setOf(source, code);
    if (set === undefined) return undefined;
    const found = artefactOn(set, date);
    if (found === undefined) {
      absent.add(set);
      return undefined;
    }
    const answer = listSets.has(set)
      ? askList(found.chosen, source, code, date)
      : isKnown(set, code, date) || (found.inForce ? false : undefined);
    if (answer === undefined && unknown.size < unknownLimit)
      unknown.add(`${set} ${code} on ${date} (edition ${found.chosen.edition.edition})`);
    return answer;
  };
  const lookup: CodeLookup = (source, code, date = today()) => {
    const key = `${source} ${code} ${date}`;
    if (answers.size >= answerLimit) answers.clear();
    if (!answers.has(key)) answers.set(key, ask(source, code, date));
    return answers.get(key);
  };
  const isValid: InstalledCodeLookup['isValid'] = (...asked) => {
    const answer = lookup(...asked);
    return typeof answer === 'object' ? false : answer;
  };
  return { lookup, isValid, absent, unknown };
};
