import { CoverageRecord, memberKeyOf } from '../../domain/patients/coverage-record.ts';
import type { ChangePair } from '../../domain/patients/merge-patients.ts';
import {
  type ChangePatient,
  type FindPatient,
  type PatientChange,
  PatientEvent,
  type PatientFile,
  type PatientName,
  PatientRecord,
} from '../../domain/patients/patient-record.ts';
import { personOf, searchKeys } from '../../domain/patients/patient-search.ts';
import { isSameContent } from '../../domain/patients/same-content.ts';
import { BillingError } from '../../runtime/errors.ts';
import { writeTransaction } from '../transaction.ts';
import { CoverageEntity, PatientEntity, PatientEventEntity, patientLedger } from './patient-table.ts';

const coveragesOf = async ({ practiceId, patientId }: PatientName): Promise<CoverageRecord[]> => {
  const { data } = await CoverageEntity.query
    .primary({ practiceId, patientId })
    .go({ pages: 'all', consistent: true });
  return data.map(({ record }) => CoverageRecord.parse(record));
};

/** The named record itself, merged or not. The patient is read first: a newer coverage than it would be written over. */
const readFile = async ({ practiceId, patientId }: PatientName): Promise<PatientFile | undefined> => {
  const { data } = await PatientEntity.get({ practiceId, patientId }).go({ consistent: true });
  if (!data) return undefined;
  const record = PatientRecord.parse(data.record);
  const ids = [record.patientId, ...record.absorbed];
  const coverages = await Promise.all(ids.map((id) => coveragesOf({ practiceId, patientId: id })));
  return { record, coverages: coverages.flat() };
};

/** A merge names the survivor of its day, which may have been merged since: no chain of them is this long. */
const mostMerges = 50;

/** The record that stands for a patient, whichever record of the same person is named. */
export const findPatient: FindPatient = async ({ practiceId, patientId }) => {
  let id = patientId;
  for (let merges = 0; merges < mostMerges; merges++) {
    const file = await readFile({ practiceId, patientId: id });
    if (!file?.record.mergedInto) return file;
    id = file.record.mergedInto;
  }
  throw new BillingError('ConcurrentChange', 'Records of patients were merged in a circle');
};

/** The record of this very number, though it was merged into another. */
export const findPatientItself = readFile;

const keysOf = ({ record }: PatientFile) => ({
  practiceId: record.practiceId,
  patientId: record.patientId,
  birthKey: searchKeys.birth(record.practiceId, record.demographics),
  nameKey: searchKeys.name(record.practiceId, record.demographics),
  version: record.version,
});

const coverageKeysOf = ({ practiceId, patientId, coverageId, coverage }: CoverageRecord) => ({
  practiceId,
  patientId,
  coverageId,
  memberDigest: searchKeys.member(practiceId, memberKeyOf(coverage)),
});

/** A change with the record that it was decided on. */
type Write = { readonly before: PatientFile | undefined; readonly change: PatientChange };

const nextOf = ({ before, change: { file } }: Write): PatientFile => ({
  ...file,
  record: { ...file.record, version: (before?.record.version ?? 0) + 1 },
});

const isSame = (one: CoverageRecord, other: CoverageRecord): boolean =>
  one.patientId === other.patientId && one.coverageId === other.coverageId;

/** Writes records with their coverages and events, if all are still as they were decided upon. */
const writeChanges = (writes: readonly Write[]): Promise<boolean> =>
  writeTransaction(() =>
    patientLedger.transaction
      .write(({ patient, coverage, patientEvent }) =>
        writes.flatMap((write) => {
          const after = nextOf(write);
          const { before, change } = write;
          const old = before?.coverages ?? [];
          const changed = after.coverages.filter((one) => !old.some((other) => isSameContent(one, other)));
          const gone = old.filter((one) => !after.coverages.some((other) => isSame(one, other)));
          const { practiceId, patientId, version } = after.record;
          return [
            patient
              .put({ ...keysOf(after), record: after.record })
              .where((attributes, { eq, notExists }) =>
                before ? eq(attributes.version, before.record.version) : notExists(attributes.version),
              )
              .commit(),
            ...changed.map((one) => coverage.put({ ...coverageKeysOf(one), record: one }).commit()),
            ...gone.map(({ coverageId, patientId: owner }) =>
              coverage.delete({ practiceId, patientId: owner, coverageId }).commit(),
            ),
            ...(change.event
              ? [
                  patientEvent
                    .put({
                      practiceId,
                      patientId,
                      version,
                      record: { ...change.event, at: new Date().toISOString() } satisfies PatientEvent,
                    })
                    .commit(),
                ]
              : []),
          ];
        }),
      )
      .go(),
  );

/** Two visits of a patient may be registered at the same moment, and a table be imported meanwhile: five tries are ample. */
const changeAttempts = 5;

const keptChanging = () =>
  new BillingError('ConcurrentChange', 'The record of a patient kept changing while it was written');

/** Applies a decision to the record that stands for the patient, and decides again when somebody else wrote meanwhile. */
export const changePatient: ChangePatient = async (name, decide) => {
  for (let attempt = 0; attempt < changeAttempts; attempt++) {
    const before = await findPatient(name);
    const change = decide(before);
    if (!change) return before;
    if (await writeChanges([{ before, change }])) return nextOf({ before, change });
  }
  throw keptChanging();
};

/** Applies a decision to two records themselves, in one transaction. */
export const changePair: ChangePair = async (practiceId, ids, decide) => {
  for (let attempt = 0; attempt < changeAttempts; attempt++) {
    const [from, into] = await Promise.all([
      readFile({ practiceId, patientId: ids.from }),
      readFile({ practiceId, patientId: ids.into }),
    ]);
    if (!from || !into) return undefined;
    const decided = decide({ from, into });
    if (!decided.success || decided.data.length === 0) return decided;
    const writes = decided.data.map((change) => ({
      before: [from, into].find(({ record }) => record.patientId === change.file.record.patientId),
      change,
    }));
    if (await writeChanges(writes)) return decided;
  }
  throw keptChanging();
};

/** Every record of a practice that stands for a patient, with its coverages. */
export const allPatients = async (practiceId: string): Promise<PatientFile[]> => {
  const { data } = await PatientEntity.query.primary({ practiceId }).go({ pages: 'all' });
  const standing = data.map(({ record }) => PatientRecord.parse(record)).filter((one) => !one.mergedInto);
  const files: PatientFile[] = [];
  for (let at = 0; at < standing.length; at += atOnce) {
    const read = standing.slice(at, at + atOnce).map(({ patientId }) => readFile({ practiceId, patientId }));
    files.push(...(await Promise.all(read)).flatMap((file) => file ?? []));
  }
  return files;
};

/** Reads at once: enough for thousands of patients in seconds, few enough that the table does not throttle. */
const atOnce = 20;

/** The records of those who share the birth date, the names or a membership with this patient. */
export const similarPatients = async (file: PatientFile): Promise<PatientFile[]> => {
  const { practiceId, demographics } = file.record;
  const [births, names, ...members] = await Promise.all([
    PatientEntity.query
      .byBirth({ birthKey: searchKeys.birth(practiceId, demographics) })
      .go({ pages: 'all' }),
    PatientEntity.query.byName({ nameKey: searchKeys.name(practiceId, demographics) }).go({ pages: 'all' }),
    ...personOf(file).members.map((member) =>
      CoverageEntity.query
        .byMember({ memberDigest: searchKeys.member(practiceId, member) })
        .go({ pages: 'all' }),
    ),
  ]);
  const found = [births, names, ...members].flatMap(({ data }) => data.map(({ patientId }) => patientId));
  const files = await Promise.all(
    [...new Set(found)].map((patientId) => findPatient({ practiceId, patientId })),
  );
  const standing = new Map(files.flatMap((one) => (one ? [[one.record.patientId, one] as const] : [])));
  standing.delete(file.record.patientId);
  return [...standing.values()];
};

/** What happened to the records of a person, the oldest first. */
export const patientHistory = async ({
  record,
}: PatientFile): Promise<(PatientEvent & { patientId: string })[]> => {
  const { practiceId } = record;
  const lists = await Promise.all(
    [record.patientId, ...record.absorbed].map(async (patientId) => {
      const { data } = await PatientEventEntity.query.primary({ practiceId, patientId }).go({ pages: 'all' });
      return data.map((item) => ({ ...PatientEvent.parse(item.record), patientId }));
    }),
  );
  return lists.flat().sort((a, b) => (a.at < b.at ? -1 : 1));
};
