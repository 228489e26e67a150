import { isInRange } from '../../../codesets/code-range.ts';
import type { Edit, EncounterToScrub, Objection } from '../edit.ts';
import { bookOf, eachDiagnosis, pathOf } from '../facts/each-diagnosis.ts';
import { eachService, pathOf as pathOfService } from '../facts/each-service.ts';
import { isMedicare } from '../facts/payer-kinds.ts';
import { isImmunization, isPreventiveVisit } from '../facts/service-kinds.ts';

/** Only what leads changes anything: payers do not look at the order of the others. What never leads has an edit of its own. */
const checkCodeFirst = (encounter: EncounterToScrub): readonly Objection[] => {
  const { sequencing, neverFirst } = bookOf(encounter).diagnoses;
  const [first = '', ...others] = encounter.codes.diagnoses;
  if (neverFirst(first) !== undefined) return [];
  const found = others
    .map((code) => ({ code, note: sequencing.goesBefore(code, first) }))
    .find(({ note }) => note !== undefined);
  if (!found?.note) return [];
  const detail = `${found.code} goes before ${first} (note at ${found.note.owner}): exchange them, or say why ${first} was the reason for the visit.`;
  return [{ path: pathOf(0), detail }];
};

const checkFollowers = (encounter: EncounterToScrub): readonly Objection[] => {
  const { sequencing } = bookOf(encounter).diagnoses;
  return eachDiagnosis(encounter, (code, at) => {
    const lacking = sequencing
      .followers(code)
      .find(({ ranges }) =>
        encounter.codes.diagnoses.every((other) => !ranges.some((range) => isInRange(other, range))),
      );
    if (!lacking) return [];
    const wanted = lacking.ranges.map(({ first, last }) => (first === last ? first : `${first}–${last}`));
    const detail = `${code} is to be followed by a code of ${wanted.join(', ')}, which tells more of it (note at ${lacking.owner}): add the one that the note documents.`;
    return [{ path: pathOf(at), detail }];
  });
};

/** Z codes that come first or alone, unless there were several encounters on the day (guideline I.C.21.c.16). */
const firstOnly = [
  ...['Z00', 'Z01', 'Z02', 'Z04', 'Z31.81', 'Z31.82', 'Z31.83', 'Z31.84', 'Z33.2', 'Z34', 'Z38', 'Z39'],
  ...['Z42', 'Z51.0', 'Z51.1', 'Z52', 'Z76.1', 'Z76.2', 'Z99.12'],
];

const leads = (code: string): boolean => firstOnly.some((one) => code.startsWith(one));

const checkFirstOnly = (encounter: EncounterToScrub): readonly Objection[] =>
  eachDiagnosis(encounter, (code, at) =>
    at === 0 || !leads(code) || leads(encounter.codes.diagnoses[0] ?? '')
      ? []
      : [
          {
            path: pathOf(at),
            detail: `${code} is listed first or not at all: put it before the others, or answer that there were two encounters on the day.`,
          },
        ],
  );

/** A service is not given for the fall, but for what it did. */
const checkFirstPointer = (encounter: EncounterToScrub): readonly Objection[] => {
  const { diagnoses } = bookOf(encounter);
  return eachService(encounter, ({ procedure, diagnosisPointers }, at) => {
    const code = encounter.codes.diagnoses[(diagnosisPointers[0] ?? 0) - 1];
    return code !== undefined && diagnoses.neverFirst(code) === 'external-cause'
      ? [
          {
            path: pathOfService(at, 'diagnosisPointers'),
            detail: `${procedure} points at ${code} first, which says how it happened: point first at what was treated.`,
          },
        ]
      : [];
  });
};

type Reason = {
  readonly is: (procedure: string) => boolean;
  readonly fits: readonly string[];
  readonly what: string;
};

const oneOf =
  (...codes: readonly string[]) =>
  (procedure: string): boolean =>
    codes.includes(procedure);

/** Tests that are of people without a complaint by their code: with one it is the diagnostic test that is billed. */
const screenings: readonly Reason[] = [
  {
    is: oneOf('77063', '77067'),
    fits: ['Z12.3', 'Z80.3', 'Z85.3', 'Z90.1', 'Z15.01'],
    what: 'screening for breast cancer, such as Z12.31',
  },
  {
    is: oneOf('G0104', 'G0105', 'G0106', 'G0120', 'G0121', 'G0328', '82270'),
    fits: ['Z12.1', 'Z80.0', 'Z83.71', 'Z85.0', 'Z86.01', 'Z86.00', 'Z15.09', 'K50', 'K51', 'K52'],
    what: 'screening for cancer of the bowel, such as Z12.11',
  },
  {
    is: oneOf('G0101', 'Q0091', 'G0123', 'G0143', 'G0144', 'G0145', 'P3000'),
    fits: ['Z01.4', 'Z11.51', 'Z12.4', 'Z12.7', 'Z12.8', 'Z77', 'Z85.4', 'Z91', 'Z92', 'Z72.5'],
    what: 'screening for cancer of the cervix, such as Z12.4',
  },
  {
    is: oneOf('G0102', 'G0103'),
    fits: ['Z12.5', 'Z80.42'],
    what: 'screening for cancer of the prostate, Z12.5',
  },
  {
    is: oneOf('71271', 'G0296'),
    fits: ['Z12.2', 'Z87.891', 'F17.2'],
    what: 'screening for cancer of the lung, such as Z87.891',
  },
];

/** What payers cover without a share of the patient, by the reason that its line names. */
const reasons: readonly Reason[] = [
  {
    is: isPreventiveVisit,
    fits: ['Z00', 'Z01', 'Z02', 'Z30', 'Z39', 'Z76.1', 'Z76.2', 'Z71'],
    what: 'a check-up, such as Z00.00, Z00.129 or Z01.419',
  },
  {
    is: isImmunization,
    fits: ['Z23', 'Z20', 'S', 'T', 'W5', 'Z00', 'Z02', 'Z28'],
    what: 'the immunization, Z23',
  },
  ...screenings,
];

const checkReason = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, ({ procedure, diagnosisPointers }, at) => {
    const reason = reasons.find(({ is }) => is(procedure));
    if (!reason) return [];
    const codes = diagnosisPointers.flatMap((pointer) => encounter.codes.diagnoses[pointer - 1] ?? []);
    if (codes.length === 0 || codes.some((code) => reason.fits.some((one) => code.startsWith(one))))
      return [];
    const detail = `${procedure} points at ${codes.join(', ')}, and at no code of ${reason.what}: add that and point at it first, or the payer takes it for the treatment of an illness.`;
    return [{ path: pathOfService(at, 'diagnosisPointers'), detail }];
  });

const manipulations = ['98940', '98941', '98942'];

/** Medicare pays for a spine that is out of place, and wants that first. */
const checkSpine = (encounter: EncounterToScrub): readonly Objection[] => {
  if (!isMedicare(encounter.payer)) return [];
  return eachService(encounter, ({ procedure, diagnosisPointers }, at) => {
    const first = encounter.codes.diagnoses[(diagnosisPointers[0] ?? 0) - 1] ?? '';
    if (!manipulations.includes(procedure) || /^M99\.0[0-5]$/.test(first)) return [];
    const detail = `Medicare pays ${procedure} for a segmental dysfunction of the spine: point first at a code of M99.00–M99.05, and at what hurts after it.`;
    return [{ path: pathOfService(at, 'diagnosisPointers'), detail }];
  });
};

/** Edits on the order of diagnoses, and on which of them a service was given for. */
export const diagnosisOrderEdits: readonly Edit[] = [
  {
    code: 'diagnosis-code-first',
    desk: 'coder',
    source: 'ICD-10-CM guideline I.A.17: "code first" and "use additional code"',
    severity: 'warn',
    check: checkCodeFirst,
  },
  {
    code: 'diagnosis-use-additional',
    desk: 'coder',
    source: 'ICD-10-CM guideline I.A.17: "use additional code to identify"',
    severity: 'warn',
    check: checkFollowers,
  },
  {
    code: 'diagnosis-first-only',
    desk: 'coder',
    source: 'ICD-10-CM guideline I.C.21.c.16: codes that are first-listed alone',
    severity: 'warn',
    check: checkFirstOnly,
  },
  {
    code: 'diagnosis-pointer-cause',
    desk: 'coder',
    source: 'ICD-10-CM guideline I.C.20.a.6; 837P SV107-1: the reason of the service',
    severity: 'warn',
    check: checkFirstPointer,
  },
  {
    code: 'diagnosis-preventive',
    desk: 'coder',
    source: '45 CFR 147.130: preventive services; CARC 11, 49',
    severity: 'warn',
    check: checkReason,
  },
  {
    code: 'diagnosis-spinal-manipulation',
    desk: 'coder',
    source: 'CMS, Medicare Claims Processing Manual 12, 220: chiropractic services; CARC 11',
    check: checkSpine,
  },
];
