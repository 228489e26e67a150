/** Why a step cannot go on. The state machines may name nothing else, and a test holds them to this list. */
export const billingErrorNames = [
  'MissingConfiguration',
  'RecordNotFound',
  'InvalidInput',
  'ConcurrentChange',
  'NotRecorded',
] as const;

export type BillingErrorName = (typeof billingErrorNames)[number];

/** A failure: we cannot go on. Expected outcomes are returned instead. The message carries no PHI. */
export class BillingError extends Error {
  override readonly name: BillingErrorName;

  constructor(name: BillingErrorName, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = name;
  }
}
