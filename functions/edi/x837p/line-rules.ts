import type { Report, Step } from '../guide/rules.ts';
import type { ProfessionalClaim, ProfessionalServiceLine } from './loops.ts';

type Claim = ProfessionalClaim;
type Line = ProfessionalServiceLine;

/** A line of a claim and its position, from 1. */
type LineRule = (line: Line, position: number, claim: Claim, report: Report) => void;

const at = (position: number, segment: string, occurrence = 1): Step[] => [
  ['LX', position],
  [segment, occurrence],
];

/** LX01 counts the lines. */
const checkNumber: LineRule = ({ lineNumber }, position, _, report) => {
  if (lineNumber === position) return;
  const detail = 'Lines are numbered 1, 2, 3 …';
  report({ code: 'IK403-7', level: 4, detail, steps: [['LX', position]], element: 1 });
};

/** SV107 counts the diagnoses of the claim (HI), and names each of them once. */
const checkPointers: LineRule = ({ diagnosisPointers = [] }, position, { diagnoses = [] }, report) => {
  diagnosisPointers.forEach((pointer, index) => {
    const isDouble = diagnosisPointers.indexOf(pointer) < index;
    if (pointer >= 1 && pointer <= diagnoses.length && !isDouble) return;
    const detail = isDouble ? 'A diagnosis is pointed at twice' : 'The claim has no diagnosis of this number';
    const place = { steps: at(position, 'SV1'), element: 7, component: index + 1 };
    report({ code: 'IK403-7', level: 4, detail, ...place });
  });
};

const checkPeriod: LineRule = ({ servicePeriod: { from, through } }, position, _, report) => {
  if (through === undefined || from <= through) return;
  const detail = 'The service ends before it begins';
  report({ code: 'IK403-7', level: 4, detail, steps: at(position, 'DTP'), element: 3 });
};

/** SVD01 is the id of a payer of loop 2330B, SVD06 the number of a line. */
const checkAdjudications: LineRule = ({ adjudications }, position, claim, report) => {
  if (adjudications === undefined) return;
  const payers = new Set((claim.otherPayers ?? []).map(({ payer }) => payer?.id));
  const numbers = new Set(claim.lines.map(({ lineNumber }) => lineNumber));
  adjudications.forEach(({ payerId, bundledLine }, index) => {
    const steps = at(position, 'SVD', index + 1);
    if (!payers.has(payerId)) {
      const detail = 'No other payer of the claim has this id';
      report({ code: 'IK403-7', level: 4, detail, steps, element: 1 });
    }
    if (bundledLine === undefined || numbers.has(bundledLine)) return;
    const detail = 'The claim has no line of this number';
    report({ code: 'IK403-7', level: 4, detail, steps, element: 6 });
  });
};

/** A payer answers by REF*6R, so that it tells one line from another. */
const checkControlNumber: LineRule = (line, position, { lines }, report) => {
  const { lineControlNumber } = line;
  if (lineControlNumber === undefined) return;
  const first = lines.findIndex((one) => one.lineControlNumber === lineControlNumber) + 1;
  if (first === position) return;
  const before = [line.repricedLineNumber, line.adjustedRepricedLineNumber].filter(
    (one) => one !== undefined,
  );
  const place = before.length + (line.priorAuthorizations ?? []).length + 1;
  const detail = 'Another line has the same control number';
  report({ code: 'IK403-7', level: 4, detail, steps: at(position, 'REF', place), element: 2 });
};

const certificateTransmissions = ['AB', 'AD', 'AF', 'AG', 'NS'];

/** Only a certificate of medical necessity (CT) is sent by the ways that durable equipment has. */
const checkCertificates: LineRule = ({ attachments = [] }, position, _, report) => {
  attachments.forEach(({ reportType, transmission }, index) => {
    if (reportType === 'CT' || !certificateTransmissions.includes(transmission)) return;
    const detail = 'Only a certificate (CT) is sent in this way';
    report({ code: 'IK403-7', level: 4, detail, steps: at(position, 'PWK', index + 1), element: 2 });
  });
};

const lineRules = [
  checkNumber,
  checkPointers,
  checkPeriod,
  checkAdjudications,
  checkControlNumber,
  checkCertificates,
];

/** Level 4 within the lines of a claim (2400). */
export const checkLines = (claim: Claim, report: Report): void => {
  claim.lines.forEach((line, index) => {
    for (const check of lineRules) check(line, index + 1, claim, report);
  });
};
