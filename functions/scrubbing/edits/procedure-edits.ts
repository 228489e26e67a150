import { codeBookOn } from '../../../codesets/code-book.ts';
import type { CodedService } from '../../domain/coding.ts';
import { chargeFor } from '../../domain/practice.ts';
import { anatomicModifiers, distinctModifiers } from '../../domain/visit/modifiers.ts';
import { type Edit, type EncounterToScrub, type Objection, objectIf } from '../edit.ts';
import { eachService, pathOf } from '../facts/each-service.ts';

/** CPT I (five digits); II, III and tests (four digits and F, T, M, U); shots of 2020 to 2023 (0001A); HCPCS II. */
const procedureFormat = /^(\d{5}|\d{4}[FMTU]|0\d{3}A|[A-V]\d{4})$/;

/** Modifiers that tell a payer why the same service is billed twice on a day. */
const repeats = new Set([
  ...anatomicModifiers,
  ...distinctModifiers,
  ...['76', '77', '91', '50', '26', 'TC', 'JW'],
]);

const isSameService = (one: CodedService, other: CodedService): boolean => {
  if (one.procedure !== other.procedure) return false;
  const told = (service: CodedService) =>
    service.modifiers
      .filter((modifier) => repeats.has(modifier))
      .sort()
      .join();
  return told(one) === told(other);
};

/** A code that only an edition of another time does not know may be new: the payer knows. One that it ended warns. */
const checkInForce = (encounter: EncounterToScrub): readonly Objection[] => {
  const book = codeBookOn(encounter.registration.dateOfService);
  return eachService(encounter, ({ procedure: code }, at) => {
    const { standing, inForce } = book.procedures.find(code);
    const isHeld = standing === 'not-in-force' || (standing === 'unknown' && inForce);
    const findings = isHeld ? book.check({ kind: 'procedure', code }) : [];
    const weight = inForce ? {} : { severity: 'warn' as const };
    return findings.map(({ detail }) => ({ path: pathOf(at, 'procedure'), detail, ...weight }));
  });
};

const priceOf = (
  { practice, registration: { placeOfService, dateOfService } }: EncounterToScrub,
  { facts, ...service }: CodedService,
) =>
  chargeFor(practice, { ...service, placeOfService: facts?.placeOfService ?? placeOfService }, dateOfService);

/** Reported after surgery at no charge: it needs no price. */
const isUnpriced = ({ procedure }: CodedService): boolean => procedure === '99024';

/** Each price once that the charge master lacks, as it is to be added: who keeps it need not look the codes up. */
const missingPrices = (encounter: EncounterToScrub): readonly Objection[] => {
  const { placeOfService } = encounter.registration;
  const lacking = encounter.codes.services.filter(
    (service) => !isUnpriced(service) && priceOf(encounter, service) === undefined,
  );
  const entries = lacking.map(({ procedure, modifiers, facts }) => {
    const component = modifiers.find((one) => one === '26' || one === 'TC');
    return `${procedure}${component ? ` with modifier ${component}` : ''} (in place ${facts?.placeOfService ?? placeOfService})`;
  });
  return [...new Set(entries)].map((entry) => ({
    path: 'practice.chargeMaster',
    detail: `The charge master has no price for ${entry}: add an entry with procedure${entry.includes(' with ') ? ', modifier' : ''}, charge in cents, and effectiveFrom on the date of service or before.`,
  }));
};

/** Edits on the services of an encounter: their codes, diagnoses, repetition and price. */
export const procedureEdits: readonly Edit[] = [
  {
    code: 'procedure-format',
    desk: 'coder',
    source: 'CPT and HCPCS Level II code structure',
    check: (encounter) =>
      eachService(encounter, ({ procedure }, at) =>
        objectIf(
          !procedureFormat.test(procedure),
          pathOf(at, 'procedure'),
          `${procedure} has the form of no CPT or HCPCS code.`,
        ),
      ),
  },
  {
    code: 'procedure-not-in-force',
    desk: 'coder',
    source: 'CPT and HCPCS: the code must be in force on the date of service',
    check: checkInForce,
  },
  {
    code: 'diagnosis-pointer',
    desk: 'coder',
    source: '837P SV107: a pointer names a diagnosis of the claim',
    check: (encounter) =>
      eachService(encounter, ({ procedure, diagnosisPointers }, at) =>
        objectIf(
          diagnosisPointers.some((pointer) => pointer > encounter.codes.diagnoses.length),
          pathOf(at, 'diagnosisPointers'),
          `${procedure} points at a diagnosis that the encounter does not list.`,
        ),
      ),
  },
  {
    code: 'procedure-duplicate',
    desk: 'coder',
    source: 'CARC 18; NCCI: a repeated service needs a modifier that says why',
    check: (encounter) =>
      eachService(encounter, (service, at) =>
        objectIf(
          encounter.codes.services.slice(0, at).some((earlier) => isSameService(earlier, service)),
          pathOf(at, 'procedure'),
          `${service.procedure} is listed twice; use units, or a modifier such as 76 or 59 if it was truly repeated.`,
        ),
      ),
  },
  {
    code: 'procedure-charge-missing',
    desk: 'biller',
    source: 'the charge master of the practice',
    check: missingPrices,
  },
];
