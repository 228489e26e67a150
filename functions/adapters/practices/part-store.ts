import { type PartName, PartVersion, settingNames } from '../../domain/practice/settings.ts';
import { writeTransaction } from '../transaction.ts';
import { PartVersionEntity, practiceLedger } from './practice-table.ts';

/** The version of a part that was entered last. */
export const lastVersion = async (
  practiceId: string,
  { part, id }: PartName,
): Promise<PartVersion | undefined> => {
  const { data } = await PartVersionEntity.query
    .primary({ practiceId, part, id })
    .go({ order: 'desc', limit: 1, consistent: true });
  const [found] = data;
  return found && PartVersion.parse(found.record);
};

/** Every version of a part, the latest first. */
export const versionsOf = async (practiceId: string, { part, id }: PartName): Promise<PartVersion[]> => {
  const { data } = await PartVersionEntity.query
    .primary({ practiceId, part, id })
    .go({ order: 'desc', pages: 'all', consistent: true });
  return data.map(({ record }) => PartVersion.parse(record));
};

type Entities = Parameters<Parameters<typeof practiceLedger.transaction.write>[0]>[0];

/** The record as it is from then on: of a practice the part alone, so that what else is written of it stays. */
const recordWith = ({ practiceId, part, id, value }: PartVersion, { practice, payer }: Entities) => {
  if (part === 'payer') return payer.put({ practiceId, payerId: id, record: value }).commit();
  const entered: Readonly<Record<string, unknown>> = part === 'settings' ? Object(value) : { [part]: value };
  const names: readonly string[] = part === 'settings' ? settingNames : [part];
  return practice
    .patch({ practiceId })
    .data(({ record }, { set, remove }) => {
      for (const name of names)
        if (entered[name] === undefined) remove(record[name]);
        else set(record[name], entered[name]);
    })
    .commit();
};

/** Writes a part of a practice with its version; false where somebody else wrote one of that number meanwhile. */
export const saveVersion = (version: PartVersion): Promise<boolean> =>
  writeTransaction(() =>
    practiceLedger.transaction
      .write((entities) => [
        entities.partVersion.create({ ...keysOf(version), record: version }).commit(),
        recordWith(version, entities),
      ])
      .go(),
  );

const keysOf = ({ practiceId, part, id, version }: PartVersion) => ({ practiceId, part, id, version });
