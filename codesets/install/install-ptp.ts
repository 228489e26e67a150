import { CodeSetError } from '../code-set-error.ts';
import { quarterInName, readDate, readLastDay } from './edition-dates.ts';
import { readText, type SourceFile } from './source-files.ts';
import type { EditionContent } from './write-artefact.ts';

/** The practitioner files; those of hospitals (ccioph) are another set of edits. */
const ptpName = /ccipra.*\.txt$/i;

export const isPtpFile = (fileName: string): boolean => ptpName.test(fileName);

/** Column 1, column 2, existed before 1996, first day, last day, modifier indicator, rationale: CMS's order. */
const ptpLine = /^([0-9A-Z]{5})\t([0-9A-Z]{5})\t[^\t]*\t(\d{8})\t(\d{8}|\*?)\t([019])\t([^\t]*?)\s*$/;

interface Pairs {
  readonly codes: Map<string, number>;
  readonly terms: Map<string, number>;
  /** Two codes and the terms as one number, so that sorting numbers sorts the pairs. */
  readonly keys: number[];
}

const placeIn = (places: Map<string, number>, key: string): number => {
  const known = places.get(key);
  if (known !== undefined) return known;
  places.set(key, places.size);
  return places.size - 1;
};

// 17 bits hold the codes of CPT and HCPCS, 16 the combinations of dates, indicator and rationale: 50 of 53.
const codeLimit = 2 ** 17;
const termLimit = 2 ** 16;

const refuseLine = (file: SourceFile, line: number): never => {
  throw new CodeSetError(
    `${file.name}, line ${line}: this is no line of CMS's practitioner PTP file; nothing was installed, fetch it again`,
  );
};

const addLine = (line: string, pairs: Pairs): boolean => {
  const [, column1, column2, from = '', to = '', modifier, rationale] = ptpLine.exec(line) ?? [];
  const validFrom = readDate(from);
  if (!column1 || !column2 || !validFrom) return false;
  const terms = placeIn(pairs.terms, [modifier, validFrom, readLastDay(to) ?? '', rationale].join('\t'));
  const [first, second] = [placeIn(pairs.codes, column1), placeIn(pairs.codes, column2)];
  pairs.keys.push((first * codeLimit + second) * termLimit + terms);
  return true;
};

/** Reads a file's edits; before the first there are a licence and headings, after it every line must be one. */
const addFile = (file: SourceFile, pairs: Pairs): void => {
  const text = readText(file);
  const before = pairs.keys.length;
  let line = 1;
  for (let at = 0; at < text.length; line++) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    const content = text.slice(at, end);
    const isEdit = addLine(content, pairs);
    if (!isEdit && pairs.keys.length > before && content.trim() !== '') refuseLine(file, line);
    at = end + 1;
  }
  if (pairs.keys.length === before) refuseLine(file, line);
};

/** Sorts the pairs by the numbers of their codes, so that column 2 can be searched by halving. */
const bulkOf = ({ codes, terms, keys }: Pairs): NonNullable<EditionContent['bulk']> => {
  const sorted = Float64Array.from(keys).sort();
  const starts = new Uint32Array(codes.size + 1);
  const column2 = new Uint16Array(sorted.length);
  const termPlaces = new Uint16Array(sorted.length);
  sorted.forEach((key, place) => {
    termPlaces[place] = key % termLimit;
    const pair = Math.floor(key / termLimit);
    column2[place] = pair % codeLimit;
    starts[Math.floor(pair / codeLimit) + 1] = place + 1;
  });
  for (let code = 1; code < starts.length; code++) {
    starts[code] = Math.max(starts[code] ?? 0, starts[code - 1] ?? 0);
  }
  return {
    'ptp.codes': [...codes.keys()].join('\n'),
    'ptp.starts': new Uint8Array(starts.buffer),
    'ptp.column2': column2,
    'ptp.terms': termPlaces,
    'ptp.termTexts': [...terms.keys()].join('\n'),
  };
};

/** A part that is missing would look like edits that do not exist. */
const refuseGaps = (files: readonly SourceFile[]): void => {
  const parts = files.flatMap(({ name }) => Number(/[-_]f(\d)\b/i.exec(name)?.[1] ?? []));
  const missing = Array.from({ length: Math.max(0, ...parts) }, (_, part) => part + 1).filter(
    (part) => !parts.includes(part),
  );
  if (missing.length > 0) {
    throw new CodeSetError(
      `The PTP files lack part f${missing.join(', f')} of the quarter; put all parts in one folder`,
    );
  }
};

const compileQuarter = (edition: string, files: readonly SourceFile[]): EditionContent => {
  refuseGaps(files);
  const pairs: Pairs = { codes: new Map(), terms: new Map(), keys: [] };
  for (const file of files) addFile(file, pairs);
  if (pairs.codes.size > 0xffff || pairs.terms.size > termLimit) {
    throw new CodeSetError('The PTP files have more codes or dates than an artefact holds; report this');
  }
  const quarter = quarterInName(edition);
  return {
    edition: {
      set: 'ncci-ptp',
      edition,
      // The files keep every edit since 1996 with its dates, so that an edition answers for all dates before its end.
      validFrom: '1996-01-01',
      validTo: quarter?.validTo,
      rows: pairs.keys.length,
      source: files.map(({ name }) => name).join(', '),
      parts: {},
      notes: [],
    },
    bulk: bulkOf(pairs),
  };
};

const quarterOf = ({ name, archive }: SourceFile): string => {
  const quarter = quarterInName(name) ?? quarterInName(archive);
  if (quarter) return quarter.edition;
  throw new CodeSetError(`${name}: its name tells no quarter; keep CMS's file name (ccipra-v321r0-f1.txt)`);
};

/** Compiles the practitioner PTP edits; CMS publishes a quarter in several files (f1 to f4). */
export const compilePtp = (files: readonly SourceFile[]): EditionContent[] => {
  const quarters = Map.groupBy(
    files.filter(({ name }) => isPtpFile(name)),
    quarterOf,
  );
  if (quarters.size === 0) {
    throw new CodeSetError(
      "No practitioner PTP file (ccipra-….txt) was found; take CMS's archives of a quarter",
    );
  }
  return [...quarters].map(([edition, parts]) => compileQuarter(edition, parts));
};
