import type { Desk } from '../domain/practice.ts';
import type { ClaimAction } from '../domain/task.ts';

/** How a practice works a denial by default: which desk, what first, and why. */
export type CarcRule = {
  readonly words: string;
  readonly owner: Desk;
  readonly actions: readonly [ClaimAction, ...ClaimAction[]];
  readonly advice: string;
};

const rule = (
  words: string,
  owner: Desk,
  actions: readonly [ClaimAction, ...ClaimAction[]],
  advice: string,
): CarcRule => ({ words, owner, actions, advice });

const missingData = 'Read the remark codes, mend what they name and send the claim again.';
const bundled =
  'Check the NCCI edit for the date of service: without a modifier indicator the line is written off; with one, and when the note shows a separate service, add the modifier and resubmit.';
const authorization =
  'Look for an authorization that covers the service and resubmit with its number; otherwise ask for a retroactive one or appeal.';
const eligibility = 'Check coverage on the date of service again; bill other coverage before the patient.';
const records =
  'Send the records that show why the service was needed, or correct the code down to what they show.';
const coordination = 'Find out which payer is primary, bill it first, then this payer with its remittance.';
const capitation =
  'Under capitation write the charge off to it; check that patient and service are in it on the date of service.';
const enrolment = 'Check enrolment and taxonomy of the rendering provider, mend them and resubmit.';

/**
 * Default routing by CARC, after CAQH CORE 360's four business scenarios and Medicare contractors' decision trees.
 * It is policy and no payer's rule; the words are ours. A code that is not here goes to a biller.
 */
export const carcRules: Readonly<Record<string, CarcRule>> = {
  '4': rule(
    'Modifier missing or inconsistent',
    'coder',
    ['resubmit', 'appeal', 'write-off'],
    'Correct the modifier only as the note documents it.',
  ),
  '5': rule(
    'Procedure does not fit the place of service',
    'biller',
    ['resubmit', 'write-off'],
    'Correct the place of service and resubmit.',
  ),
  '6': rule(
    'Procedure does not fit the patient’s age',
    'front-desk',
    ['resubmit', 'write-off'],
    'Verify the date of birth, then the code.',
  ),
  '7': rule(
    'Procedure does not fit the patient’s gender',
    'front-desk',
    ['resubmit', 'write-off'],
    'Verify the demographics, then the code.',
  ),
  '9': rule(
    'Diagnosis does not fit the patient’s age',
    'front-desk',
    ['resubmit', 'write-off'],
    'Verify the date of birth, then the code.',
  ),
  '10': rule(
    'Diagnosis does not fit the patient’s gender',
    'front-desk',
    ['resubmit', 'write-off'],
    'Verify the demographics, then the code.',
  ),
  '11': rule(
    'Diagnosis does not support the procedure',
    'coder',
    ['resubmit', 'appeal', 'write-off'],
    'Compare pointers and diagnoses with the note; never choose a diagnosis to be paid.',
  ),
  '15': rule(
    'Authorization number missing or invalid',
    'authorizations',
    ['resubmit', 'appeal', 'write-off'],
    authorization,
  ),
  '16': rule('Information is missing or invalid', 'biller', ['resubmit', 'write-off'], missingData),
  '18': rule(
    'Exact duplicate',
    'biller',
    ['write-off', 'keep-waiting', 'resubmit'],
    'Find the original claim first; never send the same claim blindly again.',
  ),
  '19': rule(
    'Work injury: another carrier is liable',
    'front-desk',
    ['bill-next-payer', 'write-off'],
    'Obtain the carrier and bill it.',
  ),
  '20': rule(
    'Injury: a liability carrier is liable',
    'front-desk',
    ['bill-next-payer', 'write-off'],
    'Obtain the carrier and bill it.',
  ),
  '21': rule(
    'Injury: a no-fault carrier is liable',
    'front-desk',
    ['bill-next-payer', 'write-off'],
    'Obtain the carrier and bill it.',
  ),
  '22': rule(
    'Another payer may be primary',
    'front-desk',
    ['resubmit', 'bill-next-payer', 'write-off'],
    coordination,
  ),
  '23': rule(
    'States payers before this one, of whom there are none',
    'front-desk',
    ['resubmit', 'bill-next-payer', 'write-off'],
    coordination,
  ),
  '24': rule('Capitation takes the whole charge', 'biller', ['write-off', 'resubmit', 'appeal'], capitation),
  '26': rule('Before coverage began', 'front-desk', ['bill-patient', 'resubmit', 'write-off'], eligibility),
  '27': rule('After coverage ended', 'front-desk', ['bill-patient', 'resubmit', 'write-off'], eligibility),
  '29': rule(
    'The filing limit has passed',
    'biller',
    ['appeal', 'write-off'],
    'With proof of timely filing (837, 999, 277CA) appeal; otherwise write off: under CO the patient is not liable.',
  ),
  '31': rule(
    'The patient is not known as insured',
    'front-desk',
    ['resubmit', 'bill-patient', 'write-off'],
    'Verify member number, name and date of birth, then send a new claim.',
  ),
  '39': rule(
    'Services denied when authorization was asked',
    'authorizations',
    ['resubmit', 'appeal', 'write-off'],
    authorization,
  ),
  '45': rule(
    'The fee schedule takes the whole charge',
    'biller',
    ['appeal', 'resubmit', 'write-off'],
    'Compare with the contract: a service that it prices is underpaid, one that it does not may be coded wrong.',
  ),
  '49': rule(
    'Routine or preventive service',
    'coder',
    ['resubmit', 'bill-patient', 'write-off'],
    'Check the order of diagnoses and modifiers 25 and 33.',
  ),
  '50': rule(
    'Not deemed medically necessary',
    'appeals',
    ['appeal', 'resubmit', 'write-off'],
    'Check the coverage policy; appeal with the records that show the need. The patient may be billed only with a valid advance notice.',
  ),
  '55': rule('Deemed experimental', 'appeals', ['appeal', 'write-off'], 'Appeal with literature.'),
  '58': rule(
    'Place of service invalid',
    'biller',
    ['resubmit', 'write-off'],
    'Correct the place of service and resubmit.',
  ),
  '59': rule('Multiple or concurrent procedure rules', 'coder', ['write-off', 'resubmit', 'appeal'], bundled),
  '95': rule(
    'Plan procedures were not followed',
    'appeals',
    ['appeal', 'write-off'],
    'Read the remark codes and the plan’s policy.',
  ),
  '96': rule(
    'Charge is not covered',
    'biller',
    ['resubmit', 'bill-patient', 'appeal', 'write-off'],
    'Read the remark codes: a coding error is corrected, a benefit exclusion goes to the patient under PR.',
  ),
  '97': rule('Paid within another service', 'coder', ['write-off', 'resubmit', 'appeal'], bundled),
  '100': rule(
    'Paid to the patient',
    'biller',
    ['bill-patient', 'write-off', 'appeal'],
    'Collect it from the patient, who has the money, where it is put to group PR; otherwise ask the payer whom it paid.',
  ),
  '107': rule(
    'The related claim is missing',
    'coder',
    ['resubmit', 'write-off'],
    'Bill the base service first.',
  ),
  '109': rule(
    'Not this payer’s claim',
    'front-desk',
    ['resubmit', 'bill-next-payer', 'write-off'],
    'Find the right payer or contractor and send a new claim.',
  ),
  '119': rule(
    'Benefit maximum reached',
    'biller',
    ['bill-next-payer', 'bill-patient', 'write-off'],
    'Bill the next payer, else the patient under PR.',
  ),
  '129': rule(
    'Prior payer’s data is wrong',
    'biller',
    ['resubmit', 'write-off'],
    'Mend the amounts of the prior payer and resubmit.',
  ),
  '140': rule(
    'Member number and name do not match',
    'front-desk',
    ['resubmit', 'write-off'],
    'Verify both with the card and send a new claim.',
  ),
  '146': rule(
    'Diagnosis invalid on the date of service',
    'coder',
    ['resubmit', 'write-off'],
    'Correct the code by the edition of the date of service.',
  ),
  '147': rule(
    'Contracted rate is not on file',
    'biller',
    ['appeal', 'write-off'],
    'Ask the payer’s contract desk.',
  ),
  '150': rule('Level of service not supported', 'coder', ['appeal', 'resubmit', 'write-off'], records),
  '151': rule('Frequency not supported', 'coder', ['appeal', 'resubmit', 'write-off'], records),
  '152': rule('Length of service not supported', 'coder', ['appeal', 'resubmit', 'write-off'], records),
  '163': rule(
    'Attachment not received',
    'records',
    ['resubmit', 'appeal', 'write-off'],
    'Send the attachment within the payer’s window.',
  ),
  '167': rule(
    'Diagnosis is not covered',
    'coder',
    ['appeal', 'resubmit', 'write-off'],
    'Review the diagnosis against the note; appeal when it stands.',
  ),
  '170': rule('Not payable to this kind of provider', 'credentialing', ['resubmit', 'write-off'], enrolment),
  '172': rule('Not payable to this specialty', 'credentialing', ['resubmit', 'write-off'], enrolment),
  '177': rule(
    'Eligibility requirements not met',
    'front-desk',
    ['resubmit', 'bill-patient', 'write-off'],
    eligibility,
  ),
  '181': rule(
    'Procedure invalid on the date of service',
    'coder',
    ['resubmit', 'write-off'],
    'Correct the code by the edition of the date of service.',
  ),
  '182': rule(
    'Modifier invalid on the date of service',
    'coder',
    ['resubmit', 'write-off'],
    'Correct the modifier by the date of service.',
  ),
  '183': rule(
    'Referring provider not eligible',
    'biller',
    ['resubmit', 'write-off'],
    'Correct the referring provider’s NPI.',
  ),
  '185': rule('Rendering provider not eligible', 'credentialing', ['resubmit', 'write-off'], enrolment),
  '197': rule('Authorization absent', 'authorizations', ['resubmit', 'appeal', 'write-off'], authorization),
  '198': rule('Authorization exceeded', 'authorizations', ['appeal', 'resubmit', 'write-off'], authorization),
  '200': rule(
    'During a lapse in coverage',
    'front-desk',
    ['bill-patient', 'resubmit', 'write-off'],
    eligibility,
  ),
  '204': rule(
    'Not covered by the plan',
    'biller',
    ['bill-patient', 'bill-next-payer', 'appeal', 'write-off'],
    'Under PR the patient owes it; otherwise read the remark codes.',
  ),
  '206': rule('NPI missing', 'biller', ['resubmit', 'write-off'], enrolment),
  '208': rule('NPI not matched', 'credentialing', ['resubmit', 'write-off'], enrolment),
  '209': rule(
    'Not the patient’s by law or agreement, and no payer comes after this one',
    'front-desk',
    ['resubmit', 'write-off'],
    'Nobody may ask the patient for it. Look for a further coverage, such as Medicaid of a Qualified Medicare Beneficiary; without one it is written off.',
  ),
  '222': rule(
    'More units than the payer allows',
    'coder',
    ['appeal', 'resubmit', 'write-off'],
    'Check the MUE and its adjudication indicator for the date of service.',
  ),
  '226': rule(
    'Information asked of the provider was not sent',
    'records',
    ['resubmit', 'appeal', 'write-off'],
    'Send what the payer asked for.',
  ),
  '227': rule(
    'Information asked of the patient was not sent',
    'front-desk',
    ['keep-waiting', 'bill-patient', 'write-off'],
    'Ask the patient to answer the payer.',
  ),
  '231': rule('Mutually exclusive procedures', 'coder', ['write-off', 'resubmit', 'appeal'], bundled),
  '234': rule('Not paid separately', 'coder', ['write-off', 'resubmit', 'appeal'], bundled),
  '236': rule('NCCI pair', 'coder', ['write-off', 'resubmit', 'appeal'], bundled),
  '242': rule(
    'Not a network provider',
    'biller',
    ['appeal', 'bill-patient', 'write-off'],
    'Check the network status, a gap exception and the No Surprises Act.',
  ),
  '252': rule(
    'An attachment is required',
    'records',
    ['resubmit', 'write-off'],
    'Send the attachment within the payer’s window.',
  ),
  '256': rule(
    'Not payable under the contract',
    'biller',
    ['write-off', 'appeal'],
    'Compare with the contract before writing off.',
  ),
  A1: rule(
    'Claim denied',
    'biller',
    ['resubmit', 'appeal', 'write-off'],
    'Read the remark codes; without any, call the payer.',
  ),
  B7: rule(
    'Provider not certified on the date of service',
    'credentialing',
    ['resubmit', 'write-off'],
    enrolment,
  ),
  B10: rule('A component was paid before', 'coder', ['write-off', 'resubmit', 'appeal'], bundled),
  B11: rule(
    'Handed on to the payer whose it is',
    'biller',
    ['keep-waiting', 'resubmit', 'write-off'],
    'The other payer answers by itself. Wait for it, and ask this one to whom the claim went if nothing comes.',
  ),
  B13: rule('Paid before', 'biller', ['write-off', 'keep-waiting'], 'Find the first payment.'),
  B15: rule(
    'The qualifying service is missing',
    'coder',
    ['resubmit', 'write-off'],
    'Bill the base service.',
  ),
  B16: rule(
    'New-patient rule not met',
    'coder',
    ['resubmit', 'write-off'],
    'Look back three years; correct to an established visit.',
  ),
  B20: rule(
    'Furnished by another provider',
    'appeals',
    ['appeal', 'write-off'],
    'Verify who rendered the service and appeal with records.',
  ),
};

/** The payer names another one that comes before it (NM1*PR), which is not among those of the claim, or not to be billed so. */
export const otherPayerFirst: CarcRule = rule(
  'Another payer comes first',
  'front-desk',
  ['resubmit', 'write-off'],
  'Ask the patient about the coverage named, register it as the first one with its member number, and have the visit billed to it; where it does not exist, have the patient tell the payer so, and send the claim again.',
);

/** What lowers a charge by contract or law, and takes more of it than may go without a look. */
export const wholeReduction: CarcRule = rule(
  'A reduction that is routine in part',
  'biller',
  ['appeal', 'write-off', 'resubmit'],
  'Compare with the contract or the fee schedule: appeal what it does not take, write off what it does.',
);

export const otherCarc: CarcRule = rule(
  'Denied',
  'biller',
  ['resubmit', 'appeal', 'write-off'],
  'Look the reason up with the payer and decide.',
);

/** Reasons of benefit and coverage, for which a patient's next payer is billed; 209: not the patient's, a later payer's. */
export const nextPayerReasons: ReadonlySet<string> = new Set(
  '19 20 21 22 23 26 27 32 33 35 49 96 109 119 149 177 200 204 209'.split(' '),
);

/** Reasons that say that the claim is wrong, and not who pays: another payer would find the same. */
export const dataErrors: ReadonlySet<string> = new Set(
  '4 5 6 7 9 10 11 13 15 16 18 29 31 39 58 107 129 140 146 163 181 182 183 197 198 206 207 208 226 227 251 252 B15 B16'.split(
    ' ',
  ),
);
