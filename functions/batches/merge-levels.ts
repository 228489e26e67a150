import type {
  BillingProviderLevel,
  PatientLevel,
  ProfessionalClaimSet,
  SubscriberLevel,
} from '../edi/x837p/loops.ts';

/** The same level of several sets becomes one, with all that stood below it, in the order of its first. */
const merged = <L extends object, K extends keyof L>(
  levels: readonly L[],
  below: readonly K[],
  join: (alike: readonly L[]) => Pick<L, K>,
): L[] => {
  const ownOf = (level: L): string =>
    JSON.stringify({ ...level, ...Object.fromEntries(below.map((name) => [name])) });
  return [...Map.groupBy(levels, ownOf).values()].flatMap((alike) =>
    alike.slice(0, 1).map((first) => ({ ...first, ...join(alike) })),
  );
};

const filled = <T>(list: readonly T[]): T[] | undefined => (list.length > 0 ? [...list] : undefined);

const mergedPatients = (patients: readonly PatientLevel[]): PatientLevel[] =>
  merged(patients, ['claims'], (alike) => ({ claims: alike.flatMap(({ claims = [] }) => claims) }));

const mergedSubscribers = (subscribers: readonly SubscriberLevel[]): SubscriberLevel[] =>
  merged(subscribers, ['claims', 'patients'], (alike) => ({
    claims: filled(alike.flatMap(({ claims = [] }) => claims)),
    patients: filled(mergedPatients(alike.flatMap(({ patients = [] }) => patients))),
  }));

/** The billers of several sets, each once, with each policy under it once, and each patient under that. */
export const mergedBillers = (sets: readonly ProfessionalClaimSet[]): BillingProviderLevel[] =>
  merged(
    sets.flatMap(({ billingProviders = [] }) => billingProviders),
    ['subscribers'],
    (alike) => ({ subscribers: mergedSubscribers(alike.flatMap(({ subscribers = [] }) => subscribers)) }),
  );
