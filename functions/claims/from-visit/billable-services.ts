import type { CodedService, EncounterCodes } from '../../domain/coding.ts';
import type { Payer } from '../../domain/payer.ts';

/** A visit after surgery that its payment covers: reported at no charge, where a payer wants to hear of it at all. */
export const postoperativeVisit = '99024';

/** What of a visit is billed to a payer: without the visits after surgery that it does not want on claims. */
export const billableServices = (
  services: readonly CodedService[],
  payer: Pick<Payer, 'postoperativeVisits'> | undefined,
): readonly CodedService[] =>
  payer === undefined || payer.postoperativeVisits === 'on-claim'
    ? services
    : services.filter(({ procedure }) => procedure !== postoperativeVisit);

/** Whether all that was coded is covered by what was paid for surgery, and the payer wants to hear nothing of it. */
export const isPaidWithSurgery = (
  { services }: EncounterCodes,
  payer: Pick<Payer, 'postoperativeVisits'>,
): boolean => billableServices(services, payer).length === 0;
