import { codeBookOn } from '../../codesets/code-book.ts';
import type { CodedService } from '../domain/coding.ts';
import { chargeFor } from '../domain/practice.ts';
import { type Edit, type EncounterToScrub, type Objection, objectIf } from './edit.ts';

const pathOf = (at: number, field: string): string => `codes.services[${at}].${field}`;

const eachService = (
  { codes }: EncounterToScrub,
  check: (service: CodedService, at: number) => readonly Objection[],
): readonly Objection[] => codes.services.flatMap((service, at) => check(service, at));

/** CPT I (five digits), II and III (four digits and F, T, U), HCPCS II (a letter and four digits). */
const procedureFormat = /^(\d{5}|\d{4}[FTU]|[A-V]\d{4})$/;

const modifierFormat = /^([A-Z][A-Z0-9]|[0-9][A-Z0-9])$/;

/** Codes of evaluation and management: 99202–99499, and the Medicare visits that modifier 25 goes with as well. */
const isEvaluation = (procedure: string): boolean =>
  /^99(20[2-9]|2[1-9]\d|[34]\d\d)$/.test(procedure) ||
  ['G0402', 'G0438', 'G0439', '92002', '92004', '92012', '92014'].includes(procedure);

/** Modifiers that tell a payer why the same service is billed twice on a day. */
const repeats = new Set(['76', '77', '91', '59', 'XE', 'XS', 'XP', 'XU', 'RT', 'LT', '50']);

const isSameService = (one: CodedService, other: CodedService): boolean => {
  if (one.procedure !== other.procedure) return false;
  const told = (service: CodedService) =>
    service.modifiers
      .filter((modifier) => repeats.has(modifier))
      .sort()
      .join();
  return told(one) === told(other);
};

/** A code that only an edition of another time does not know may be new: the payer knows. */
const checkInForce = (encounter: EncounterToScrub): readonly Objection[] => {
  const book = codeBookOn(encounter.registration.dateOfService);
  return eachService(encounter, ({ procedure: code }, at) => {
    const { standing, inForce } = book.procedures.find(code);
    const isHeld = standing === 'not-in-force' || (standing === 'unknown' && inForce);
    const findings = isHeld ? book.check({ kind: 'procedure', code }) : [];
    return findings.map(({ detail }) => ({ path: pathOf(at, 'procedure'), detail }));
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

/** Edits on the services of an encounter. */
export const serviceEdits: readonly Edit[] = [
  {
    code: 'procedure-format',
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
    source: 'CPT and HCPCS: the code must be in force on the date of service',
    check: checkInForce,
  },
  {
    code: 'pointer-out-of-range',
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
    code: 'service-duplicate',
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
    code: 'modifier-format',
    source: 'CPT and HCPCS: a modifier has two characters, each once on a line',
    check: (encounter) =>
      eachService(encounter, ({ procedure, modifiers }, at) =>
        objectIf(
          modifiers.some(
            (modifier, place) => !modifierFormat.test(modifier) || modifiers.indexOf(modifier) < place,
          ),
          pathOf(at, 'modifiers'),
          `A modifier of ${procedure} is misspelt or repeated.`,
        ),
      ),
  },
  {
    code: 'modifier-25-not-on-visit',
    source: 'NCCI policy manual, chapter I: 25 belongs to an E/M service',
    check: (encounter) =>
      eachService(encounter, ({ procedure, modifiers }, at) =>
        objectIf(
          modifiers.includes('25') && !isEvaluation(procedure),
          pathOf(at, 'modifiers'),
          `Modifier 25 belongs on the visit, not on ${procedure}.`,
        ),
      ),
  },
  {
    code: 'modifier-59-on-visit',
    source: 'NCCI policy manual, chapter I: 59 is never for an E/M service',
    check: (encounter) =>
      eachService(encounter, ({ procedure, modifiers }, at) =>
        objectIf(
          modifiers.includes('59') && isEvaluation(procedure),
          pathOf(at, 'modifiers'),
          `Modifier 59 is not for visits such as ${procedure}; 25 may be meant.`,
        ),
      ),
  },
  {
    code: 'modifier-50-with-side',
    source: 'NCCI policy manual: 50 already says both sides',
    check: (encounter) =>
      eachService(encounter, ({ procedure, modifiers }, at) =>
        objectIf(
          modifiers.includes('50') && (modifiers.includes('RT') || modifiers.includes('LT')),
          pathOf(at, 'modifiers'),
          `${procedure} carries 50 and a side on one line; use one of them.`,
        ),
      ),
  },
  {
    code: 'charge-missing',
    source: 'the charge master of the practice',
    check: missingPrices,
  },
];
