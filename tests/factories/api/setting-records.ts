import type { FileRecordsOfPractice } from '../../../functions/api/claims/file-records.ts';
import type { SettingRecordsOfPractice } from '../../../functions/api/practice/setting-records.ts';
import { Payer } from '../../../functions/domain/payer.ts';
import { type PartVersion, withPart } from '../../../functions/domain/practice/settings.ts';
import type { Practice } from '../../../functions/domain/practice.ts';
import { fileNameOf } from '../../../functions/partners/files/claim-files.ts';
import { type PutPartEffects, putPart } from '../../../functions/practices/put-part.ts';
import { practice as samplePractice } from '../practices.ts';
import { now } from '../tasks.ts';

/** Practices and their payers in memory, with what was entered of them. */
export const settingRecords = (
  practices: Practice[] = [samplePractice()],
  payers: Payer[] = [],
): {
  readonly records: SettingRecordsOfPractice;
  readonly effects: PutPartEffects;
  readonly versions: PartVersion[];
  readonly findPractice: (id: string) => Promise<Practice | undefined>;
  readonly payers: Payer[];
} => {
  const versions: PartVersion[] = [];
  const findPractice = async (id: string) => practices.find(({ practiceId }) => practiceId === id);
  const of = (practiceId: string, part: string, id: string) =>
    versions.filter((one) => one.practiceId === practiceId && one.part === part && one.id === id);
  const effects: PutPartEffects = {
    getPractice: async (id) => (await findPractice(id)) ?? samplePractice({ practiceId: id }),
    listPractices: async () => practices,
    listPayers: async () => payers,
    lastVersion: async (practiceId, { part, id }) => of(practiceId, part, id).at(-1),
    saveVersion: async (version) => {
      const { practiceId, part, id, value } = version;
      if (of(practiceId, part, id).some((one) => one.version === version.version)) return false;
      versions.push(version);
      const at = practices.findIndex((one) => one.practiceId === practiceId);
      const before = practices[at];
      if (before) practices[at] = withPart(before, part, value);
      if (part !== 'payer') return true;
      const known = payers.findIndex(({ payerId }) => payerId === id);
      payers.splice(known < 0 ? payers.length : known, known < 0 ? 0 : 1, Payer.parse(value));
      return true;
    },
  };
  const records: SettingRecordsOfPractice = {
    put: (practiceId, entered) => putPart({ practiceId, ...entered }, now, effects),
    versions: async (practiceId, { part, id }) => of(practiceId, part, id).toReversed(),
    last: effects.lastVersion,
  };
  return { records, effects, versions, findPractice, payers };
};

/** No file is known of any claim. */
export const noFiles = (): FileRecordsOfPractice => ({
  ofClaim: async () => [],
  nameOf: fileNameOf,
  find: async () => undefined,
  read: async () => undefined,
});
