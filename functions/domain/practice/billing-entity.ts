import { z } from 'zod';
import { Address, Npi, Person } from '../party.ts';

/**
 * Who bills: a practice may do so under several numbers. One bills what all that it names fits: the place, who gave the
 * service, the payer; what it leaves out fits always, and the first that fits bills.
 */
export const BillingEntity = z
  .strictObject({
    billingEntityId: z.string().regex(/^[a-z0-9-]{1,40}$/),
    name: z.string().min(1).max(60).optional().describe('of an organization'),
    person: Person.optional().describe('a practitioner who bills alone'),
    npi: Npi,
    taxId: z.string().regex(/^\d{9}$/),
    taxIdKind: z.enum(['employer', 'social-security']).default('employer'),
    taxonomy: z.string().length(10).optional(),
    address: Address.describe('a street address: payers take no PO box here'),
    payTo: Address.optional().describe('where payments go, when not to the address'),
    phone: z.string().regex(/^\d{10}$/),
    locationIds: z.array(z.string()).optional(),
    providerNpis: z.array(Npi).optional(),
    payerIds: z.array(z.string()).optional(),
  })
  .refine(({ name, person }) => (name === undefined) !== (person === undefined), {
    message: 'Name the organization or the person who bills, one of both',
    path: ['name'],
  });
export type BillingEntity = z.infer<typeof BillingEntity>;

/** What the practice itself is called among those that bill. */
export const itself = 'practice';

/** A practice as far as it bills. */
type BillingPractice = Pick<BillingEntity, 'npi' | 'taxId' | 'address' | 'phone'> & {
  readonly name: string;
  readonly taxonomy: string;
  readonly billingEntities: readonly BillingEntity[];
};

/** The practice itself as one that bills: what its own record says. */
const practiceItself = ({ name, npi, taxId, taxonomy, address, phone }: BillingPractice): BillingEntity => ({
  billingEntityId: itself,
  taxIdKind: 'employer',
  ...{ name, npi, taxId, taxonomy, address, phone },
});

/** What a claim is billed for: a billing entity is chosen by it. */
export type Billed = {
  readonly locationId?: string | undefined;
  readonly renderingProviderNpi: string;
  readonly payerId: string;
};

/** Chooses who bills: the first entity of the practice that fits, else the practice itself. */
export const chooseBillingEntity = (practice: BillingPractice, billed: Billed): BillingEntity => {
  const { locationId = '', renderingProviderNpi, payerId } = billed;
  const fits = (named: readonly string[] | undefined, one: string): boolean =>
    named === undefined || named.includes(one);
  return (
    practice.billingEntities.find(
      (entity) =>
        fits(entity.locationIds, locationId) &&
        fits(entity.providerNpis, renderingProviderNpi) &&
        fits(entity.payerIds, payerId),
    ) ?? practiceItself(practice)
  );
};

/** The entity that a claim was billed by; the practice itself where the claim names none, or one that is gone. */
export const billingEntityOf = (
  practice: BillingPractice,
  { billingEntityId }: { readonly billingEntityId?: string | undefined },
): BillingEntity =>
  practice.billingEntities.find((one) => one.billingEntityId === billingEntityId) ?? practiceItself(practice);
