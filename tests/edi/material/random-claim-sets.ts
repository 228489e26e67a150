import fc from 'fast-check';
import { type Cents, cents, sum } from '../../../functions/edi/money.ts';
import type {
  LineAdjudication,
  OtherPayer,
  ProfessionalClaim,
  ProfessionalClaimSet,
  ProfessionalServiceLine,
  SubscriberLevel,
} from '../../../functions/edi/x837p/loops.ts';
import { claim, claimSet, familyLevel, otherPayer, serviceLine, subscriberLevel } from './claim-sets.ts';
import { anyText } from './random-loops.ts';

type Line = ProfessionalServiceLine;
type Decided = 'not yet' | 'as a whole' | 'by line';

const firstDay = Date.UTC(2026, 0, 1);
const dayAfter = (days: number): string => new Date(firstDay + days * 86_400_000).toISOString().slice(0, 10);

const anyPeriod = fc
  .tuple(fc.nat(90), fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }))
  .map(([from, days]) => ({
    from: dayAfter(from),
    through: days === undefined ? undefined : dayAfter(from + days),
  }));

const anyLine = (diagnoses: number): fc.Arbitrary<Line> =>
  fc
    .record({
      charge: fc.integer({ min: 0, max: 9_999_99 }).map(cents),
      units: fc.integer({ min: 1, max: 40 }).map((halves) => halves / 2),
      unitBasis: fc.constantFrom('UN', 'MJ'),
      placeOfService: fc.option(fc.constantFrom('11', '22', '12'), { nil: undefined }),
      diagnosisPointers: fc.uniqueArray(fc.integer({ min: 1, max: diagnoses }), {
        minLength: 1,
        maxLength: 4,
      }),
      servicePeriod: anyPeriod,
      note: fc.option(
        anyText.map((text) => ({ type: 'ADD', text })),
        { nil: undefined },
      ),
      drug: fc.option(fc.constant({ qualifier: 'N4', code: '00409123401', units: 2, unitBasis: 'ML' }), {
        nil: undefined,
      }),
    })
    .map((changes) => serviceLine(changes));

const anyDiagnoses = fc
  .array(fc.constantFrom('J069', 'E119', 'I10', 'M5450', 'R509'), { minLength: 1, maxLength: 12 })
  .map((codes) => codes.map((code, index) => ({ qualifier: index === 0 ? 'ABK' : 'ABF', code })));

/** An original claim, or one that replaces or voids it. */
const anyFrequency: fc.Arbitrary<Partial<ProfessionalClaim>> = fc.oneof(
  fc.constant({ frequency: '1' }),
  fc.record({ frequency: fc.constantFrom('7', '8'), originalReference: anyText }),
);

const anyCause: fc.Arbitrary<Partial<ProfessionalClaim>> = fc.constantFrom<Partial<ProfessionalClaim>[]>(
  {},
  { relatedCauses: { codes: ['EM'] } },
  { relatedCauses: { codes: ['AA', 'OA'], state: 'NE' }, accidentDate: '2025-12-24' },
);

const contractual = (amount: Cents) => [{ group: 'CO', reasons: [{ reason: '45', amount }] }];

const decisionOn = ({ procedure, units, charge }: Line, paid: Cents): LineAdjudication => ({
  payerId: 'PRIOR1',
  paid,
  procedure,
  units,
  adjustments: contractual(cents(charge - paid)),
  adjudicationDate: '2026-05-04',
});

/** What another payer paid, of the whole claim or line by line, as a share of each charge. */
const decide = (
  lines: Line[],
  decided: Decided,
  share: number,
): Pick<ProfessionalClaim, 'lines' | 'otherPayers'> => {
  const payments = lines.map(({ charge }) => cents(Math.floor(charge * share)));
  const charged = sum(lines.map(({ charge }) => charge));
  const paid = sum(payments);
  const base = otherPayer();
  if (decided === 'not yet') return { lines, otherPayers: [base] };
  if (decided === 'by line') {
    const decisions = lines.map((line, index) => decisionOn(line, payments[index] ?? cents(0)));
    return {
      lines: lines.map((line, index) => ({ ...line, adjudications: decisions.slice(index, index + 1) })),
      otherPayers: [{ ...base, paid }],
    };
  }
  const payer: OtherPayer = {
    ...base,
    paid,
    adjustments: contractual(cents(charged - paid)),
    payer: {
      entityType: '2',
      name: 'PRIOR HEALTH',
      idQualifier: 'PI',
      id: 'PRIOR1',
      adjudicationDate: '2026-05-04',
    },
  };
  return { lines, otherPayers: [payer] };
};

const anyDecision = fc.option(
  fc.record({
    decided: fc.constantFrom<Decided[]>('not yet', 'as a whole', 'by line'),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { nil: undefined },
);

const anyLines = (diagnoses: number): fc.Arbitrary<Line[]> =>
  fc
    .array(anyLine(diagnoses), { minLength: 1, maxLength: 6 })
    .map((lines) =>
      lines.map((line, index) => ({ ...line, lineNumber: index + 1, lineControlNumber: `L${index + 1}` })),
    );

/** Claims that the guide and its rules have nothing against. */
export const anyClaim: fc.Arbitrary<ProfessionalClaim> = anyDiagnoses
  .chain((diagnoses) =>
    fc.tuple(
      fc.constant(diagnoses),
      anyLines(diagnoses.length),
      anyFrequency,
      anyCause,
      anyDecision,
      anyText,
    ),
  )
  .map(([diagnoses, lines, frequency, cause, decision, number]) =>
    claim({
      patientControlNumber: number,
      totalCharge: sum(lines.map(({ charge }) => charge)),
      diagnoses,
      ...frequency,
      ...cause,
      ...(decision === undefined ? { lines } : decide(lines, decision.decided, decision.share)),
    }),
  );

const anyClaims = fc.array(anyClaim, { minLength: 1, maxLength: 3 });

const anySubscriber: fc.Arbitrary<SubscriberLevel> = fc.oneof(
  anyClaims.map((claims) => subscriberLevel({ claims })),
  anyClaims.map((claims) => familyLevel({ claims })),
);

/** Sets that the guide and its rules have nothing against. */
export const anyClaimSet: fc.Arbitrary<ProfessionalClaimSet> = fc
  .array(anySubscriber, { minLength: 1, maxLength: 3 })
  .map((subscribers) => claimSet(...subscribers));
