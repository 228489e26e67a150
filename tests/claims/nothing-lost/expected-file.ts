import type { EncounterCodes } from '../../../functions/domain/coding.ts';
import type { Provider } from '../../../functions/domain/party.ts';
import type { Practice } from '../../../functions/domain/practice.ts';
import type { EncounterRegistration } from '../../../functions/domain/visit/registration.ts';
import { type Leaf, leavesOf } from './leaves.ts';
import { places, relationships, spelled, unsaid } from './places.ts';

const root = 'billingProviders.0.subscribers.0';

type Visit = {
  readonly registration: EncounterRegistration;
  readonly codes: EncounterCodes;
  readonly practice: Practice;
  /** SBR09 of a coverage's payer. */
  readonly filing: (coverage: EncounterRegistration['coverages'][number]) => string;
};

/** All that the file of a visit says from loop 2000B on, as paths of the codec with their values, and what is not placed. */
export const expectedFile = (visit: Visit): { readonly leaves: Leaf[]; readonly unplaced: string[] } => {
  const { registration } = visit;
  const isSelf = registration.coverages[0]?.relationship === 'self';
  const level = isSelf ? root : `${root}.patients.0`;
  const stands: Record<string, string> = {
    PATIENT: isSelf ? `${root}.subscriber` : `${level}.patient`,
    SUBSCRIBER: `${root}.subscriber`,
    LEVEL: level,
    CLAIM: `${level}.claims.0`,
  };
  const at = (place: string): string => place.replace(/^[A-Z]+(?=\.|$)/, (word) => stands[word] ?? word);
  const unplaced: string[] = [];
  const told = leavesOf(registration).flatMap(([path, value]): Leaf[] => {
    if (handled.test(path) || unsaid.some(([known]) => known.test(path))) return [];
    const said =
      places[path.replace(/(?<=^|\.)\d+(?=\.|$)/g, '#')] ??
      places[`.${path.replace(/(?<=^|\.)\d+(?=\.|$)/g, '#')}`];
    if (said === undefined) unplaced.push(path);
    const [place, written] = typeof said === 'string' ? [said, spelled] : (said ?? ['', () => undefined]);
    const there = written(value);
    return there === undefined ? [] : [[at(numbered(place, path)), there]];
  });
  const derived = [coverageFacts(visit), claimFacts(visit), lineFacts(visit)].flat();
  const leaves = [...told, ...derived.map(([path, value]): Leaf => [at(path), spelled(value)])];
  // Where a place of a claim is said twice, the later word is that of the derived facts.
  return { leaves: [...new Map(leaves)].filter(([, value]) => value !== ''), unplaced };
};

/** What does not stand at a place of its own. */
const handled =
  /^(coverages\.|dateOfService$|lastDateOfService$|conditionCodes\.|signature\.|acceptsAssignment$|orderingProvider\.|accident\.claimNumber$|renderingProviderNpi$|services\.\d+\.(modifiers|placeOfService|cliaNumber|renderingProviderNpi))/;

/** The numbers of a path go, in their order, where the place has `#`; services number the lines. */
const numbered = (place: string, path: string): string => {
  const numbers = path.match(/(?<=\.)\d+(?=\.|$)/g) ?? [];
  const line = path.startsWith('services.') ? numbers.shift() : undefined;
  return place.replace(/^LINE/, `CLAIM.lines.${line}`).replace(/#/g, () => numbers.shift() ?? '#');
};

const names = (person: Partial<Provider>, at: string): Leaf[] =>
  leavesOf(
    {
      name: person.lastName,
      firstName: person.firstName,
      middleName: person.middleName,
      suffix: person.suffix,
    },
    at,
  );

const coverageFacts = ({ registration, practice: _, filing }: Visit): Leaf[] => {
  const { coverages, patient, patientWeightPounds, accident } = registration;
  return coverages.flatMap((coverage, index): Leaf[] => {
    const { subscriber, employer, relationship } = coverage;
    const isFirst = index === 0;
    const here = isFirst ? root : `CLAIM.otherPayers.${index - 1}`;
    const code = relationships[relationship];
    const person: Leaf[] = employer
      ? [[`${here}.subscriber.name`, employer.name]]
      : names(subscriber ?? patient, `${here}.subscriber`);
    return [
      ...leavesOf(
        {
          responsibility: coverage.responsibility,
          groupNumber: coverage.groupNumber,
          insuranceType: coverage.insuranceType,
          claimFilingIndicator: filing(coverage),
          subscriber: { entityType: employer ? '2' : '1', idQualifier: 'MI', id: coverage.memberId },
          payer: {
            entityType: '2',
            name: `Payer ${coverage.payerId}`,
            idQualifier: 'PI',
            id: coverage.payerId,
          },
          ...(!isFirst || relationship === 'self' ? { relationship: code } : {}),
          ...(isFirst && accident?.claimNumber ? { subscriber_: 0 } : {}),
        },
        here,
      ).filter(([path]) => !path.endsWith('subscriber_')),
      ...person,
      ...(isFirst && relationship !== 'self' ? leavesOf({ relationship: code }, `${root}.patients.0`) : []),
      ...(isFirst && patientWeightPounds !== undefined ? ([['LEVEL.weightUnit', '01']] as Leaf[]) : []),
      ...(isFirst && accident?.claimNumber
        ? ([
            ['SUBSCRIBER.casualtyClaimNumber', accident.claimNumber],
            ['PATIENT.casualtyClaimNumber', accident.claimNumber],
          ] as Leaf[])
        : []),
      ...(isFirst ? [] : consent(registration, here, false)),
    ];
  });
};

const consent = ({ signature = {} as never }: EncounterRegistration, at: string, isClaim: boolean): Leaf[] =>
  leavesOf(
    {
      benefitsAssigned: { yes: 'Y', no: 'N', refused: 'W' }[signature.benefitsAssigned ?? 'yes'],
      releaseOfInformation: { signed: 'Y', 'by-law': 'I' }[signature.release ?? 'signed'],
      patientSignatureSource: signature.byPractice ? 'P' : undefined,
      ...(isClaim && { providerSignature: signature.provider === false ? 'N' : 'Y' }),
    },
    at,
  );

const identified = (
  value: unknown,
): { readonly entityType: string; readonly idQualifier?: string } | undefined =>
  value === undefined ? undefined : { entityType: '1', idQualifier: 'XX' };

const place = (value: { npi?: string | undefined } | undefined) =>
  value && { entityType: '2', ...(value.npi && { idQualifier: 'XX' }) };

const controlled = (list: readonly { controlNumber?: string | undefined }[] = []) =>
  list.map(({ controlNumber }) => ({ controlNumberQualifier: controlNumber && 'AC' }));

const rendering = (practice: Practice, npi: string): object => {
  const found = practice.providers.find((one) => one.npi === npi);
  return {
    ...Object.fromEntries(names(found ?? {}, '')),
    ...{ entityType: '1', idQualifier: 'XX', id: npi, taxonomy: found?.taxonomy },
  };
};

const claimFacts = ({ registration, codes, practice }: Visit): Leaf[] => {
  const one = registration;
  const { conditionCodes = [], dates = {}, epsdtReferral } = one;
  const { disabilityFrom, disabilityTo } = dates;
  return [
    ...consent(one, 'CLAIM', true),
    ...leavesOf(
      {
        frequency: '1',
        assignment: { yes: 'A', 'laboratory-only': 'B', no: 'C' }[one.acceptsAssignment ?? 'yes'],
        note: one.note && { type: one.note.type },
        diagnoses: codes.diagnoses.map((code, at) => ({
          qualifier: at === 0 ? 'ABK' : 'ABF',
          code: code.replace('.', ''),
        })),
        conditions: [conditionCodes.slice(0, 12), conditionCodes.slice(12)]
          .filter(({ length }) => length > 0)
          .map((some) => ({ codes: some.map((code) => ({ code })) })),
        relatedProcedures: one.anesthesiaSurgery?.map((_code, at) => ({ qualifier: at === 0 ? 'BP' : 'BO' })),
        disability: disabilityFrom && disabilityTo ? { qualifier: '314' } : undefined,
        epsdtReferral: epsdtReferral?.conditions.length === 0 ? { conditions: ['NU'] } : undefined,
        referringProvider: identified(one.referringProvider),
        primaryCareProvider: identified(one.primaryCareProvider),
        supervisingProvider: identified(one.supervisingProvider),
        serviceFacility: place(one.serviceFacility),
        renderingProvider: rendering(practice, one.renderingProviderNpi),
        attachments: controlled(one.attachments),
      },
      'CLAIM',
    ),
  ];
};

const isVisit = (procedure: string): boolean => /^99(2[0-9]|3|4)/.test(procedure) && procedure >= '99202';

const lineFacts = ({ registration, codes, practice }: Visit): Leaf[] =>
  codes.services.flatMap((service, index): Leaf[] => {
    const facts = registration.services?.[index];
    const ordering =
      facts?.orderingProvider ?? (isVisit(service.procedure) ? undefined : registration.orderingProvider);
    const rendered = facts?.renderingProviderNpi;
    const ends = facts?.to ?? (facts?.from === undefined ? registration.lastDateOfService : undefined);
    const begins = facts?.from ?? registration.dateOfService;
    return leavesOf(
      {
        lineNumber: index + 1,
        procedure: { qualifier: 'HC', procedure: service.procedure, modifiers: service.modifiers },
        unitBasis: facts?.minutes === undefined ? 'UN' : 'MJ',
        units: facts?.minutes ?? service.units,
        diagnosisPointers: service.diagnosisPointers,
        servicePeriod: { from: begins, through: ends === begins ? undefined : ends },
        placeOfService:
          facts?.placeOfService === registration.placeOfService ? undefined : facts?.placeOfService,
        cliaNumber: facts?.cliaNumber === registration.cliaNumber ? undefined : facts?.cliaNumber,
        note: facts?.note === undefined ? undefined : { type: 'ADD' },
        drug: facts?.drug && {
          qualifier: 'N4',
          prescription: {
            qualifier: facts.drug.prescriptionNumber ? 'XZ' : facts.drug.compoundLink && 'VY',
          },
        },
        testResults: facts?.testResults?.map(({ measurement }) => ({
          reference: measurement === 'height' ? 'OG' : 'TR',
        })),
        attachments: controlled(facts?.attachments),
        referringProvider: identified(facts?.referringProvider),
        supervisingProvider: identified(facts?.supervisingProvider),
        serviceFacility: place(facts?.serviceFacility),
        purchasedServiceProvider: facts?.purchasedService && {
          ...{ entityType: '2', idQualifier: 'XX', id: facts.purchasedService.providerNpi },
        },
        orderingProvider: ordering && {
          ...Object.fromEntries(names(ordering, '')),
          ...{ entityType: '1', idQualifier: 'XX', id: ordering.npi },
        },
        renderingProvider:
          rendered === undefined || rendered === registration.renderingProviderNpi
            ? undefined
            : rendering(practice, rendered),
      },
      `CLAIM.lines.${index}`,
    );
  });
