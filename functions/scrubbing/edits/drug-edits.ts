import type { CodedService } from '../../domain/coding.ts';
import { type Edit, type EncounterToScrub, type Objection, objectIf } from '../edit.ts';
import { carries, eachService, pathOf } from '../facts/each-service.ts';
import { isMedicaid, isMedicare } from '../facts/payer-kinds.ts';
import { isDrug } from '../facts/service-kinds.ts';

/** The payer that wants to know which drug it was: Medicaid, also where it pays after Medicare, and who says so. */
const whoWantsDrugs = ({ payer, otherPayers = [] }: EncounterToScrub): string | undefined =>
  [...(payer ? [payer] : []), ...otherPayers].find((one) => one.claimRules?.drugCodes ?? isMedicaid(one))
    ?.name;

const checkDrugCode = (encounter: EncounterToScrub): readonly Objection[] => {
  const wanting = whoWantsDrugs(encounter);
  if (wanting === undefined) return [];
  return eachService(encounter, ({ procedure, facts }, at) =>
    objectIf(
      isDrug(procedure) && facts?.drug === undefined,
      pathOf(at, 'facts.drug'),
      `${wanting} wants the NDC of ${procedure}: register it from the package with quantity and unit.`,
    ),
  );
};

/** The labeler's part of an NDC, or the product's, is never all zeros; nines are what people write who know none. */
const isNoDrug = (ndc: string): boolean => /^(0{5}|9{5}|\d{5}0{4})/.test(ndc);

const checkNumber = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, ({ procedure, facts }, at) =>
    objectIf(
      facts?.drug !== undefined && isNoDrug(facts.drug.ndc),
      pathOf(at, 'facts.drug.ndc'),
      `The NDC of ${procedure} is none: copy it from the package, 5-4-2, with a zero put before a short part.`,
    ),
  );

/** HCPCS has injections from J0120 to J3590 and, against cancer, from J9000 on. */
const isInjected = (procedure: string): boolean => /^J[0-39]/.test(procedure);

/** Clotting factors, which are counted in international units. */
const isFactor = (procedure: string): boolean => /^J7(1[7-9]|20|21[0-4])/.test(procedure);

const seldom: Readonly<Record<string, (procedure: string) => string | undefined>> = {
  ME: () => 'milligrams (ME)',
  GR: (procedure) => (isInjected(procedure) ? 'grams (GR)' : undefined),
  F2: (procedure) => (isFactor(procedure) ? undefined : 'international units (F2)'),
};

const checkUnit = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, ({ procedure, facts }, at) => {
    const strange = seldom[facts?.drug?.unit ?? '']?.(procedure);
    return objectIf(
      strange !== undefined,
      pathOf(at, 'facts.drug.unit'),
      `Payers seldom take ${strange} as NDC unit of ${procedure}: count millilitres (ML) of liquids, units (UN) of powders and pieces, grams (GR) of ointments, international units (F2) of clotting factors.`,
    );
  });

/** Drugs of HCPCS that are sold in single-dose containers alone, as far as they are ordinary ones. */
const singleDose = new Set([
  ...['J0129', 'J0178', 'J0585', 'J0696', 'J0717', 'J0897', 'J1439', 'J1569', 'J1602', 'J1745', 'J1756'],
  ...['J2350', 'J2357', 'J2469', 'J2505', 'J2506', 'J2778', 'J3262', 'J3357', 'J3380', 'J3489', 'J7320'],
  ...['J7321', 'J7323', 'J7324', 'J7325', 'J7326', 'J9035', 'J9228', 'J9271', 'J9299', 'J9312'],
]);

const ofSame = ({ procedure }: CodedService, { codes }: EncounterToScrub): readonly CodedService[] =>
  codes.services.filter((one) => one.procedure === procedure);

/** Numbers of CPT are services and vaccines; drugs whose waste is told are of HCPCS. */
const isService = (procedure: string): boolean => /^\d/.test(procedure);

const checkWaste = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, (service, at) => {
    const { procedure } = service;
    const all = ofSame(service, encounter);
    const path = pathOf(at, 'modifiers');
    if (isService(procedure) && carries(service, 'JW', 'JZ'))
      return [
        {
          path,
          detail: `JW and JZ say what became of a drug, and ${procedure} is none: put it on the line of the drug.`,
        },
      ];
    const isGivenToo = all.some((one) => one !== service && !carries(one, 'JW'));
    if (carries(service, 'JW') && !isGivenToo)
      return [
        {
          path,
          detail: `JW bills what was discarded of ${procedure}: bill what was given on a line before it, without JW.`,
        },
      ];
    const isTold = all.some((one) => carries(one, 'JW', 'JZ'));
    return objectIf(
      isMedicare(encounter.payer) && singleDose.has(procedure) && !isTold && all[0] === service,
      path,
      `${procedure} comes in single doses: add JZ where nothing was discarded, or bill what was on a second line with JW.`,
    );
  });

const checkWasteTwice = (encounter: EncounterToScrub): readonly Objection[] =>
  eachService(encounter, (service, at) =>
    objectIf(
      carries(service, 'JZ') && ofSame(service, encounter).some((one) => carries(one, 'JW')),
      pathOf(at, 'modifiers'),
      `${service.procedure} is said to be used up (JZ) and to be discarded in part (JW): keep the one that the note documents.`,
    ),
  );

/** Edits on drugs: which one it was, and what became of it. */
export const drugEdits: readonly Edit[] = [
  {
    code: 'filing-drug-code',
    source: 'Social Security Act 1927(a)(7); 837P 2410; CARC 16 with RARC M119',
    desk: 'clinic',
    check: checkDrugCode,
  },
  {
    code: 'filing-drug-number',
    source: 'FDA: the NDC, 5-4-2; 837P LIN03; RARC M119',
    desk: 'clinic',
    check: checkNumber,
  },
  {
    code: 'filing-drug-unit',
    source: '837P CTP05; RARC N418, M53',
    severity: 'warn',
    desk: 'clinic',
    check: checkUnit,
  },
  {
    code: 'modifier-discarded-drug',
    desk: 'coder',
    source: 'CMS, Medicare Claims Processing Manual 17, 40: JW and JZ',
    check: checkWaste,
  },
  {
    code: 'modifier-discarded-or-not',
    desk: 'coder',
    source: 'CMS, Medicare Claims Processing Manual 17, 40: JW or JZ',
    check: checkWasteTwice,
  },
];
