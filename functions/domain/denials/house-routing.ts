import type { AdjustmentGroup } from '../ledger/class-rule.ts';
import type { Desk } from '../practice.ts';
import type { HouseRule, Route, RoutedAction, RoutingCondition } from './routing-rule.ts';

/** The actions of a rule by their first letters, the recommended one first. */
const actionsBy: ReadonlyMap<string, RoutedAction> = new Map([
  ['R', 'resubmit'],
  ['A', 'appeal'],
  ['N', 'bill-next-payer'],
  ['P', 'bill-patient'],
  ['W', 'write-off'],
  ['K', 'keep-waiting'],
]);

const actionBy = (letter: string): RoutedAction => {
  const action = actionsBy.get(letter);
  if (!action) throw new Error(`No action is written ${letter}`);
  return action;
};

const route = (desk: Desk, letters: string, advice: string): Route => ({
  desk,
  actions: [...letters].map(actionBy),
  advice,
});

const row = (ruleId: string, when: RoutingCondition, then: Route): HouseRule => ({ ruleId, when, then });

const carc = (reasons: string, ...groups: AdjustmentGroup[]): RoutingCondition => ({
  reasons: reasons.split(' '),
  ...(groups.length > 0 && { groups }),
});

const carcWith = (reasons: string, remarks: string): RoutingCondition => ({
  ...carc(reasons),
  remarks: remarks.split(' '),
});

const missingData = 'Read the remark codes, mend what they name and send the claim again.';
const bundled =
  'Check the NCCI edit for the date of service: without a modifier indicator the line is written off; with one, and when the note shows a separate service, add the modifier and resubmit.';
const authorization =
  'Look for an authorization that covers the service and resubmit with its number; otherwise ask for a retroactive one or appeal.';
const eligibility = 'Check coverage on the date of service again; bill other coverage before the patient.';
const records =
  'Send the records that show why the service was needed, or correct the code down to what they show.';
const coordination = 'Find out which payer is primary, bill it first, then this payer with its remittance.';
const enrolment = 'Check enrolment and taxonomy of the rendering provider, mend them and resubmit.';
const attachment = 'Send the attachment within the payer’s window.';
const place = 'Correct the place of service and resubmit.';
const liable =
  'Obtain the carrier, register it as the first coverage and have the visit billed to it; where nobody is liable, have the payer told so and send the claim again.';
const guidelines = 'Read the remark codes and the plan’s policy.';
const maximum = 'Bill the next payer, else the patient under PR.';
const ofEdition = 'Correct the code by the edition of the date of service.';

/**
 * How a denial is worked where the practice says nothing else: the first row that fits answers. After CAQH CORE 360's
 * four business scenarios and Medicare contractors' decision trees; it is policy and no payer's rule. Groups stand in a
 * row where they change the work: PR leaves it to the patient, everything else to us or the payer.
 */
export const houseRules: readonly HouseRule[] = [
  // What the remark says decides before the reason, which only says that something is missing.
  row(
    'identity-missing',
    carcWith('16', 'N382'),
    route('front-desk', 'RW', 'Verify the member number with the card, then send the claim again.'),
  ),
  row(
    'prior-payer-missing',
    carcWith('16 22 252', 'MA04 N4'),
    route('biller', 'RW', 'Send the claim again with what the payer before this one decided.'),
  ),
  row(
    'records-missing',
    carcWith('16', 'M127 N29 N706'),
    route('records', 'RAW', 'Send the records that the remark names within the payer’s window.'),
  ),
  row(
    'codes-missing',
    carcWith('16', 'M51 M76 N519 N657 N822 N823'),
    route('coder', 'RW', 'Correct the code that the remark names, only as the note documents it.'),
  ),
  row('rendering-missing', carcWith('16', 'N290'), route('credentialing', 'RW', enrolment)),
  row('information-missing', carc('16'), route('biller', 'RW', missingData)),

  row('modifier', carc('4'), route('coder', 'RAW', 'Correct the modifier only as the note documents it.')),
  row('place', carc('5 58'), route('biller', 'RW', place)),
  row('age', carc('6 9'), route('front-desk', 'RW', 'Verify the date of birth, then the code.')),
  row('gender', carc('7 10'), route('front-desk', 'RW', 'Verify the demographics, then the code.')),
  row(
    'dates-of-life',
    carc('13 14'),
    route('front-desk', 'RW', 'Verify who the patient is, and the dates of birth, death and service.'),
  ),
  row(
    'pointers',
    carc('11'),
    route(
      'coder',
      'RAW',
      'Compare pointers and diagnoses with the note; never choose a diagnosis to be paid.',
    ),
  ),
  row('specialty', carc('8'), route('credentialing', 'RW', enrolment)),
  row('authorization', carc('15 39 197 198 243 288'), route('authorizations', 'RAW', authorization)),
  row(
    'duplicate',
    carc('18'),
    route('biller', 'WKR', 'Find the original claim first; never send the same claim blindly again.'),
  ),
  row('liable-carrier', carc('19 20 21'), route('front-desk', 'NRW', liable)),
  row('other-payer', carc('22 23'), route('front-desk', 'RNW', coordination)),
  row(
    'capitation',
    carc('24'),
    route(
      'biller',
      'WRA',
      'Under capitation write the charge off to it; check that patient and service are in it on the date of service.',
    ),
  ),
  row('no-coverage-of-patient', carc('26 27 32 33 200', 'PR'), route('front-desk', 'PRW', eligibility)),
  row('no-coverage', carc('26 27 32 33 200'), route('front-desk', 'RW', eligibility)),
  row(
    'medicare-filing-limit',
    { ...carc('29'), claimFilingIndicators: ['MA', 'MB'] },
    route(
      'biller',
      'RW',
      'Medicare takes no appeal of it: where one of its exceptions holds, ask for it with proof (999, 277CA) and send the claim again; otherwise write off.',
    ),
  ),
  row(
    'filing-limit',
    carc('29'),
    route(
      'biller',
      'AW',
      'With proof of timely filing (837, 999, 277CA) appeal; otherwise write off: under CO the patient is not liable.',
    ),
  ),
  row(
    'not-our-insured',
    carc('31'),
    route('front-desk', 'RPW', 'Verify member number, name and date of birth, then send a new claim.'),
  ),
  row(
    'whole-charge',
    carc('45'),
    route(
      'biller',
      'ARW',
      'Compare with the contract: a service that it prices is underpaid, one that it does not may be coded wrong.',
    ),
  ),
  row(
    'preventive',
    carc('49'),
    route('coder', 'RPW', 'Check the order of diagnoses and modifiers 25 and 33.'),
  ),
  row(
    'not-necessary-of-patient',
    carc('50 55', 'PR'),
    route(
      'appeals',
      'PAW',
      'The payer leaves it to the patient, as after a signed notice (GA) or waiver: look that it is on file before the patient is billed, else appeal.',
    ),
  ),
  row(
    'not-necessary',
    carc('50'),
    route(
      'appeals',
      'ARW',
      'Check the coverage policy; appeal with the records that show the need. The patient may be billed only with a valid advance notice.',
    ),
  ),
  row('experimental', carc('55'), route('appeals', 'AW', 'Appeal with literature.')),
  row(
    'assistant',
    carc('54'),
    route(
      'coder',
      'WAR',
      'Check the fee schedule’s indicator for assistants: where they are paid, appeal or correct the modifier.',
    ),
  ),
  row('bundled', carc('59 97 231 234 236 B10'), route('coder', 'WRA', bundled)),
  row('plan-procedures', carc('95 272 273'), route('appeals', 'AW', guidelines)),
  row(
    'not-covered-of-patient',
    carc('96 204', 'PR'),
    route(
      'biller',
      'PRAW',
      'Read the remark codes: an exclusion of the plan is the patient’s, a coding error is corrected.',
    ),
  ),
  row(
    'not-covered',
    carc('96 204'),
    route(
      'biller',
      'RAW',
      'Read the remark codes: a coding error is corrected; an exclusion that is not put to the patient is appealed or written off.',
    ),
  ),
  row(
    'paid-to-patient',
    carc('100'),
    route(
      'biller',
      'PWA',
      'Collect it from the patient, who has the money, where it is put to group PR; otherwise ask the payer whom it paid.',
    ),
  ),
  row('base-service', carc('107 B15'), route('coder', 'RW', 'Bill the base service first.')),
  row(
    'wrong-payer',
    carc('109'),
    route('front-desk', 'RNW', 'Find the right payer or contractor and send a new claim.'),
  ),
  row(
    'before-service',
    carc('110'),
    route('biller', 'RW', 'Correct the date of service and send a new claim.'),
  ),
  row('maximum', carc('35 119 149'), route('biller', 'NPW', maximum)),
  row(
    'prior-payer-data',
    carc('129'),
    route('biller', 'RW', 'Mend the amounts of the prior payer and resubmit.'),
  ),
  row('identity', carc('140'), route('front-desk', 'RW', 'Verify both with the card and send a new claim.')),
  row('codes-of-edition', carc('146 181'), route('coder', 'RW', ofEdition)),
  row('rate-not-on-file', carc('147'), route('biller', 'AW', 'Ask the payer’s contract desk.')),
  row('not-supported', carc('150 151 152'), route('coder', 'ARW', records)),
  row('attachment', carc('163 164 251'), route('records', 'RAW', attachment)),
  row(
    'diagnosis-not-covered',
    carc('167'),
    route('coder', 'RAW', 'Review the diagnosis against the note; appeal when it stands.'),
  ),
  row('provider-kind', carc('170 171 172 185 B7'), route('credentialing', 'RW', enrolment)),
  row('eligibility', carc('177'), route('front-desk', 'RPW', eligibility)),
  row(
    'modifier-of-edition',
    carc('182'),
    route('coder', 'RW', 'Correct the modifier by the date of service.'),
  ),
  row('referrer', carc('183 184'), route('biller', 'RW', 'Correct the NPI of who referred or ordered.')),
  row('npi', carc('206 207'), route('biller', 'RW', enrolment)),
  row('npi-not-matched', carc('208'), route('credentialing', 'RW', enrolment)),
  row(
    'nobodys',
    carc('209'),
    route(
      'front-desk',
      'RW',
      'Nobody may ask the patient for it. Look for a further coverage, such as Medicaid of a Qualified Medicare Beneficiary; without one it is written off.',
    ),
  ),
  row(
    'review',
    carc('216'),
    route('appeals', 'AW', 'Ask for a review by a physician of the specialty, with the records.'),
  ),
  row(
    'units',
    carc('222'),
    route(
      'coder',
      'RAW',
      'Check the MUE and its adjudication indicator for the date of service: 1, split lines as documented; 2, write off; 3, appeal with the records.',
    ),
  ),
  row('information-of-provider', carc('226'), route('records', 'RAW', 'Send what the payer asked for.')),
  row(
    'information-of-patient',
    carc('227'),
    route('front-desk', 'KPW', 'Ask the patient to answer the payer.'),
  ),
  row(
    'network',
    carc('242'),
    route('biller', 'APW', 'Check the network status, a gap exception and the No Surprises Act.'),
  ),
  row('attachment-required', carc('252'), route('records', 'RW', attachment)),
  row('contract', carc('256'), route('biller', 'WA', 'Compare with the contract before writing off.')),
  row(
    'custody',
    carc('258'),
    route(
      'front-desk',
      'RW',
      'Verify where the patient was on the date of service, and who answers for people in custody.',
    ),
  ),
  row(
    'denied-before',
    carc('276'),
    route('biller', 'KRW', 'Work the denial of the payer before this one first.'),
  ),
  row('denied', carc('A1'), route('biller', 'RAW', 'Read the remark codes; without any, call the payer.')),
  row(
    'hospice',
    carc('B9'),
    route(
      'coder',
      'RW',
      'Where the note shows that the service has nothing to do with the terminal illness, add the modifier that says so and resubmit.',
    ),
  ),
  row(
    'handed-on',
    carc('B11'),
    route(
      'biller',
      'KRW',
      'The other payer answers by itself. Wait for it, and ask this one to whom the claim went if nothing comes.',
    ),
  ),
  row('paid-before', carc('B13'), route('biller', 'WK', 'Find the first payment.')),
  row(
    'new-patient',
    carc('B16'),
    route('coder', 'RW', 'Look back three years; correct to an established visit.'),
  ),
  row(
    'other-provider',
    carc('B20'),
    route('appeals', 'AW', 'Verify who rendered the service and appeal with records.'),
  ),
  row('by-diagnosis', carc('B22'), route('coder', 'RAW', 'Review the diagnosis against the note.')),
];

/** The table as it stands, for tasks to name: the day of its last change. */
export const houseEdition = '2026-11-30';

/** What lowers a charge by contract or law, and takes more of it than may go without a look. */
export const wholeReduction: HouseRule = row(
  'whole-reduction',
  {},
  route(
    'biller',
    'AWR',
    'Compare with the contract or the fee schedule: appeal what it does not take, write off what it does.',
  ),
);

/** What no row knows. */
export const otherReason: HouseRule = row(
  'other',
  {},
  route('biller', 'RAW', 'Look the reason up with the payer and decide.'),
);

/** The payer names another one that comes before it (NM1*PR), which is not among those of the claim, or not to be billed so. */
export const otherPayerFirst: HouseRule = row(
  'other-payer-first',
  {},
  route(
    'front-desk',
    'RW',
    'Ask the patient about the coverage named, register it as the first one with its member number, and have the visit billed to it; where it does not exist, have the patient tell the payer so, and send the claim again.',
  ),
);
