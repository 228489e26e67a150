import type { Finding } from '../findings.ts';
import { type Loop, segmentsOf } from '../loops.ts';
import { elementOf, partsOf, type Segment } from '../segments.ts';
import type { SegmentValues } from '../write-segments.ts';

/** HI01-1 of ICD-10-CM diagnoses, principal first; BK and BF are ICD-9-CM, invalid since October 2015. */
const icd10Lists = ['ABK', 'ABF'];
const icd9Lists = ['BK', 'BF'];

type HealthCareCode = { list: string | undefined; code: string | undefined };

/** HI holds up to twelve composites of a code list and a code. */
const codesOf = (hi: Segment): HealthCareCode[] =>
  hi.elements.map((_, index) => {
    const [list, code] = partsOf(hi, elementOf(hi, index + 1) ?? '');
    return { list, code };
  });

const healthCareCodes = (loop: Loop): HealthCareCode[] => segmentsOf(loop, 'HI').flatMap(codesOf);

/** A code of more than three characters has its dot after the third; files leave it out (HI01-2). */
const withDot = (code: string): string => (code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code);

export const readDiagnoses = (loop: Loop): string[] =>
  healthCareCodes(loop).flatMap(({ list, code }) =>
    icd10Lists.includes(list ?? '') && code !== undefined ? [withDot(code.replaceAll('.', ''))] : [],
  );

/** ICD-9-CM diagnoses are not read, and whoever receives the claim should know that it had some. */
export const checkDiagnosisLists = (loop: Loop, path: string): Finding[] =>
  healthCareCodes(loop).some(({ list }) => icd9Lists.includes(list ?? ''))
    ? [{ code: 'IK403-7', path: `${path}/HI01-1`, detail: 'Diagnoses of ICD-9-CM were not read' }]
    : [];

export const diagnosisSegments = (diagnoses: readonly string[]): SegmentValues[] =>
  diagnoses.length === 0
    ? []
    : [['HI', ...diagnoses.map((code, index) => [index === 0 ? 'ABK' : 'ABF', code.replaceAll('.', '')])]];
