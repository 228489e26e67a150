import type { Claim } from '../claim.ts';
import type { AppealLevel, Delivery, DeliveryWay } from '../contract/appeal-level.ts';
import { isOriginalMedicare, type Payer } from '../payer.ts';
import { enrolmentFor } from '../practice/partner-enrolment.ts';
import type { Practice } from '../practice.ts';
import { standingDecisions } from '../undo/undone.ts';

/**
 * The levels of an appeal to Original Medicare, for what a contract does not change: names and days after 42 CFR 405.940
 * to 405.1136; of the first level the days are the contract's. The amounts that the later ones ask for change every year
 * and are not held here.
 */
const medicareLevels: readonly { readonly name: string; readonly days?: number }[] = [
  { name: 'redetermination' },
  { name: 'reconsideration', days: 180 },
  { name: 'hearing before an administrative law judge', days: 60 },
  { name: 'review by the Medicare Appeals Council', days: 60 },
  { name: 'judicial review', days: 60 },
];

/** The levels of a payer: its contract's, Medicare's, or as many as are asked for, each as long as the first. */
export const levelOf = (level: number, payer: Payer): AppealLevel | undefined => {
  const { limits, appealLimitDays } = payer;
  if (limits?.appeals) return limits.appeals[level - 1];
  if (!isOriginalMedicare(payer)) return { days: appealLimitDays, from: 'decision' };
  const known = medicareLevels[level - 1];
  return known && { days: appealLimitDays, from: 'receipt', ...known };
};

/** Which level of appeal comes next: a claim that was sent again is decided anew, and appealed from the first. */
export const appealLevel = (claim: Pick<Claim, 'decisions'>): number => {
  const decisions = standingDecisions(claim);
  const since = decisions.findLastIndex(({ action }) => action === 'resubmit') + 1;
  return decisions.slice(since).filter(({ action }) => action === 'appeal').length + 1;
};

/** Whether the payer has a level of appeal that comes next. */
export const mayAppealAgain = (claim: Claim, payer: Payer): boolean =>
  levelOf(appealLevel(claim), payer) !== undefined;

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];

const medicareName = (level: number, payer: Payer): string | undefined =>
  isOriginalMedicare(payer) ? medicareLevels[level - 1]?.name : undefined;

/** A level by its number alone. */
export const levelByNumber = (level: number): string =>
  `appeal of the ${ordinals[level - 1] ?? `${level}th`} level`;

/** What a level is called: as the contract has it, as Medicare does, else by its number. */
export const levelName = (level: number, payer: Payer): string =>
  levelOf(level, payer)?.name ?? medicareName(level, payer) ?? levelByNumber(level);

/** Ways that need no contract: whoever sends knows the address, or looks it up. */
const waysOfPeople: readonly DeliveryWay[] = ['portal', 'fax', 'mail'];

const offered = (
  delivery: Delivery | undefined,
  payer: Payer,
  practice: Practice,
): Omit<Delivery, 'ways'> & { readonly ways: readonly DeliveryWay[] } => {
  const takesPackets = enrolmentFor(practice, payer).takesPackets !== false;
  const ways = (delivery?.ways ?? waysOfPeople).filter((way) => way !== 'partner' || takesPackets);
  return { ...delivery, ways: ways.length > 0 ? ways : waysOfPeople };
};

export type Offered = ReturnType<typeof offered>;

/** How an appeal of a level reaches the payer: as its level, else as the contract says; else as people send things. */
export const appealDelivery = (level: number, payer: Payer, practice: Practice): Offered =>
  offered(levelOf(level, payer)?.delivery ?? payer.appealDelivery, payer, practice);

/** How documents that a payer asked for reach it. */
export const recordsDelivery = (payer: Payer, practice: Practice): Offered =>
  offered(payer.recordsDelivery ?? payer.appealDelivery, payer, practice);
