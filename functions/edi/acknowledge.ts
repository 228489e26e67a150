import type { Interchange } from './envelope/interchange.ts';
import type { InterchangeHeader } from './envelope/interchange-header.ts';
import type { GroupReport, InterchangeReport, SetReport } from './envelope/interchange-report.ts';
import type { Finding } from './findings.ts';
import { referenceOf } from './standard/dictionary.ts';
import { standardDelimiters } from './text/delimiters.ts';
import { implementationAcknowledgementGuide } from './x999/guide.ts';
import type {
  ElementError,
  ImplementationAcknowledgement,
  SegmentError,
  TransactionSetAcknowledgement,
} from './x999/loops.ts';

/** What our answer says of itself. */
export type AnswerHeader = {
  readonly controlNumber: number; // ISA13
  readonly createdAt: string; // ISA09, ISA10
};

/** What our answer repeats of a file: it may hold what no value of ours may, and be longer than it should. */
const repeated = (text: string, length: number): string =>
  text
    .replace(/[\p{Cc}*:~^]/gu, '?')
    .slice(0, length)
    .trim();

/** IK303 has four places: 2010BA is told as 2010. The set itself is no loop. */
const shortLoop = (loop = ''): string | undefined => /^\d{4}/.exec(loop)?.[0];

/** "IK403-7" → "7", where the finding is one of that element. */
const codeOf = ({ code }: Finding, element: string): string | undefined =>
  code.startsWith(`${element}-`) ? code.slice(element.length + 1) : undefined;

const elementErrorOf = (finding: Finding): ElementError | undefined => {
  const code = codeOf(finding, 'IK403');
  const { place } = finding;
  if (code === undefined || place?.element === undefined) return undefined;
  const reference = referenceOf(place.segment, place.element, place.component);
  return {
    place: { element: place.element, component: place.component },
    ...(reference !== undefined && /^\d+$/.test(reference) && { referenceNumber: Number(reference) }),
    code,
    badValue: place.value && repeated(place.value, 99),
  };
};

/** The findings of one segment as loops 2100: each fault of the segment itself, then those of its elements. */
const segmentErrorsOf = (findings: readonly Finding[]): SegmentError[] => {
  const place = findings[0]?.place;
  if (place === undefined) return [];
  const { segment, position, loop } = place;
  const at = {
    segmentId: segment === '' ? '???' : segment,
    position,
    loop: shortLoop(loop),
  };
  const ofSegment = findings.flatMap((finding) => codeOf(finding, 'IK304') ?? []);
  const elementErrors = findings.flatMap((finding) => elementErrorOf(finding) ?? []);
  return [
    ...[...new Set(ofSegment)].map((code) => ({ ...at, code })),
    ...(elementErrors.length > 0 ? [{ ...at, code: '8', elementErrors }] : []),
  ];
};

const placeKey = ({ place }: Finding): string => `${place?.position} ${place?.segment}`;

/** IK502: what is wrong with the set as a whole; I5 where only the guide is broken, not X12 itself. */
const setErrorCodes = (findings: readonly Finding[], hasSegmentErrors: boolean): string[] => {
  const codes = findings.flatMap((finding) => codeOf(finding, 'IK502') ?? []);
  const isGuideAlone = findings.every(({ code }) => /-I\d+$/.test(code));
  return [...new Set([...codes, ...(hasSegmentErrors ? [isGuideAlone ? 'I5' : '5'] : [])])].slice(0, 5);
};

/** A set is refused when it cannot be used as a whole: its envelope is wrong, or no claim of it is without fault. */
const isRefused = ({ findings, guide, units, faultyUnits, isReadable }: SetReport): boolean =>
  guide === undefined ||
  !isReadable ||
  findings.some(({ code }) => code.startsWith('IK502')) ||
  faultyUnits >= units;

const verdictOf = (set: SetReport): 'A' | 'E' | 'R' => {
  if (set.findings.length === 0) return 'A';
  return isRefused(set) ? 'R' : 'E';
};

const setAcknowledgement = (set: SetReport): TransactionSetAcknowledgement => {
  const located = set.findings.filter(({ code }) => !code.startsWith('IK502'));
  const bySegment = [...Map.groupBy(located, placeKey).values()];
  const segmentErrors = bySegment
    .toSorted(([one], [other]) => (one?.place?.position ?? 0) - (other?.place?.position ?? 0))
    .flatMap(segmentErrorsOf);
  const errorCodes = setErrorCodes(set.findings, segmentErrors.length > 0);
  return {
    transaction: repeated(set.transaction, 3) || '???',
    controlNumber: repeated(set.controlNumber, 9) || '????',
    ...(set.version !== undefined && { version: repeated(set.version, 35) }),
    ...(segmentErrors.length > 0 && { segmentErrors }),
    status: verdictOf(set),
    ...(errorCodes.length > 0 && { errorCodes }),
  };
};

/** AK901: A all accepted, E accepted with errors, P some refused, R all refused. */
const groupVerdict = (group: GroupReport, verdicts: readonly string[]): string => {
  if (group.findings.length > 0) return 'R';
  const refused = verdicts.filter((verdict) => verdict === 'R').length;
  if (refused > 0) return refused === verdicts.length ? 'R' : 'P';
  return verdicts.includes('E') ? 'E' : 'A';
};

const groupAcknowledgement = (group: GroupReport): ImplementationAcknowledgement => {
  const transactionSets = group.sets.map(setAcknowledgement);
  const verdicts = transactionSets.map(({ status }) => status);
  const status = groupVerdict(group, verdicts);
  // Where the group itself is refused, none of its sets is told to be accepted.
  const told =
    group.findings.length > 0 ? transactionSets.filter((set) => set.status === 'R') : transactionSets;
  const errorCodes = group.findings.flatMap((finding) => codeOf(finding, 'AK905') ?? []);
  return {
    functionalId: repeated(group.header.functionalId, 2) || '??',
    groupControlNumber: repeated(group.header.controlNumber, 9) || '0',
    version: repeated(group.header.version, 12),
    ...(told.length > 0 && { transactionSets: told }),
    status,
    includedSets: group.declaredSets ?? group.sets.length,
    receivedSets: group.sets.length,
    acceptedSets: status === 'R' ? 0 : verdicts.filter((verdict) => verdict !== 'R').length,
    ...(errorCodes.length > 0 && { errorCodes: errorCodes.slice(0, 5) }),
  };
};

/** ISA05 and ISA07: ZZ is an agreement of two partners. */
const qualifierOf = (text: string | undefined): string =>
  text !== undefined && /^[A-Z0-9]{2}$/.test(text) ? text : 'ZZ';

/** Who gets the answer and who gives it; a file may name nobody. */
const partyOf = (id: string | undefined, instead: string): string =>
  repeated(id ?? '', 15) || repeated(instead, 15) || 'UNKNOWN';

const answerTo = (header: InterchangeHeader, answer: AnswerHeader): Interchange => ({
  header: {
    senderQualifier: qualifierOf(header.receiverQualifier),
    senderId: partyOf(header.receiverId, header.receiverId),
    receiverQualifier: qualifierOf(header.senderQualifier),
    receiverId: partyOf(header.senderId, header.senderId),
    controlNumber: answer.controlNumber,
    createdAt: answer.createdAt,
    usage: header.usage,
  },
  delimiters: standardDelimiters,
  groups: [],
  acknowledgements: [],
});

/** TA104 and TA105: an envelope with a fault is refused, and with it all that it holds. */
const interchangeAcknowledgement = (header: InterchangeHeader, findings: readonly Finding[]) => ({
  controlNumber: header.controlNumber,
  interchangeCreatedAt: header.createdAt,
  code: 'R',
  note: findings.flatMap((finding) => codeOf(finding, 'TA105') ?? [])[0] ?? '024',
});

/** Acknowledgements are not acknowledged. */
const acknowledgementGroup = 'FA';

/**
 * The answer to an interchange as its report has it: a TA1 when its envelope is wrong, else a 999 for each group.
 * Undefined when there is nobody to answer (no readable ISA) or nothing to (acknowledgements alone).
 */
export const acknowledge = (report: InterchangeReport, answer: AnswerHeader): Interchange | undefined => {
  const { header, findings } = report;
  if (header === undefined || (report.groups.length === 0 && report.acknowledgements > 0)) return undefined;
  const interchange = answerTo(header, answer);
  if (findings.length > 0) {
    return { ...interchange, acknowledgements: [interchangeAcknowledgement(header, findings)] };
  }
  const groups = report.groups.filter(
    ({ header: { functionalId } }) => functionalId !== acknowledgementGroup,
  );
  if (groups.length === 0) return undefined;
  const { name, functionalId, version } = implementationAcknowledgementGuide;
  const [first] = groups;
  const group = {
    functionalId,
    senderId: partyOf(first?.header.receiverId, header.receiverId),
    receiverId: partyOf(first?.header.senderId, header.senderId),
    createdAt: answer.createdAt,
    controlNumber: String(answer.controlNumber),
    version,
  };
  const sets = groups.map((one, index) => ({
    guide: name,
    controlNumber: String(index + 1).padStart(4, '0'),
    data: groupAcknowledgement(one),
  }));
  return { ...interchange, groups: [{ header: group, sets }] };
};
