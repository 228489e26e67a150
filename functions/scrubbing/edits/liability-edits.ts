import { ageOn } from '../../domain/calendar.ts';
import { inBillingOrder } from '../../domain/party.ts';
import { type Edit, type EncounterToScrub, type Objection, objectIf } from '../edit.ts';
import {
  isAutomobile,
  isMedicaid,
  isMedicare,
  isWorkersCompensation,
  payerOf,
} from '../facts/payer-kinds.ts';

const at = 'registration.accident';

const checkDates = ({ registration: { accident, dateOfService, lastDateOfService } }: EncounterToScrub) =>
  objectIf(
    accident !== undefined && accident.date > (lastDateOfService ?? dateOfService),
    `${at}.date`,
    'The accident lies after the visit: correct the day that is wrong.',
  );

/** What the insurer of work injuries cannot find a claim without. */
const checkCompensation = ({ registration, payer }: EncounterToScrub): readonly Objection[] => {
  if (!isWorkersCompensation(payer)) return [];
  const { accident, coverages } = registration;
  const place = coverages.findIndex(({ responsibility }) => responsibility === 'P');
  if (accident === undefined || !accident.causes.includes('employment'))
    return [
      {
        path: at,
        detail:
          'Workers’ compensation pays for injuries at work: register the accident with cause "employment" and its date.',
      },
    ];
  return [
    ...objectIf(
      accident.claimNumber === undefined,
      `${at}.claimNumber`,
      'Workers’ compensation finds a visit by the number of its claim: ask the patient or the insurer for it.',
    ),
    ...objectIf(
      coverages[place]?.employer === undefined,
      `registration.coverages[${place}].employer`,
      'Workers’ compensation is the employer’s policy: register the employer, with relationship "employee".',
    ),
  ];
};

const checkAutomobile = ({ registration: { accident }, payer }: EncounterToScrub): readonly Objection[] => {
  if (!isAutomobile(payer)) return [];
  if (accident === undefined || !accident.causes.includes('auto'))
    return [
      {
        path: at,
        detail:
          'The insurer of a motor vehicle pays after an accident: register it with cause "auto", date and state.',
      },
    ];
  return objectIf(
    accident.claimNumber === undefined,
    `${at}.claimNumber`,
    'The insurer finds a visit by the number of its claim: ask the patient or the insurer for it.',
  );
};

/** Who is to pay first after an accident is somebody else, as long as they pay. */
const checkOtherLiable = ({
  registration,
  payer,
  otherPayers = [],
}: EncounterToScrub): readonly Objection[] => {
  const causes = registration.accident?.causes ?? [];
  const payers = [...(payer ? [payer] : []), ...otherPayers];
  if (payers.length === 0) return [];
  if (causes.includes('employment') && !payers.some(isWorkersCompensation))
    return [
      {
        path: `${at}.causes`,
        detail:
          'The condition comes from work, and no workers’ compensation is among the coverages: register it as the first one, or answer that it denied the case.',
      },
    ];
  return [];
};

const checkAutomobileFirst = ({
  registration,
  payer,
  otherPayers = [],
}: EncounterToScrub): readonly Objection[] =>
  objectIf(
    payer !== undefined &&
      (registration.accident?.causes.includes('auto') ?? false) &&
      ![payer, ...otherPayers].some(isAutomobile),
    `${at}.causes`,
    'After an auto accident the insurer of the vehicle pays first in many states: ask whether there is one, before the health plan does.',
  );

const checkMedicareSecond = (encounter: EncounterToScrub): readonly Objection[] =>
  encounter.registration.coverages.flatMap(({ payerId, responsibility, insuranceType }, place) => {
    const payer = payerOf(encounter, payerId);
    const path = `registration.coverages[${place}].insuranceType`;
    const isLater = responsibility !== 'P' && isMedicare(payer);
    if (isLater && insuranceType === undefined)
      return [
        {
          path,
          detail:
            'Medicare is not the first payer here: say why (12 working aged, 13 kidney disease, 14 auto or no-fault, 15 workers’ compensation, 43 disabled, 47 liability).',
        },
      ];
    return objectIf(
      insuranceType !== undefined && payer !== undefined && !isLater,
      path,
      'This says why Medicare pays after another payer, and the coverage is none of a later Medicare: leave it out.',
    );
  });

/** From this age on people have Medicare by age, and below it by disability: 42 CFR 411.170 and 411.200. */
const medicareAge = 65;

/** A reason that is of the other age: working aged (12), disabled (43). */
const faultOfAge = (insuranceType: string | undefined, age: number): string | undefined => {
  if (insuranceType === '12' && age < medicareAge)
    return 'Working aged (12) is of patients from 65 on, and this one is younger: say 43 where the patient is disabled, 13 with kidney disease.';
  return insuranceType === '43' && age >= medicareAge
    ? 'Disabled (43) is of patients below 65, and this one is older: say 12 where the patient or the spouse works.'
    : undefined;
};

const checkAge = ({ registration }: EncounterToScrub): readonly Objection[] => {
  const age = ageOn(registration.patient.dateOfBirth, registration.dateOfService);
  return registration.coverages.flatMap(({ insuranceType }, place) => {
    const detail = faultOfAge(insuranceType, age);
    return detail === undefined ? [] : [{ path: `registration.coverages[${place}].insuranceType`, detail }];
  });
};

/** A health plan of an employer goes before Medicare of somebody who works; nobody but the patient knows. */
const checkAccidentTold = ({ registration }: EncounterToScrub): readonly Objection[] => {
  const causes = registration.accident?.causes ?? [];
  return registration.coverages.flatMap(({ insuranceType }, place) =>
    objectIf(
      (insuranceType === '15' && !causes.includes('employment')) ||
        (insuranceType === '14' && !causes.includes('auto') && !causes.includes('other')),
      `registration.coverages[${place}].insuranceType`,
      `Medicare is said to pay after the insurer of ${insuranceType === '15' ? 'a work injury' : 'an accident'}, and none is registered: register the accident, or correct the reason.`,
    ),
  );
};

/** By federal law Medicaid pays after every other coverage; a few programs alone come after it. */
const checkMedicaidLast = (encounter: EncounterToScrub): readonly Objection[] => {
  const inOrder = inBillingOrder(encounter.registration.coverages);
  const kinds = inOrder.map(({ payerId }) => payerOf(encounter, payerId));
  const isBeforeAnother = kinds.some(
    (payer, at) => isMedicaid(payer) && kinds.slice(at + 1).some((later) => later && !isMedicaid(later)),
  );
  return objectIf(
    isBeforeAnother,
    'registration.coverages',
    'Medicaid pays after every other coverage: put it last, or answer which program comes after it here.',
  );
};

/** A Medigap policy covers what Medicare leaves, and nothing else. */
const checkMedigap = (encounter: EncounterToScrub): readonly Objection[] => {
  const kinds = inBillingOrder(encounter.registration.coverages).map(({ payerId }) =>
    payerOf(encounter, payerId),
  );
  const stray = kinds.some((payer, at) => payer?.medigap && !isMedicare(kinds[at - 1]));
  return objectIf(
    stray,
    'registration.coverages',
    'A Medigap policy pays right after Original Medicare and nobody else: register Medicare before it, or correct the payer.',
  );
};

/** Edits on accidents, and on who pays before whom. */
export const liabilityEdits: readonly Edit[] = [
  {
    code: 'filing-accident-date',
    desk: 'clinic',
    source: '837P DTP*439; CARC 16',
    check: checkDates,
  },
  {
    code: 'filing-workers-compensation',
    desk: 'clinic',
    source: '837P CLM11, REF*Y4 and 2010BA of property and casualty; CARC 19',
    check: checkCompensation,
  },
  {
    code: 'filing-auto-insurer',
    desk: 'clinic',
    source: '837P CLM11 and REF*Y4 of property and casualty; CARC 20, 21',
    check: checkAutomobile,
  },
  {
    code: 'filing-liable-first',
    desk: 'clinic',
    source: 'coordination of benefits: work injuries are their insurer’s; CARC 19',
    severity: 'warn',
    check: checkOtherLiable,
  },
  {
    code: 'filing-auto-first',
    desk: 'clinic',
    source: 'coordination of benefits: the laws of the states; CARC 21',
    severity: 'info',
    check: checkAutomobileFirst,
  },
  {
    code: 'filing-medicare-secondary',
    desk: 'clinic',
    source: '837P SBR05: of Medicare where it is not primary, and of nobody else; CARC 22',
    check: checkMedicareSecond,
  },
  {
    code: 'filing-medicaid-last',
    desk: 'clinic',
    source: '42 CFR 433.135: Medicaid is the payer of last resort; CARC 22',
    severity: 'warn',
    check: checkMedicaidLast,
  },
  {
    code: 'filing-medigap',
    desk: 'clinic',
    source: '42 CFR 403.205: Medigap supplements Medicare; CARC 22',
    check: checkMedigap,
  },
  {
    code: 'filing-medicare-reason',
    desk: 'clinic',
    source: '42 CFR 411: whom Medicare pays after; CARC 22',
    severity: 'warn',
    check: (encounter) => [...checkAccidentTold(encounter), ...checkAge(encounter)],
  },
];
