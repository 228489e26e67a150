import { checkInput } from '../../domain/check-input.ts';
import { CodedService, type CodeSupport, EncounterCodes } from '../../domain/coding.ts';
import type { Checked, Finding } from '../../domain/finding.ts';
import { countFindings, diagnosisFindings, undecided } from './check-coding-form.ts';
import type { CodingForm } from './coding-form.ts';
import { codesOfRow, pointersOf, serviceFinding } from './parse-codes.ts';
import { readSupport } from './read-support.ts';
import {
  type CodingSubject,
  inClaimOrder,
  type StatedDiagnosis,
  type StatedService,
  statedDiagnoses,
  statedServices,
} from './stated-codes.ts';

/** The codes that a coder decided on, and the words of the note behind those that were added. */
export type DecidedCodes = { readonly codes: EncounterCodes; readonly support: readonly CodeSupport[] };

type Pointed = { readonly pointers: readonly number[]; readonly findings: readonly Finding[] };

/** The numbers of the form as those of the claim. A diagnosis that was rejected falls out of the pointers by itself. */
const pointersIn = (
  { row, pathOf }: StatedService,
  all: readonly StatedDiagnosis[],
  kept: readonly StatedDiagnosis[],
): Pointed => {
  const numbers = pointersOf(row.pointers);
  const known = new Set(all.map(({ place }) => place));
  const lost = numbers.filter((number) => !Number.isInteger(number) || !known.has(number));
  const pointers = numbers.flatMap((number) => {
    const at = kept.findIndex(({ place }) => place === number);
    return at < 0 ? [] : [at + 1];
  });
  const found = (detail: string) => ({
    pointers,
    findings: [{ code: 'pointer-unknown', path: pathOf('pointers'), detail }],
  });
  if (lost.length > 0) return found(`A pointer of ${row.procedure} names no diagnosis`);
  if (pointers.length === 0) return found(`Point ${row.procedure} to one to four of the accepted diagnoses`);
  return { pointers, findings: [] };
};

const readService = (service: StatedService, pointed: Pointed): Checked<CodedService> => {
  const { row, pathOf } = service;
  const checked = checkInput(CodedService, { ...codesOfRow(row), diagnosisPointers: pointed.pointers });
  if (checked.success && pointed.findings.length === 0) return checked;
  const own = (checked.success ? [] : checked.findings)
    .map(({ code, path }) => serviceFinding(code, path.split('.')[0] ?? '', pathOf))
    .filter(({ path }) => pointed.findings.every((finding) => finding.path !== path));
  return { success: false, findings: [...own, ...pointed.findings] };
};

/**
 * The codes that a coder's form states: accepted suggestions and added codes, diagnoses by their places, pointers
 * renumbered to the order of the claim. Every suggestion has to be decided.
 */
export const parseCodingForm = (form: CodingForm, subject: CodingSubject): Checked<DecidedCodes> => {
  const all = inClaimOrder(statedDiagnoses(form, subject));
  const kept = all.filter(({ isKept }) => isKept);
  const stated = statedServices(form, subject);
  const services = stated.map((service) => readService(service, pointersIn(service, all, kept)));
  const support = readSupport(form, subject.note ?? '');
  const findings = [
    ...undecided(form, subject),
    ...diagnosisFindings(kept),
    ...countFindings(kept, stated),
    ...[...services, ...support].flatMap((one) => (one.success ? [] : one.findings)),
  ];
  if (findings.length > 0) return { success: false, findings };
  const codes = EncounterCodes.parse({
    diagnoses: kept.map(({ code }) => code),
    services: services.flatMap((one) => (one.success ? [one.data] : [])),
  });
  return {
    success: true,
    data: { codes, support: support.flatMap((one) => (one.success ? [one.data] : [])) },
  };
};
