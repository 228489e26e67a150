import { ageOn } from '../../domain/calendar.ts';
import type { Coverage } from '../../domain/party.ts';
import { type Edit, type EncounterToScrub, type Objection, objectIf } from '../edit.ts';
import { isMedicaid, isMedicare, payerOf } from '../facts/payer-kinds.ts';

const eachCoverage = (
  { registration }: EncounterToScrub,
  check: (coverage: Coverage, path: string) => readonly Objection[],
): readonly Objection[] =>
  registration.coverages.flatMap((coverage, at) => check(coverage, `registration.coverages[${at}]`));

/** What people write where they know no number. */
const fillers = /^(unknown|unk|none|n\/?a|pending|tbd|self ?pay|not? (known|available|applicable)|test)$/i;

const checkPresence = (encounter: EncounterToScrub): readonly Objection[] =>
  eachCoverage(encounter, ({ memberId }, path) => {
    const [number, at] = [memberId.trim(), `${path}.memberId`];
    if (number === '') return [{ path: at, detail: 'The coverage has no member number.' }];
    return objectIf(
      fillers.test(number) || /^(\w)\1{4,}$/.test(number),
      at,
      'What stands as member number is none: copy it from the card, or leave the coverage out.',
    );
  });

const letter = '[AC-HJKMNP-RT-Y]';
const either = '[0-9AC-HJKMNP-RT-Y]';
/** CMS: eleven characters, each place of its kind; letters without S, L, O, I, B and Z. */
const beneficiary = new RegExp(`^[1-9]${letter}${either}\\d${letter}${either}\\d${letter}{2}\\d{2}$`);

/** Numbers of before 2020: a social security number and what the patient is to its holder; of railroads, the letters first. */
const earlierNumber = /^(\d{9}[A-Z][0-9A-Z]?|[A-Z]{1,3}\d{6}(\d{3})?)$/;

const medicareFault = (memberId: string): string | undefined => {
  const number = memberId.toUpperCase().replace(/[- ]/g, '');
  if (earlierNumber.test(number))
    return 'This is a Medicare number of before 2020, which is taken no more: ask for the new card, or look its number up at the Medicare contractor.';
  return beneficiary.test(number)
    ? undefined
    : 'This is no Medicare number: it has eleven characters, in places 2, 5, 8 and 9 a letter, and none of the letters S, L, O, I, B and Z. Copy it from the card.';
};

const checkPattern = (encounter: EncounterToScrub): readonly Objection[] =>
  eachCoverage(encounter, ({ payerId, memberId }, path) => {
    const payer = payerOf(encounter, payerId);
    const at = `${path}.memberId`;
    const pattern = payer?.claimRules?.memberId;
    if (pattern !== undefined)
      return objectIf(
        !new RegExp(pattern, 'u').test(memberId.trim()),
        at,
        `Numbers of ${payer?.name} are written otherwise (${pattern}): copy it from the card.`,
      );
    const detail = isMedicare(payer) ? medicareFault(memberId) : undefined;
    return detail === undefined ? [] : [{ path: at, detail }];
  });

/** Both programs insure each person by itself. */
const checkHolder = (encounter: EncounterToScrub): readonly Objection[] =>
  eachCoverage(encounter, ({ payerId, relationship }, path) => {
    const payer = payerOf(encounter, payerId);
    return objectIf(
      relationship !== 'self' && (isMedicare(payer) || isMedicaid(payer)),
      `${path}.relationship`,
      `${payer?.name} insures every patient under a number of their own: write relationship "self", the patient’s own number, and no subscriber.`,
    );
  });

const same = (one: string, other: string): boolean => one.trim().toUpperCase() === other.trim().toUpperCase();

const checkRelation = (encounter: EncounterToScrub): readonly Objection[] => {
  const { patient, dateOfService } = encounter.registration;
  return eachCoverage(encounter, ({ relationship, subscriber }, path) => {
    if (subscriber === undefined) return [];
    const isPatient =
      same(subscriber.lastName, patient.lastName) &&
      same(subscriber.firstName, patient.firstName) &&
      subscriber.dateOfBirth === patient.dateOfBirth;
    if (isPatient)
      return [
        {
          path: `${path}.relationship`,
          detail:
            'The subscriber has the patient’s own name and birth date: write relationship "self" and no subscriber, or name who holds the policy.',
        },
      ];
    if (relationship === 'child' && subscriber.dateOfBirth >= patient.dateOfBirth)
      return [
        {
          path: `${path}.relationship`,
          detail:
            'The patient is said to be a child of somebody who is no older: the two may be exchanged; correct relationship, or the birth date that is wrong.',
        },
      ];
    return objectIf(
      relationship === 'spouse' && ageOn(patient.dateOfBirth, dateOfService) < 14,
      `${path}.relationship`,
      'The patient is said to be the spouse of the subscriber and is a child: correct relationship, or the birth date.',
    );
  });
};

/** Edits on whose policy pays, and under which number. */
export const memberEdits: readonly Edit[] = [
  {
    code: 'identity-member-id',
    desk: 'clinic',
    source: '837P NM109 of the subscriber; CARC 31',
    check: checkPresence,
  },
  {
    code: 'identity-member-pattern',
    desk: 'clinic',
    source: 'CMS: the Medicare Beneficiary Identifier; else the payer’s rules; CARC 31',
    check: checkPattern,
  },
  {
    code: 'identity-policy-holder',
    desk: 'clinic',
    source: '837P SBR02: patients of Medicare and Medicaid are their own subscribers',
    check: checkHolder,
  },
  {
    code: 'identity-relation',
    desk: 'clinic',
    source: '837P SBR02 and PAT01: what the patient is to whom holds the policy; CARC 31',
    severity: 'warn',
    check: checkRelation,
  },
];
