import { Entity } from 'electrodb';
import { PacketDraft } from '../../domain/appeals/packet.ts';
import { configuration, primary, record, service, text } from '../table.ts';
import { isConditionFailure } from '../transaction.ts';

/** What is prepared on a task before it is sent: one for each task. */
const PacketDraftEntity = new Entity(
  {
    model: { entity: 'packetDraft', version: '1', service },
    attributes: { taskId: text, version: { type: 'number', required: true }, record },
    indexes: { primary: primary(['taskId'], []) },
  },
  configuration,
);

export const findPacketDraft = async (taskId: string): Promise<PacketDraft | undefined> => {
  const { data } = await PacketDraftEntity.get({ taskId }).go({ consistent: true });
  return data ? PacketDraft.parse(data.record) : undefined;
};

/** Saves a draft in place of the version before it; false when that is not the one that is there. */
export const savePacketDraft = async (draft: PacketDraft): Promise<boolean> => {
  const { taskId, version } = draft;
  const item = { taskId, version, record: draft };
  try {
    if (version === 1) await PacketDraftEntity.create(item).go();
    else
      await PacketDraftEntity.put(item)
        .where((stored, { eq }) => eq(stored.version, version - 1))
        .go();
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
};
