import type { Address, Coverage, Relationship } from '../../domain/party.ts';
import type { Payer } from '../../domain/payer.ts';
import {
  type FormClaim,
  type Insured,
  insuredOf,
  isMedicare,
  isMedicareFirst,
  otherPayersOf,
} from './form-claim.ts';
import { type Filled, mark, noBox, oneOnly, put } from './form-entry.ts';
import {
  formNumber,
  formValue,
  formWords,
  personName,
  postalCodeOf,
  putDate,
  streetOf,
} from './form-text.ts';
import { grid } from './grid.ts';

type InsuranceKind = keyof typeof grid.insuranceKind;

/** SBR09 of what has a box of its own; all else is a group's plan where there is a group, or "other". */
const kinds: Readonly<Record<string, InsuranceKind>> = {
  MA: 'medicare',
  MB: 'medicare',
  MC: 'medicaid',
  CH: 'tricare',
  VA: 'champva',
};

/** SBR09 of health plans that groups have. */
const groupPlans = ['12', '13', '14', '15', 'BL', 'CI', 'FI', 'HM'];

const kindOf = ({ claimFilingIndicator }: Payer, { groupNumber }: Coverage): InsuranceKind =>
  kinds[claimFilingIndicator] ??
  (groupNumber && groupPlans.includes(claimFilingIndicator) ? 'group' : 'other');

/** The payer's name above the form, and boxes 1 and 1a. */
export const payerBoxes = ({ claim: { coverage }, payer }: FormClaim): Filled => [
  ...put(grid.carrier, formWords(payer.name)),
  ...mark(grid.insuranceKind[kindOf(payer, coverage)]),
  ...put(grid.memberId, formValue(coverage.memberId)),
];

/** Boxes 2, 3 and 5. */
export const patientBoxes = ({ claim: { patient } }: FormClaim): Filled => [
  ...put(grid.patientName, personName(patient)),
  ...putDate(grid.patientBirth, patient.dateOfBirth),
  ...(patient.gender === 'U'
    ? [noBox('patient.gender', 'Box 3 has no place for an unknown sex: it is left empty')]
    : mark(grid.patientSex[patient.gender])),
  ...putAddress(grid.patientAddress, patient.address),
];

const putAddress = (
  field: typeof grid.patientAddress | typeof grid.insuredAddress,
  address: Address,
): Filled => [
  ...put(field.street, streetOf(address)),
  ...put(field.city, formWords(address.city)),
  ...put(field.state, address.state),
  ...put(field.postalCode, postalCodeOf(address)),
];

/**
 * Boxes 4, 6, 7, 11 to 11c and 11d. They tell of the payer that is billed; where that is Medicare, of the payer before it,
 * and of nobody where it is the first.
 */
export const insuredBoxes = (form: FormClaim): Filled => {
  const { claim, payer } = form;
  if (isMedicareFirst(form)) return put(grid.policy, 'NONE');
  if (!isMedicare(payer)) {
    const { coverage } = claim;
    const others = otherPayersOf(claim).length > 0;
    return [
      ...policyBoxes(form, { coverage, payerName: payer.name, policy: coverage.groupNumber }),
      ...mark(others ? grid.anotherPlan.yes : grid.anotherPlan.no),
    ];
  }
  const [first] = claim.priorPayers;
  if (!first) return [noBox('box 11', 'The payer before Medicare is not known: box 11 is left empty')];
  const { coverage, payerName } = first;
  return policyBoxes(form, { coverage, payerName, policy: coverage.groupNumber ?? coverage.memberId });
};

/** Box 4 of a claim for an injury at work names the employer. */
const insuredName = (insured: Insured): string =>
  'name' in insured ? formWords(insured.name) : personName(insured);

/** Box 6 knows no employees. */
const boxedRelationship = (relationship: Relationship): keyof typeof grid.relationship =>
  relationship === 'employee' ? 'other' : relationship;

type Policy = {
  readonly coverage: Coverage;
  readonly payerName: string;
  readonly policy: string | undefined;
};

const policyBoxes = ({ claim }: FormClaim, { coverage, payerName, policy }: Policy): Filled => {
  const insured = insuredOf(claim, coverage);
  const casualtyNumber = claim.visit?.accident?.claimNumber;
  return [
    ...put(grid.insuredName, insuredName(insured)),
    ...mark(grid.relationship[boxedRelationship(coverage.relationship)]),
    ...(insured.address ? putAddress(grid.insuredAddress, insured.address) : []),
    ...put(grid.policy, policy && formNumber(policy)),
    ...putDate(grid.insuredBirth, insured.dateOfBirth),
    ...(insured.gender === undefined || insured.gender === 'U' ? [] : mark(grid.insuredSex[insured.gender])),
    ...(casualtyNumber === undefined
      ? []
      : [...put(grid.otherClaimQualifier, 'Y4'), ...put(grid.otherClaimId, formValue(casualtyNumber))]),
    ...put(grid.plan, formWords(payerName)),
  ];
};

/** Boxes 9 to 9d: one payer beside the one that is billed. On claims to Medicare they are for Medigap alone. */
export const otherInsuranceBoxes = ({ claim, payer }: FormClaim): Filled => {
  if (isMedicare(payer)) return claim.nextPayers.map(afterMedicare);
  const [other, ...further] = otherPayersOf(claim);
  if (!other) return [];
  const { coverage, payerName } = other;
  return [
    ...put(grid.otherInsuredName, insuredName(insuredOf(claim, coverage))),
    ...put(grid.otherPolicy, formNumber(coverage.groupNumber ?? coverage.memberId)),
    ...put(grid.otherPlan, formWords(payerName)),
    ...further.map((one) => oneOnly('9', `It names one other payer: ${one.payerName} is left out`)),
  ];
};

const afterMedicare = ({ payerName }: { readonly payerName: string }) =>
  noBox('box 9', `On claims to Medicare it is for Medigap alone: ${payerName} is not named`);
