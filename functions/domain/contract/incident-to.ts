import { z } from 'zod';
import type { Provider } from '../party.ts';
import { Npi } from '../party.ts';
import { Credential } from './credential.ts';

/**
 * Whom a payer has billed for a service that somebody gave incident to a physician's (42 CFR 410.26), and whose such
 * services may be. A payer without this rule has everybody billed under the own number.
 */
export const IncidentToRule = z.strictObject({
  credentials: z.array(Credential).min(1).describe('whose services may be billed so: NP, PA, CNS'),
  supervisors: z.array(Credential).min(1).default(['MD', 'DO']),
  bill: z
    .enum(['supervising', 'own-with-supervising'])
    .describe('as rendering provider (2310B); or who gave it, with the supervisor beside (2310D)'),
  places: z
    .array(z.string().regex(/^\d{2}$/))
    .default(['11'])
    .describe('an institution’s services are its own'),
  modifier: z
    .string()
    .regex(/^[A-Z0-9]{2}$/)
    .optional()
    .describe('which the payer wants on each line, such as SA'),
});
export type IncidentToRule = z.infer<typeof IncidentToRule>;

/** What a clinic documented so that a service may be billed as incident to a physician's. */
export const IncidentTo = z.strictObject({
  supervisingProviderNpi: Npi.describe('Who supervised (2310B or 2310D, by the payer’s rule)'),
  supervisorPresent: z.boolean().describe('directly: in the office suite, or as the payer takes it'),
  establishedPlan: z
    .boolean()
    .describe('a physician of the practice began the treatment that this goes on with'),
  newProblem: z.boolean().describe('the patient brought a problem that no physician has seen'),
});
export type IncidentTo = z.infer<typeof IncidentTo>;

/** A visit as far as it decides who is billed. */
export type SupervisedVisit = {
  readonly incidentTo?: IncidentTo | undefined;
  readonly renderingProviderNpi: string;
  readonly patientType: 'new' | 'established';
  readonly placeOfService: string;
};

type Contract = { readonly name: string; readonly incidentTo?: IncidentToRule | undefined };
type Providers = { readonly providers: readonly Provider[] };

/** What keeps a visit from being billed incident to, in sentences; empty where it may be, or nobody asked. */
export const incidentToFaults = (
  visit: SupervisedVisit,
  { providers }: Providers,
  { name, incidentTo: rule }: Contract,
): readonly string[] => {
  const { incidentTo: said, patientType, placeOfService } = visit;
  if (said === undefined) return [];
  if (rule === undefined) return [`${name} has every service billed by who gave it`];
  const find = (npi: string) => providers.find((one) => one.npi === npi);
  const credential = find(visit.renderingProviderNpi)?.credential;
  const supervisor = find(said.supervisingProviderNpi);
  const checks: readonly (readonly [boolean, string])[] = [
    [
      credential !== undefined && rule.credentials.includes(credential),
      `who gave it has no credential of those that ${name} takes (${rule.credentials.join(', ')})`,
    ],
    [supervisor !== undefined, 'the supervising provider is not on the practice’s list of providers'],
    [
      supervisor?.credential !== undefined && rule.supervisors.includes(supervisor.credential),
      `the supervising provider has no credential of those that may (${rule.supervisors.join(', ')})`,
    ],
    [patientType === 'established', 'the patient is new'],
    [said.establishedPlan, 'no physician’s plan of treatment is said to go on'],
    [!said.newProblem, 'the patient brought a new problem'],
    [said.supervisorPresent, 'the supervisor is not said to have been there'],
    [rule.places.includes(placeOfService), `place ${placeOfService} is none of those that ${name} takes`],
  ];
  return checks.flatMap(([holds, fault]) => (holds ? [] : [fault]));
};

/** Who is billed for a visit, and who stands beside. */
export type BilledProviders = {
  readonly rendering: Provider;
  /** Who gave the services, where another is billed. */
  readonly performing?: Provider;
  readonly supervising?: Provider;
  /** What the payer wants on each line of them. */
  readonly modifier?: string;
};

/** Whom the claim of a visit names: who gave the services, or the supervisor where the payer's rule and the visit have it so. */
export const billedProviders = (
  visit: SupervisedVisit,
  practice: Providers,
  payer: Contract | undefined,
): BilledProviders | undefined => {
  const find = (npi: string | undefined) => practice.providers.find((one) => one.npi === npi);
  const own = find(visit.renderingProviderNpi);
  if (own === undefined) return undefined;
  const rule = payer?.incidentTo;
  const supervisor = find(visit.incidentTo?.supervisingProviderNpi);
  if (!payer || !rule || !supervisor || incidentToFaults(visit, practice, payer).length > 0)
    return { rendering: own };
  const { modifier } = rule;
  const billed: BilledProviders =
    rule.bill === 'supervising'
      ? { rendering: supervisor, performing: own }
      : { rendering: own, supervising: supervisor };
  return { ...billed, ...(modifier && { modifier }) };
};
