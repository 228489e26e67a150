import { type EnrolmentStanding, enrolmentOn } from '../../domain/contract/enrolment.ts';
import { billedProviders, incidentToFaults } from '../../domain/contract/incident-to.ts';
import type { Provider } from '../../domain/party.ts';
import type { Payer } from '../../domain/payer.ts';
import type { Edit, EncounterToScrub, Objection } from '../edit.ts';

const standings: Readonly<Record<Exclude<EnrolmentStanding, 'effective'>, string>> = {
  pending: 'has asked for enrolment and has no answer',
  'not-yet': 'is enrolled from a later day on',
  ended: 'is enrolled no more',
  never: 'has no enrolment',
};

/** Who stands on the claim as having given services: of the visit, and of single lines. */
const billedNpis = ({ registration, practice, payer, codes }: EncounterToScrub): readonly string[] => {
  const billed = billedProviders(registration, practice, payer)?.rendering.npi;
  const own = codes.services.flatMap(({ facts }) => facts?.renderingProviderNpi ?? []);
  return [...new Set([...(billed === undefined ? [] : [billed]), ...own])];
};

const nameOf = ({ firstName, lastName }: Provider): string => `${firstName} ${lastName}`;

/**
 * Whoever stands on the claim and is not enrolled with its payer on the day, whatever the payer's rule makes of it; with
 * the supervisors under whom the payer takes such a service, where the visit is documented so.
 */
export const enrolmentObjections = (encounter: EncounterToScrub): readonly Objection[] => {
  const { registration, practice, payer } = encounter;
  if (payer === undefined) return [];
  const standingOf = (providerNpi: string): EnrolmentStanding =>
    enrolmentOn(practice.enrolments, {
      ...{ providerNpi, payerId: payer.payerId, date: registration.dateOfService },
    });
  return billedNpis(encounter).flatMap((npi) => {
    const standing = standingOf(npi);
    const provider = practice.providers.find((one) => one.npi === npi);
    if (standing === 'effective' || provider === undefined) return [];
    const enrolled = practice.providers.filter((one) => standingOf(one.npi) === 'effective');
    const detail = `${nameOf(provider)} (${npi}) ${standings[standing]} with ${payer.name} on the date of service.`;
    return [{ path: 'practice.enrolments', detail: `${detail}${alternatives(provider, payer, enrolled)}` }];
  });
};

const alternatives = (
  { credential }: Provider,
  { incidentTo }: Payer,
  enrolled: readonly Provider[],
): string => {
  if (incidentTo === undefined || credential === undefined || !incidentTo.credentials.includes(credential))
    return '';
  const supervisors = enrolled.filter(
    (one) => one.credential !== undefined && incidentTo.supervisors.includes(one.credential),
  );
  return supervisors.length === 0
    ? ''
    : ` Where the visit went on with a physician’s plan and the supervisor was there, the clinic may register it as incident to: ${supervisors.map(nameOf).join(', ')}.`;
};

/** Edits on what the practice keeps of its providers with payers. */
export const enrolmentEdits: readonly Edit[] = [
  {
    code: 'identity-not-enrolled',
    desk: 'credentialing',
    source: 'the practice’s enrolments and the payer’s contract; CARC B7, 170, 185',
    check: (encounter) =>
      encounter.payer?.providerEnrolment === 'block' ? enrolmentObjections(encounter) : [],
  },
  {
    code: 'identity-incident-to',
    desk: 'clinic',
    source: '42 CFR 410.26 and the payer’s contract',
    check: ({ registration, practice, payer }) => {
      const faults = payer ? incidentToFaults(registration, practice, payer) : [];
      if (faults.length === 0) return [];
      const detail = `The visit cannot be billed as incident to: ${faults.join('; ')}. Correct it, or leave incidentTo out and it is billed by who gave it.`;
      return [{ path: 'registration.incidentTo', detail }];
    },
  },
];
