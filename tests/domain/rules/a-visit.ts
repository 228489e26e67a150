import type { CodedService } from '../../../functions/domain/coding.ts';
import type { Effect, PracticeRule } from '../../../functions/domain/rules/practice-rule.ts';
import type { RuledVisit } from '../../../functions/domain/rules/ruled-visit.ts';
import type { EncounterRegistration } from '../../../functions/domain/visit/registration.ts';
import { cents } from '../../../functions/edi/money.ts';
import { payers } from '../../factories/payers.ts';
import { practice } from '../../factories/practices.ts';
import { samples } from '../../factories/sample-visits.ts';

const [sample] = samples;
if (!sample) throw new Error('The samples are missing');

export const aService = (change: Partial<CodedService> = {}): CodedService => ({
  ...{ procedure: '99213', modifiers: [], units: 1, diagnosisPointers: [1] },
  ...change,
});

type Change = Partial<RuledVisit> & {
  readonly registered?: Partial<EncounterRegistration>;
  readonly services?: readonly Partial<CodedService>[];
  readonly diagnoses?: readonly string[];
};

/** A visit of the first sample to Northwind with one 99213 for I10 at the office, and what is changed of it. */
export const aVisit = ({
  registered,
  services = [{}],
  diagnoses = ['I10'],
  ...change
}: Change = {}): RuledVisit => ({
  registration: { ...sample.registration, dateOfService: '2026-03-02', ...registered },
  codes: { diagnoses: [...diagnoses], services: services.map(aService) },
  practice: practice({
    chargeMaster: ['99213', '99215', '20610'].map((procedure) => ({
      ...{ procedure, charge: cents(15_000), effectiveFrom: '2020-01-01' },
    })),
  }),
  payers,
  ...change,
});

type Written = Partial<Omit<PracticeRule, 'then'>>;

/** A rule of one effect or several. */
export const aRule = (effects: Effect | readonly Effect[], change: Written = {}): PracticeRule => {
  const rule = { ruleId: 'a-rule', note: 'the manual says so', active: true, ...change };
  // biome-ignore lint/suspicious/noThenProperty: a list is nothing that can be awaited
  return { ...rule, then: [effects].flat() as Effect[] };
};
