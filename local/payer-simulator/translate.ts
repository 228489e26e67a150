import { SetCheck } from '../../functions/edi/engine/set-check.ts';
import type { TransactionSet } from '../../functions/edi/envelope/interchange.ts';
import type { WatcherFactory } from '../../functions/edi/envelope/interchange-handler.ts';
import type { InterchangeReport, SetReport } from '../../functions/edi/envelope/interchange-report.ts';
import type { Finding } from '../../functions/edi/findings.ts';
import type { Guide } from '../../functions/edi/guide/declare.ts';
import { type ParsedInterchange, parseInterchanges } from '../../functions/edi/parse.ts';
import { eligibilityInquiryGuide } from '../../functions/edi/x270/guide.ts';
import { statusInquiryGuide } from '../../functions/edi/x276/guide.ts';
import { claimsOf } from '../../functions/edi/x837p/claims-of.ts';
import { professionalClaimGuide } from '../../functions/edi/x837p/guide.ts';
import type { PayerDirectory } from './payer-rules.ts';
import { type Landmark, landmarkOf, refuseCharacters } from './segment-watch.ts';

/** What a payer takes: a provider sends it nothing else. */
const receivedGuides: readonly Guide[] = [
  professionalClaimGuide,
  eligibilityInquiryGuide,
  statusInquiryGuide,
];

/** What the payers' translator makes of a file before anybody looks at what it says. */
export type Translation = {
  readonly report: InterchangeReport;
  readonly landmarks: readonly Landmark[];
  /** Sets without a fault; the others go no further. */
  readonly sets: readonly TransactionSet[];
};

/** Reads and validates a file by the guides, and by the characters that the payers of its claims do not take. */
export const translate = (text: string, payers: PayerDirectory): Translation => {
  const refused = payerIdsOf(parseInterchanges(text, receivedGuides)[0])
    .map((id) => payers.get(id)?.refusedCharacters ?? '')
    .join('');
  const landmarks: Landmark[] = [];
  const [parsed, ...others] = parseInterchanges(text, receivedGuides, watching(refused, landmarks));
  if (parsed === undefined) return { report: noReport, landmarks, sets: [] };
  const findings = [...parsed.report.findings, ...others.map(() => unread)];
  const report = { ...parsed.report, findings };
  return { report, landmarks, sets: findings.length > 0 ? [] : soundSets(parsed) };
};

/** X12's extended set is taken, other characters are not. */
const watching =
  (refused: string, landmarks: Landmark[]): WatcherFactory =>
  (guide) => {
    const check = new SetCheck(guide, { characterSet: 'extended' });
    return {
      segment: (member, scanner, findings) => {
        check.segment(member, scanner, findings);
        refuseCharacters(refused, scanner, findings);
        landmarks.push(...landmarkOf(scanner, findings));
      },
      loop: (frame, findings, around) => check.loop(frame, findings, around),
      end: (frame, findings) => check.end(frame, findings),
    };
  };

const payerIdsOf = (parsed: ParsedInterchange | undefined): string[] =>
  dataOf(setsOf(parsed), professionalClaimGuide)
    .flatMap(claimsOf)
    .map(({ coverage }) => coverage.payer.id ?? '');

const setsOf = (parsed: ParsedInterchange | undefined): TransactionSet[] =>
  (parsed?.interchange?.groups ?? []).flatMap(({ sets }) => sets);

const isSound = ({ findings }: SetReport): boolean => findings.length === 0;

const isRead = ({ guide, isReadable }: SetReport): boolean => guide !== undefined && isReadable;

/** The interchange holds the sets that could be read, the report all of them, both in the order of the file. */
const soundSets = ({ interchange, report }: ParsedInterchange): TransactionSet[] =>
  report.groups.flatMap(({ sets, findings }, at) => {
    const read = interchange?.groups[at]?.sets ?? [];
    const reports = sets.filter(isRead);
    return findings.length > 0 ? [] : read.filter((_, index) => reports[index] && isSound(reports[index]));
  });

/** The sets of one guide, as its types have them. */
export const dataOf = <T, Unit>(sets: readonly TransactionSet[], { name }: Guide<T, Unit>): T[] =>
  sets.filter(({ guide }) => guide === name).map(({ data }) => data as T); // it was read by the guide that declares T

const noReport: InterchangeReport = {
  header: undefined,
  findings: [{ code: 'TA105-022', path: 'ISA', detail: 'The file is empty' }],
  groups: [],
  acknowledgements: 0,
};

const unread: Finding = {
  code: 'TA105-022',
  path: 'IEA',
  detail: 'More segments follow the IEA and were not read',
};
