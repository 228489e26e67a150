import type { Report, Step } from '../guide/rules.ts';
import type { ClaimInPlace, ClaimRule } from './claim-in-place.ts';
import type { ProfessionalClaim } from './loops.ts';
import { checkOtherPayers } from './other-payer-rules.ts';

const claimStep: readonly Step[] = [['CLM', 1]];

/** The first day of service. */
export const firstServiceDay = ({ lines }: ProfessionalClaim): string | undefined => {
  let first: string | undefined;
  for (const { servicePeriod } of lines) {
    if (first === undefined || servicePeriod.from < first) first = servicePeriod.from;
  }
  return first;
};

/** The claim stands at the subscriber's level when SBR02 is 18, else at a patient's (2000C). */
const checkLevel: ClaimRule = ({ subscriber, patient }, report) => {
  const isPatient = subscriber.relationship === '18';
  if (isPatient === (patient === undefined)) return;
  const [code, detail] = isPatient
    ? ['IK304-I9', 'The subscriber is the patient (SBR02), yet a patient level (2000C) stands below']
    : ['IK304-I6', 'The subscriber is not the patient (SBR02), and no patient level (2000C) stands below'];
  report({ code, level: 4, detail, steps: claimStep });
};

/** A claim that replaces or voids another one names it (REF*F8), and no other claim does. */
const checkOriginal: ClaimRule = ({ claim: { frequency, originalReference } }, report) => {
  const isOriginal = frequency === '1';
  if (isOriginal === (originalReference === undefined)) return;
  const [code, detail] = isOriginal
    ? ['IK304-I9', "An original claim names no payer's control number (REF*F8)"]
    : ['IK304-I6', "A replacement or a void names the payer's control number of the original (REF*F8)"];
  report({ code, level: 4, detail, steps: claimStep });
};

/** CLM11: an accident has its date (DTP*439), an auto accident its state or country. */
const checkAccident: ClaimRule = ({ claim: { relatedCauses, accidentDate } }, report) => {
  if (relatedCauses === undefined) return;
  const { codes, state, country } = relatedCauses;
  const isAuto = codes.includes('AA');
  if ((isAuto || codes.includes('OA')) && accidentDate === undefined) {
    const detail = 'A claim about an accident tells its date (DTP*439)';
    report({ code: 'IK304-I6', level: 4, detail, steps: claimStep });
  }
  if (isAuto && state === undefined && country === undefined) {
    const detail = 'An auto accident happened in a state';
    report({ code: 'IK403-I9', level: 4, detail, steps: claimStep, element: 11, component: 4 });
  }
};

const isOfIcd10 = (qualifier: string): boolean => qualifier.startsWith('A');

/** HI: the principal diagnosis first, the others after it, all of one edition of ICD. */
const checkDiagnoses: ClaimRule = ({ claim: { diagnoses = [] } }, report) => {
  const [principal] = diagnoses;
  if (principal === undefined) return;
  diagnoses.forEach(({ qualifier }, index) => {
    const isFirst = index === 0;
    const isPrincipal = qualifier === 'ABK' || qualifier === 'BK';
    const isMixed = isOfIcd10(qualifier) !== isOfIcd10(principal.qualifier);
    if (isFirst === isPrincipal && !isMixed) return;
    const detail = isMixed
      ? 'ICD-9 and ICD-10 stand side by side'
      : 'The principal diagnosis, and it alone, is first';
    const place = { steps: [['HI', 1] as const], element: index + 1, component: 1 };
    report({ code: 'IK403-7', level: 4, detail, ...place });
  });
};

const onRequest = 'AA';
const separateTransmissions = ['BM', 'EL', 'EM', 'FT', 'FX'];

type Attachments = NonNullable<ProfessionalClaim['attachments']>;

/** PWK06 tells documents apart that come by another way; what comes on request (AA) has none. */
const checkAttachment = (
  { transmission, controlNumber }: Attachments[number],
  steps: readonly Step[],
  report: Report,
): void => {
  if (!separateTransmissions.includes(transmission) && transmission !== onRequest) return;
  if ((transmission === onRequest) === (controlNumber === undefined)) return;
  const [code, detail] =
    controlNumber === undefined
      ? ['IK403-I9', 'Documents that follow have a control number']
      : ['IK403-I13', 'Documents that come on request have no control number'];
  report({ code, level: 4, detail, steps, element: 6 });
};

const checkAttachments: ClaimRule = ({ claim }, report) => {
  claim.attachments?.forEach((attachment, index) => {
    checkAttachment(attachment, [['PWK', index + 1]], report);
  });
  claim.lines.forEach(({ attachments }, line) => {
    attachments?.forEach((attachment, index) => {
      const steps: Step[] = [
        ['LX', line + 1],
        ['PWK', index + 1],
      ];
      checkAttachment(attachment, steps, report);
    });
  });
};

/** The first dates of a claim (DTP), in the guide's order, and whether they tell what led to the services. */
const firstDates = (claim: ProfessionalClaim) => [
  claim.onsetDate,
  claim.initialTreatmentDate,
  claim.lastSeenDate,
  claim.acuteManifestationDate,
  claim.accidentDate,
  claim.lastMenstrualPeriodDate,
];
const areCauses = [true, false, false, true, true, true];

/** What led to a service does not come after the claim's first one. */
const checkCauses: ClaimRule = ({ claim }, report) => {
  const first = firstServiceDay(claim);
  if (first === undefined) return;
  let position = 0;
  firstDates(claim).forEach((date, index) => {
    if (date === undefined) return;
    position += 1;
    if (areCauses[index] !== true || date <= first) return;
    const steps: Step[] = [['DTP', position]];
    const detail = 'What led to the service is later than it';
    report({ code: 'IK403-7', level: 4, detail, steps, element: 3 });
  });
};

const checkBirth: ClaimRule = ({ claim: { lines }, subscriber, patient }, report) => {
  const person = patient === undefined ? subscriber.subscriber : patient.patient;
  const dateOfBirth = person?.dateOfBirth;
  if (dateOfBirth === undefined) return;
  lines.forEach(({ servicePeriod }, index) => {
    if (servicePeriod.from >= dateOfBirth) return;
    const steps: Step[] = [
      ['LX', index + 1],
      ['DTP', 1],
    ];
    report({
      code: 'IK403-7',
      level: 4,
      detail: 'The service is earlier than the patient',
      steps,
      element: 3,
    });
  });
};

const claimRules = [
  checkLevel,
  checkOriginal,
  checkAccident,
  checkDiagnoses,
  checkAttachments,
  checkCauses,
  checkBirth,
  checkOtherPayers,
];

/** Level 4 of a claim and the levels around it. */
export const checkClaim = (place: ClaimInPlace, report: Report): void => {
  for (const check of claimRules) check(place, report);
};
