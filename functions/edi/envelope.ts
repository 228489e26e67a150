import { readDelimiters, stripPreamble } from './delimiters.ts';
import { parseCount, parseDate } from './elements.ts';
import type { Checked, Finding } from './findings.ts';
import { readGroups, type TransactionSet } from './functional-groups.ts';
import type { InterchangeHeader } from './interchange-header.ts';
import { elementOf, type Segment, splitSegments } from './segments.ts';

/** One ISA to IEA. */
export type Interchange = {
  header: InterchangeHeader;
  sets: TransactionSet[];
  acknowledgements: Segment[]; // TA1
};

/**
 * Reads ISA to IEA. Fails when the header cannot be read; faults of counts and control numbers are findings
 * beside the data, with the codes of TA105, AK905 and IK502.
 */
export const readInterchange = (text: string): Checked<Interchange> => {
  const body = stripPreamble(text);
  const delimiters = readDelimiters(body);
  if (!delimiters.success) return delimiters;
  const segments = splitSegments(body, delimiters.data);
  const end = segments.findIndex((segment) => segment.id === 'IEA');
  const inside = end < 0 ? segments : segments.slice(0, end + 1);
  const header = readHeader(inside[0]);
  if (!header.success) return header;
  const { sets, findings } = readGroups(inside);
  const data = {
    header: header.data,
    sets,
    acknowledgements: inside.filter((segment) => segment.id === 'TA1'),
  };
  const all = [...checkTrailer(inside), ...findings, ...checkEnd(segments, inside)];
  return { success: true, data, ...(all.length > 0 && { findings: all }) };
};

/** The interchanges of a file that holds several, each with the delimiters that it declares for itself. */
export const splitInterchanges = (text: string): string[] => {
  const interchanges: string[] = [];
  let rest = stripPreamble(text);
  while (rest.startsWith('ISA')) {
    const end = endOfInterchange(rest);
    interchanges.push(rest.slice(0, end));
    rest = stripPreamble(rest.slice(end));
  }
  return rest === '' ? interchanges : [...interchanges, rest];
};

/** The offset after the terminator of the IEA; an interchange without one takes all that is left. */
const endOfInterchange = (text: string): number => {
  const delimiters = readDelimiters(text);
  if (!delimiters.success) return text.length;
  const { element, segment } = delimiters.data;
  let start = 0;
  while (start < text.length) {
    const end = text.indexOf(segment, start);
    if (end < 0) return text.length;
    if (text.slice(start, end).trimStart().startsWith(`IEA${element}`)) return end + segment.length;
    start = end + segment.length;
  }
  return text.length;
};

const headerFault = (code: string, path: string, detail: string): Checked<never> => ({
  success: false,
  findings: [{ code, path, detail }],
});

const readHeader = (isa: Segment | undefined): Checked<InterchangeHeader> => {
  const controlNumber = parseCount(elementOf(isa, 13));
  const createdAt = readInstant(`20${elementOf(isa, 9)}`, elementOf(isa, 10) ?? '');
  const usage = elementOf(isa, 15);
  if (controlNumber === undefined)
    return headerFault('TA105-018', 'ISA13', 'The control number is not nine digits');
  if (createdAt === undefined) return headerFault('TA105-014', 'ISA09', 'The date or the time is not valid');
  if (usage !== 'P' && usage !== 'T')
    return headerFault('TA105-020', 'ISA15', 'The usage indicator is neither P nor T');
  return {
    success: true,
    data: {
      senderQualifier: elementOf(isa, 5),
      senderId: elementOf(isa, 6) ?? '',
      receiverQualifier: elementOf(isa, 7),
      receiverId: elementOf(isa, 8) ?? '',
      controlNumber,
      createdAt,
      usage,
    },
  };
};

/** Date and time of an envelope as an instant: X12 names no zone, and ours are in UTC. */
export const readInstant = (date: string, time: string): string | undefined => {
  const day = parseDate(date);
  if (day === undefined || !/^([01]\d|2[0-3])[0-5]\d/.test(time)) return undefined;
  return `${day}T${time.slice(0, 2)}:${time.slice(2, 4)}:00.000Z`;
};

const fault = (code: string, path: string, detail: string): Finding => ({ code, path, detail });

const checkTrailer = (segments: readonly Segment[]): Finding[] => {
  const iea = segments.at(-1);
  if (iea?.id !== 'IEA') return [fault('TA105-023', 'IEA', 'The file ends before its IEA')];
  const agrees = parseCount(elementOf(iea, 2)) === parseCount(elementOf(segments[0], 13));
  return agrees ? [] : [fault('TA105-001', 'IEA02', 'ISA13 and IEA02 differ')];
};

/** Whatever follows the IEA is not read here (see splitInterchanges), and nobody should think that it was. */
const checkEnd = (all: readonly Segment[], inside: readonly Segment[]): Finding[] =>
  all.length > inside.length
    ? [fault('TA105-022', 'IEA', 'More segments follow the IEA and were not read')]
    : [];
