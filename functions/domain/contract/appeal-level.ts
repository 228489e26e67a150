import { z } from 'zod';
import { Address } from '../party.ts';
import { ContractLimit } from './contract-limit.ts';

/** How an appeal or a document reaches a payer; partner: as a file in the outbound folder of its trading partner. */
export const DeliveryWay = z.enum(['partner', 'portal', 'fax', 'mail']);
export type DeliveryWay = z.infer<typeof DeliveryWay>;

/** Where what is no claim goes: the ways that a payer takes it, the preferred one first, and where each leads. */
export const Delivery = z.strictObject({
  ways: z.array(DeliveryWay).min(1).describe('the preferred one first'),
  to: z.string().min(1).max(80).optional().describe('the department, as it stands above the address'),
  address: Address.optional().describe('for mail'),
  fax: z
    .string()
    .regex(/^\d{10}$/)
    .optional(),
  portal: z.string().min(1).max(200).optional().describe('where in the portal it is left'),
});
export type Delivery = z.infer<typeof Delivery>;

/** A level of appeal: how long there is for it, what it is called, and where it goes. */
export const AppealLevel = ContractLimit.extend({
  name: z.string().min(3).max(60).optional().describe('what the payer calls it: reconsideration'),
  delivery: Delivery.optional().describe('where that level goes, where not as the contract’s others'),
});
export type AppealLevel = z.infer<typeof AppealLevel>;
