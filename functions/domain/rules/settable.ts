import { anatomicModifiers, extentModifiers, physicalStatusModifiers } from '../visit/modifiers.ts';
import { type Property, payerOrderPath } from './properties.ts';

/** What a rule does to a property. */
export type Change = 'set' | 'add' | 'remove';

/**
 * What rules may change: how a visit is billed (modifiers, place, who stands on the claim, numbers that payers gave, the
 * order of payers, what is told to the payer). What was found, done and confirmed is the clinic's and the coder's.
 */
const settable: Readonly<Record<string, readonly string[]>> = {
  registration: [
    ...['placeOfService', 'locationId', 'renderingProviderNpi', 'referringProvider', 'primaryCareProvider'],
    ...['orderingProvider', 'supervisingProvider', 'serviceFacility', 'priorAuthorization', 'referralNumber'],
    ...['cliaNumber', 'mammographyCertification', 'investigationalDevice', 'demonstrationProject'],
    ...['carePlanOversight', 'medicalRecordNumber', 'accident.claimNumber', 'note', 'conditionCodes'],
    ...['specialProgram', 'delayReason', 'signature', 'acceptsAssignment'],
  ],
  primary: ['groupNumber', 'insuranceType'],
  secondary: ['groupNumber', 'insuranceType'],
  tertiary: ['groupNumber', 'insuranceType'],
  service: [
    ...['modifiers', 'placeOfService', 'renderingProviderNpi', 'orderingProvider', 'referringProvider'],
    ...['supervisingProvider', 'serviceFacility', 'priorAuthorization', 'referralNumber', 'cliaNumber'],
    ...['referringCliaNumber', 'mammographyCertification', 'note', 'copayExempt'],
  ],
  provider: ['taxonomy'],
};

/** That a supervisor is to be billed is the clinic's to say; where a rule bills so, it takes the words away. */
const removableOnly: readonly string[] = ['registration.incidentTo'];

/** All that rules may change, by their paths. */
export const settablePaths: readonly string[] = [
  payerOrderPath,
  ...Object.entries(settable).flatMap(([root, names]) => names.map((name) => `${root}.${name}`)),
  ...removableOnly,
];

/** What a coder confirmed of diagnoses and procedures. */
const clinical = /^(?:codes|services?)\.(?:diagnos|procedure|units|minutes)|^services\./;

const whatIsChanged = (path: string): string => {
  const [root = ''] = path.split('.');
  const roots = Object.keys(settable);
  return roots.includes(root)
    ? `What rules change there: ${settable[root]?.join(', ')}`
    : `Rules change parts of ${roots.join(', ')}, and payerOrder`;
};

const isBelow = (path: string, outer: string): boolean => path === outer || path.startsWith(`${outer}.`);

/** Why a rule may not change a property in this way; undefined where it may. */
export const whyNotSettable = (
  { path, isList, isOptional }: Property,
  change: Change,
): string | undefined => {
  if (clinical.test(path))
    return 'A rule does not change what a coder confirmed of diagnoses and procedures: hold the visit or warn of it';
  if (!settablePaths.some((one) => isBelow(path, one)))
    return `A rule does not change this: hold the visit or warn of it. ${whatIsChanged(path)}`;
  if (change !== 'remove' && removableOnly.some((one) => isBelow(path, one)))
    return 'A rule only takes this away: write remove';
  if (path === 'service.modifiers' && change === 'set')
    return 'What modifiers a coder confirmed stays: add or remove one by its name';
  if (path === payerOrderPath && change !== 'set') return 'The order of payers is set as a list';
  if (change === 'remove' && !isOptional && !isList) return 'No claim goes without it: set it instead';
  return undefined;
};

/** Modifiers that tell where on the body, how much and in which state: clinical facts, as the codes are. */
const clinicalModifiers = new Set([
  ...anatomicModifiers,
  '50',
  ...extentModifiers,
  ...physicalStatusModifiers,
]);

/** Whether a modifier says what was done, and so is the coder's alone. */
export const isClinicalModifier = (modifier: unknown): boolean =>
  typeof modifier === 'string' && clinicalModifiers.has(modifier);
