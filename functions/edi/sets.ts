import type { BrokenUnit } from './engine/units.ts';
import type { FunctionalGroup, Interchange } from './envelope/interchange.ts';
import type { WatcherFactory } from './envelope/interchange-handler.ts';
import type { InterchangeHeader } from './envelope/interchange-header.ts';
import { InterchangeReader } from './envelope/interchange-reader.ts';
import type { InterchangeReport } from './envelope/interchange-report.ts';
import { writeInterchange } from './envelope/interchange-writer.ts';
import type { ReadSet, ReadSets } from './envelope/read-sets.ts';
import type { Checked, Finding } from './findings.ts';
import type { Guide } from './guide/declare.ts';
import { type ParsedInterchange, parseInterchanges } from './parse.ts';
import { standardDelimiters } from './text/delimiters.ts';

/** All findings of an interchange, in the order of its text. */
export const findingsOf = ({ findings, groups }: InterchangeReport): Finding[] => [
  ...findings,
  ...groups.flatMap((group) => [...group.findings, ...group.sets.flatMap((set) => set.findings)]),
];

/** Where IEA01 counts the TA1s as if they were groups, as some senders do, no group is missing. */
const countsAcknowledgements = ({ interchange, report }: ParsedInterchange): boolean =>
  report.declaredGroups === report.groups.length + (interchange?.acknowledgements.length ?? 0);

/** What is against an interchange as such (TA105), but for a count that misses nothing. */
export const envelopeFindings = (parsed: ParsedInterchange): Finding[] =>
  parsed.report.findings.filter(({ code }) => !(code === 'TA105-021' && countsAcknowledgements(parsed)));

/**
 * What concerns a reader of one guide: the envelope, its sets, and the groups that hold some. What other groups and
 * sets hold is for their own readers to tell; where nothing is of the guide, everything is against it.
 */
const findingsForGuide = (parsed: ParsedInterchange): Finding[] => {
  const report = { ...parsed.report, findings: envelopeFindings(parsed) };
  const groups = report.groups
    .map((group) => ({ ...group, sets: group.sets.filter(({ guide }) => guide !== undefined) }))
    .filter(({ sets }) => sets.length > 0);
  return findingsOf(groups.length > 0 ? { ...report, groups } : report);
};

const empty = (findings: readonly Finding[], guide: Guide): Checked<never> => ({
  success: false,
  findings:
    findings.length > 0
      ? findings
      : [{ code: 'IK502-1', level: 1, path: 'ISA', detail: `The file holds no ${guide.name}` }],
});

/**
 * Reads the sets of one guide from a file of one interchange (`splitInterchanges` cuts files of several). Fails when
 * none can be read; a unit that cannot be read is in `broken`, and its set goes on without it.
 */
export const readSets = <T, Unit>(
  text: string,
  guide: Guide<T, Unit>,
  watch?: WatcherFactory,
): Checked<ReadSets<T>> => {
  const [parsed, ...others] = parseInterchanges(text, [guide], watch);
  if (parsed === undefined) return empty([notX12], guide);
  const findings = [...findingsForGuide(parsed), ...others.map(() => unread)];
  const { interchange, broken } = parsed;
  const numbers = readableNumbers(parsed.report);
  const sets = (interchange?.groups ?? [])
    .flatMap((group) => group.sets)
    .map((set, index) => ({
      controlNumber: set.controlNumber,
      number: numbers[index] ?? index + 1,
      data: set.data as T, // read by the guide that declares T
      broken: broken.filter((one) => one.set.number === numbers[index]).map(({ unit }) => unit),
    }));
  if (interchange === undefined || sets.length === 0) return empty(findings, guide);
  const data = { envelope: interchange.header, sets };
  return { success: true, data, ...(findings.length > 0 && { findings }) };
};

/**
 * Reads as `readSets` does, and hands the units of sets over one by one: they become no part of their sets, so that a
 * file of any length fits in memory.
 */
export const readSetsByUnit = <T, Unit>(
  text: string,
  guide: Guide<T, Unit>,
  take: (unit: Unit, position: number, set: number) => void,
): Checked<ReadSets<T>> => {
  const sets: ReadSet<T>[] = [];
  let broken: BrokenUnit[] = []; // of the set that is being read
  const ends: { readonly interchange: Interchange | undefined; readonly report: InterchangeReport }[] = [];
  const reader = new InterchangeReader([guide], {
    // Read by the guide that declares both.
    unit: ({ value, position }, { number }) => take(value as Unit, position, number),
    brokenUnit: (unit) => void broken.push(unit),
    set: ({ controlNumber, number }, data) => {
      if (data) sets.push({ controlNumber, number, data: data as T, broken });
      broken = [];
    },
    end: (interchange, report) => ends.push({ interchange, report }),
  });
  reader.write(text);
  reader.end();
  const [first, ...others] = ends;
  if (first === undefined) return empty([notX12], guide);
  const findings = [...findingsOf(first.report), ...others.map(() => unread)];
  const { interchange } = first;
  if (interchange === undefined || sets.length === 0) return empty(findings, guide);
  const data = { envelope: interchange.header, sets };
  return { success: true, data, ...(findings.length > 0 && { findings }) };
};

/** The numbers, among all sets of the interchange, of those that could be read. */
const readableNumbers = ({ groups }: InterchangeReport): number[] =>
  groups
    .flatMap(({ sets }) => sets)
    .flatMap(({ guide, isReadable }, index) => (guide !== undefined && isReadable ? [index + 1] : []));

const notX12: Finding = {
  code: 'TA105-022',
  level: 1,
  path: 'ISA',
  detail: 'The text does not begin with a whole ISA segment',
};

/** Whatever follows the IEA is not read here, and nobody should think that it was. */
const unread: Finding = {
  code: 'TA105-022',
  level: 1,
  path: 'IEA',
  detail: 'More segments follow the IEA and were not read',
};

/** Writes sets of one guide, numbered from 0001, as one interchange with one group. Throws UnwritableValue. */
export const writeSets = <T extends object, Unit>(
  header: InterchangeHeader,
  guide: Guide<T, Unit>,
  sets: readonly T[],
): string => {
  const group: FunctionalGroup = {
    header: {
      functionalId: guide.functionalId,
      senderId: header.senderId,
      receiverId: header.receiverId,
      createdAt: header.createdAt,
      controlNumber: String(header.controlNumber),
      version: guide.version,
    },
    sets: sets.map((data, index) => ({
      guide: guide.name,
      controlNumber: String(index + 1).padStart(4, '0'),
      data,
    })),
  };
  const interchange = { header, delimiters: standardDelimiters, groups: [group], acknowledgements: [] };
  return writeInterchange(interchange, [guide]);
};
