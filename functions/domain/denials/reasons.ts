/** Where denials begin, so that they can be counted by it: whose work would have kept the payer from denying. */
export const rootCauses = [
  'registration',
  'eligibility',
  'authorization',
  'coding',
  'documentation',
  'timely-filing',
  'duplicate',
  'coordination',
  'enrolment',
  'payer',
  'other',
] as const;
export type RootCause = (typeof rootCauses)[number];

/** What is known of a reason (CARC) whoever the payer is: it is data about codes, and no practice changes it. */
export type ReasonFacts = {
  /** In our own words: the official ones are X12's. */
  readonly words: string;
  readonly cause: RootCause;
  /** benefit: who pays, so that the next payer may · data: the claim is wrong, and the next payer would find the same. */
  readonly about?: 'benefit' | 'data';
  /** The edits of docs/edits.md that look for it before the claim goes out. */
  readonly edits: readonly string[];
};

const fact = (words: string, cause: RootCause, about?: ReasonFacts['about'], edits = ''): ReasonFacts => ({
  words,
  cause,
  ...(about && { about }),
  edits: edits === '' ? [] : edits.split(' '),
});

/** After the owners of the default policy (X12’s short list of what each code says, CAQH CORE 360’s scenarios). */
export const reasonFacts: Readonly<Record<string, ReasonFacts>> = {
  '4': fact(
    'Modifier missing or inconsistent',
    'coding',
    'data',
    'filing-telehealth filing-telehealth-place filing-anesthesia-modifier filing-anesthesia-contradiction diagnosis-side modifier-unknown modifier-not-in-force modifier-order modifier-qw-first modifier-exclusive modifier-59-with-x modifier-76-on-visit modifier-91-not-a-test modifier-of-facility modifier-after-surgery modifier-therapy modifier-assistant-kind modifier-bilateral modifier-component modifier-57-with-minor',
  ),
  '5': fact(
    'Procedure does not fit the place of service',
    'coding',
    'data',
    'filing-place-of-service filing-service-at-distance filing-telehealth filing-telehealth-place modifier-component-in-hospital',
  ),
  '6': fact('Procedure does not fit the patient’s age', 'registration', 'data'),
  '7': fact('Procedure does not fit the patient’s gender', 'registration', 'data'),
  '8': fact('Procedure does not fit the provider’s specialty', 'enrolment', 'data'),
  '9': fact('Diagnosis does not fit the patient’s age', 'registration', 'data', 'diagnosis-age-conflict'),
  '10': fact('Diagnosis does not fit the patient’s gender', 'registration', 'data', 'diagnosis-sex-conflict'),
  '11': fact(
    'Diagnosis does not support the procedure',
    'coding',
    'data',
    'coverage-needs-secondary diagnosis-preventive diagnosis-spinal-manipulation diagnosis-side',
  ),
  '13': fact('The patient died before the service', 'registration', 'data', 'identity-death-before-service'),
  '14': fact(
    'The service is before the date of birth',
    'registration',
    'data',
    'identity-birth-after-service',
  ),
  '15': fact('Authorization number missing or invalid', 'authorization', 'data', 'filing-authorization'),
  '16': fact(
    'Information is missing or invalid',
    'documentation',
    'data',
    'filing-accident-date filing-drug-code',
  ),
  '18': fact(
    'Exact duplicate',
    'duplicate',
    'data',
    'procedure-duplicate modifier-two-visits history-duplicate',
  ),
  '19': fact(
    'Work injury: another carrier is liable',
    'coordination',
    'benefit',
    'filing-workers-compensation filing-liable-first',
  ),
  '20': fact('Injury: a liability carrier is liable', 'coordination', 'benefit', 'filing-auto-insurer'),
  '21': fact(
    'Injury: a no-fault carrier is liable',
    'coordination',
    'benefit',
    'filing-auto-insurer filing-auto-first',
  ),
  '22': fact(
    'Another payer may be primary',
    'coordination',
    'benefit',
    'filing-medicare-secondary filing-medicaid-last filing-medigap filing-medicare-reason',
  ),
  '23': fact('States payers before this one, of whom there are none', 'coordination', 'benefit'),
  '24': fact('Capitation takes the whole charge', 'payer'),
  '26': fact('Before coverage began', 'eligibility', 'benefit'),
  '27': fact('After coverage ended', 'eligibility', 'benefit'),
  '29': fact('The filing limit has passed', 'timely-filing', 'data', 'filing-limit'),
  '31': fact(
    'The patient is not known as insured',
    'registration',
    'data',
    'identity-member-id identity-member-pattern identity-relation',
  ),
  '32': fact('Not an eligible dependent', 'eligibility', 'benefit'),
  '33': fact('The plan covers no dependents', 'eligibility', 'benefit'),
  '35': fact('Lifetime benefit maximum reached', 'eligibility', 'benefit'),
  '39': fact('Services denied when authorization was asked', 'authorization', 'data'),
  '45': fact('The fee schedule takes the whole charge', 'payer'),
  '49': fact('Routine or preventive service', 'coding', 'benefit', 'diagnosis-preventive'),
  '50': fact(
    'Not deemed medically necessary',
    'documentation',
    undefined,
    'coverage-not-covered coverage-needs-secondary',
  ),
  '54': fact(
    'Assistants are not covered for the procedure',
    'coding',
    undefined,
    'modifier-assistant modifier-assistant-kind',
  ),
  '55': fact('Deemed experimental', 'documentation'),
  '58': fact('Place of service invalid', 'coding', 'data', 'filing-place-unknown filing-place-of-service'),
  '59': fact('Multiple or concurrent procedure rules', 'coding'),
  '95': fact('Plan procedures were not followed', 'authorization'),
  '96': fact('Charge is not covered', 'eligibility', 'benefit', 'procedure-not-paid-by-medicare'),
  '97': fact(
    'Paid within another service',
    'coding',
    undefined,
    'procedure-not-paid-by-medicare modifier-two-visits modifier-visit-with-procedure modifier-57-with-minor ncci-ptp history-global-visit history-global-procedure history-global-billed',
  ),
  '100': fact('Paid to the patient', 'payer'),
  '107': fact('The related claim is missing', 'coding', 'data', 'ncci-add-on'),
  '109': fact('Not this payer’s claim', 'coordination', 'benefit', 'modifier-component-in-hospital'),
  '110': fact('Billed before the service', 'registration', 'data', 'filing-service-in-future'),
  '119': fact('Benefit maximum reached', 'eligibility', 'benefit', 'history-frequency'),
  '129': fact('Prior payer’s data is wrong', 'coordination', 'data'),
  '140': fact('Member number and name do not match', 'registration', 'data'),
  '146': fact('Diagnosis invalid on the date of service', 'coding', 'data', 'diagnosis-not-in-force'),
  '147': fact('Contracted rate is not on file', 'payer'),
  '149': fact('Lifetime maximum of the service reached', 'eligibility', 'benefit'),
  '150': fact('Level of service not supported', 'documentation'),
  '151': fact('Frequency not supported', 'documentation', undefined, 'ncci-mue history-frequency'),
  '152': fact('Length of service not supported', 'documentation'),
  '163': fact('Attachment not received', 'documentation', 'data'),
  '164': fact('Attachment not received in time', 'documentation', 'data'),
  '167': fact('Diagnosis is not covered', 'coding'),
  '170': fact('Not payable to this kind of provider', 'enrolment', undefined, 'identity-not-enrolled'),
  '171': fact('Not payable to this kind of provider at this place', 'enrolment'),
  '172': fact('Not payable to this specialty', 'enrolment'),
  '177': fact('Eligibility requirements not met', 'eligibility', 'benefit'),
  '181': fact('Procedure invalid on the date of service', 'coding', 'data', 'procedure-not-in-force'),
  '182': fact('Modifier invalid on the date of service', 'coding', 'data', 'modifier-not-in-force'),
  '183': fact('Referring provider not eligible', 'registration', 'data'),
  '184': fact('Ordering provider not eligible', 'registration', 'data', 'filing-ordering-credential'),
  '185': fact('Rendering provider not eligible', 'enrolment', undefined, 'identity-not-enrolled'),
  '197': fact(
    'Authorization absent',
    'authorization',
    'data',
    'filing-authorization filing-authorization-use',
  ),
  '198': fact('Authorization exceeded', 'authorization', 'data', 'filing-authorization-use'),
  '200': fact('During a lapse in coverage', 'eligibility', 'benefit'),
  '204': fact('Not covered by the plan', 'eligibility', 'benefit'),
  '206': fact('NPI missing', 'registration', 'data'),
  '207': fact('NPI has a wrong form', 'registration', 'data'),
  '208': fact('NPI not matched', 'enrolment', 'data', 'identity-npi-not-registered identity-npi-deactivated'),
  '209': fact(
    'Not the patient’s by law or agreement, and no payer comes after this one',
    'coordination',
    'benefit',
  ),
  '216': fact('A review organization found against it', 'documentation'),
  '222': fact('More units than the payer allows', 'coding', undefined, 'ncci-mue'),
  '226': fact('Information asked of the provider was not sent', 'documentation', 'data'),
  '227': fact('Information asked of the patient was not sent', 'documentation', 'data'),
  '231': fact('Mutually exclusive procedures', 'coding'),
  '234': fact('Not paid separately', 'coding'),
  '236': fact('NCCI pair', 'coding', undefined, 'ncci-ptp'),
  '242': fact('Not a network provider', 'enrolment'),
  '243': fact('Not authorized by the primary care provider', 'authorization', 'data'),
  '251': fact('The attachment was incomplete', 'documentation', 'data'),
  '252': fact('An attachment is required', 'documentation', 'data'),
  '256': fact('Not payable under the contract', 'payer'),
  '258': fact('The patient was in custody', 'eligibility'),
  '272': fact('Coverage guidelines were not met', 'documentation'),
  '273': fact('Coverage guidelines were exceeded', 'documentation'),
  '276': fact('A payer before this one denied it', 'coordination', 'data'),
  '288': fact('Referral absent', 'authorization', 'data'),
  A1: fact('Claim denied', 'other'),
  B7: fact(
    'Provider not certified on the date of service',
    'enrolment',
    undefined,
    'identity-npi-deactivated identity-not-enrolled filing-clia filing-clia-reference modifier-qw-first',
  ),
  B9: fact('The patient is in a hospice', 'coding'),
  B10: fact('A component was paid before', 'coding'),
  B11: fact('Handed on to the payer whose it is', 'coordination'),
  B13: fact('Paid before', 'duplicate'),
  B15: fact('The qualifying service is missing', 'coding', 'data'),
  B16: fact(
    'New-patient rule not met',
    'coding',
    'data',
    'filing-patient-type history-new-patient history-billed-as-new',
  ),
  B20: fact('Furnished by another provider', 'payer'),
  B22: fact('Adjusted by the diagnosis', 'coding'),
};

/** Of a reason that the table does not have. */
export const unknownReason: ReasonFacts = fact('Denied', 'other');

export const factsOfReason = (reason: string): ReasonFacts => reasonFacts[reason] ?? unknownReason;
