import { AdjustmentGroup, type ClassTerms } from './class-rule.ts';

/**
 * Our rules, behind those of a practice. A denial is known by its reason, never by CLP02 (X12 RFI 1423, 1885), and what
 * is not listed is one: a person decides. What is posted is classed anew with these whenever it is read; so a rule
 * that changes gets a last day (`to`), and its successor a first one (`from`): payments before it stay what they were.
 */
export const defaultClasses: readonly ClassTerms[] = [
  // Deductible, coinsurance, copay; blood deductible; Medicaid's monthly share; copay under the low-income subsidy;
  // deductible and coinsurance of professional services on an institutional claim.
  { reasons: ['1', '2', '3', '66', '142', '241', '247', '248'], groups: ['PR'], class: 'patient-share' },
  // What Medicare did not consider for its type of bill: of group PR only.
  { reasons: ['229'], groups: ['PR'], class: 'patient-share' },
  // Paid out of the patient's spending account with this payment, which it raises: the patient owes so much less.
  { reasons: ['187'], groups: AdjustmentGroup.options, amounts: 'negative', class: 'patient-share' },
  // Left to the account, which pays by itself; nobody but group PR may be asked the patient for it.
  { reasons: ['187'], class: 'receivable', ofWhole: 'receivable' },
  { reasons: ['23'], class: 'prior-payer' },
  // Not the patient's by law or agreement, such as the cost share of Qualified Medicare Beneficiaries: the next payer's.
  { reasons: ['209'], groups: ['OA'], class: 'next-payer' },
  // Fee schedule; capitation.
  { reasons: ['45', '24'], class: 'contractual' },
  // Multiple procedures; provider's specialty; a component was paid before.
  { reasons: ['59', '172', 'B10'], class: 'contractual' },
  // Fee schedules of workers' compensation, auto and liability; discounts of their networks.
  { reasons: ['P12', 'P23', 'P29', 'P24', 'P25', 'P26'], class: 'contractual' },
  // Discounts: prompt pay, promotional, negotiated for the claim.
  { reasons: ['44', '103', '131'], class: 'contractual' },
  // ESRD network; demonstration; surcharges and health taxes; other law; Medicare's type of bill 12X.
  { reasons: ['118', '132', '137', '223', '229'], class: 'contractual' },
  // The provider employs the subscriber; deductible waived by contract; cost share of Qualified Medicare Beneficiaries,
  // whom nobody may bill.
  { reasons: ['139', '281', '303'], groups: ['CO'], class: 'contractual' },
  // Sequestration; interest or penalty; MIPS and other bonuses and penalties.
  { reasons: ['253', '225', '144', '161', '237'], class: 'contractual', ofWhole: 'contractual' },
  // A code that is only reported, charged a cent where software charges nothing for nothing.
  { reasons: ['246'], class: 'informational', ofWhole: 'informational' },
  // Withheld by managed care, as tax, by a performance program; deferred.
  { reasons: ['104', '105', '245', '143'], class: 'receivable', ofWhole: 'receivable' },
];
