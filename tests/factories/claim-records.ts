import type { Claim, ClaimEvent, GetClaimContext } from '../../functions/domain/claim.ts';
import type { ChangeClaim } from '../../functions/domain/claim-change.ts';
import type { FindPace } from '../../functions/domain/follow-up/payer-pace.ts';
import { patientControlNumber } from '../../functions/domain/ids.ts';
import type { FindQueued, QueueClaim, QueuedClaim } from '../../functions/domain/outbox/outbox.ts';
import type { PartnerFile, SendToPartner } from '../../functions/domain/partner-file.ts';
import type { Payer } from '../../functions/domain/payer.ts';
import { payer as aPayer } from './payers.ts';
import { practice } from './practices.ts';

/**
 * One claim's records in memory, as the steps of its lifecycle find them, with what was done to them in its order.
 * As in the store, a purpose has one control number and one file.
 */
export const claimRecords = (claim: Claim, payer: Partial<Payer> = {}) => {
  const records = {
    claim,
    done: [] as string[],
    events: [] as Omit<ClaimEvent, 'at'>[],
    files: new Map<string, PartnerFile & { readonly text: string }>(),
    queued: new Map<string, QueuedClaim>(),
  };
  const getClaimContext: GetClaimContext = async () => ({
    claim: records.claim,
    practice: practice(),
    payer: aPayer(payer),
  });
  const changeClaim: ChangeClaim = async (_claimId, decide) => {
    const change = decide(records.claim);
    if (!change) return records.claim;
    records.done.push(`change: ${change.event.type}`);
    records.events.push(change.event);
    records.claim = { ...change.claim, version: records.claim.version + 1 };
    return records.claim;
  };
  const sendToPartner: SendToPartner = async (file) => {
    const { render, purpose, ...rest } = file;
    records.done.push(`send: ${file.transaction} ${purpose}`);
    const known = records.files.get(purpose);
    if (known) return known;
    const controlNumber = records.files.size + 1;
    const at = '2026-11-02T10:00:01.000Z';
    const sent: PartnerFile & { readonly text: string } = {
      ...rest,
      direction: 'outbound',
      fileId: String(controlNumber),
      key: `partners/${file.partnerId}/outbound/${file.transaction}-${controlNumber}`,
      outcome: 'sent',
      findings: [],
      at,
      text: render(controlNumber, at),
    };
    records.files.set(purpose, sent);
    return sent;
  };
  const findQueued: FindQueued = async ({ claimId, submissionNumber }) =>
    records.queued.get(patientControlNumber(claimId, submissionNumber));
  const queueClaim: QueueClaim = async (queued) => {
    const number = patientControlNumber(queued.claimId, queued.submissionNumber);
    if (records.queued.has(number)) return undefined;
    records.done.push(`queue: ${number}`);
    records.queued.set(number, queued);
    return records.queued.size;
  };
  const removeQueued = async ({ claimId, submissionNumber }: QueuedClaim): Promise<void> =>
    void records.queued.delete(patientControlNumber(claimId, submissionNumber));
  const findPace: FindPace = async () => undefined;
  return {
    records,
    effects: {
      ...{ findPace, getClaimContext, changeClaim, sendToPartner },
      ...{ findQueued, queueClaim, removeQueued },
    },
  };
};
