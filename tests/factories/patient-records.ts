import type { PracticeLists } from '../../functions/api/mechanics/practice-lists.ts';
import type { PatientRecordsOfPractice } from '../../functions/api/patients/patient-records.ts';
import type { Appointment } from '../../functions/domain/patients/appointment.ts';
import type { Authorization } from '../../functions/domain/patients/authorization.ts';
import type { Demographics } from '../../functions/domain/patients/demographics.ts';
import type { ChangePair } from '../../functions/domain/patients/merge-patients.ts';
import type {
  ChangePatient,
  PatientEvent,
  PatientFile,
  PatientName,
  PatientRecord,
} from '../../functions/domain/patients/patient-record.ts';
import type { Task, TaskOutcome } from '../../functions/domain/task.ts';
import type { TaskDraft } from '../../functions/domain/task-draft.ts';
import type { EnterRegistrationEffects } from '../../functions/patients/enter-registration.ts';
import { type ImportRecordsEffects, importRecords } from '../../functions/patients/import-records.ts';
import { saveAppointment, saveAuthorization, savePatient } from '../../functions/patients/save-told.ts';
import { isOn, listOf } from './api/lists.ts';
import { aTask } from './tasks.ts';

/** The state of a table: each record as JSON, so that nobody shares an object with it. */
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value));

const keyOf = (...parts: readonly string[]): string => parts.join('|');

type Stored = { record: PatientRecord; coverages: Map<string, PatientFile['coverages'][number]> };

/** Records of patients in memory, with every effect of the use cases and the records of the API. */
export const patientRecords = (payers: ImportRecordsEffects['listPayers'] = async () => somePayers) => {
  const stored = new Map<string, Stored>();
  const events: (PatientEvent & PatientName)[] = [];
  const appointments = new Map<string, Appointment>();
  const authorizations = new Map<string, Authorization>();
  const tasks = new Map<string, Task>();
  let writes = 0;

  const itself = ({ practiceId, patientId }: PatientName): PatientFile | undefined => {
    const found = stored.get(keyOf(practiceId, patientId));
    if (!found) return undefined;
    const ids = [patientId, ...found.record.absorbed];
    const coverages = ids.flatMap((id) => [...(stored.get(keyOf(practiceId, id))?.coverages.values() ?? [])]);
    return copy({ record: found.record, coverages });
  };

  const find = (name: PatientName): PatientFile | undefined => {
    const file = itself(name);
    return file?.record.mergedInto
      ? find({ practiceId: name.practiceId, patientId: file.record.mergedInto })
      : file;
  };

  const write = (file: PatientFile, event: Omit<PatientEvent, 'at'> | undefined): PatientFile => {
    writes += 1;
    const { practiceId, patientId } = file.record;
    const record = copy({ ...file.record, version: file.record.version + 1 });
    stored.set(keyOf(practiceId, patientId), { record, coverages: new Map() });
    for (const id of record.absorbed) stored.get(keyOf(practiceId, id))?.coverages.clear();
    for (const one of copy(file.coverages))
      stored.get(keyOf(practiceId, one.patientId))?.coverages.set(one.coverageId, one);
    if (event) events.push(copy({ ...event, at: '2026-11-30T12:00:00.000Z', practiceId, patientId }));
    return { ...copy(file), record };
  };

  const findPatient = async (name: PatientName) => find(name);

  const changePatient: ChangePatient = async (name, decide) => {
    const before = find(name);
    const change = decide(before);
    return change ? write(change.file, change.event) : before;
  };

  const changePair: ChangePair = async (practiceId, ids, decide) => {
    const from = itself({ practiceId, patientId: ids.from });
    const into = itself({ practiceId, patientId: ids.into });
    if (!from || !into) return undefined;
    const decided = decide({ from, into });
    if (!decided.success) return decided;
    // The survivor's coverages are its own: those of the other are shown with them and stay where they are.
    for (const { file, event } of decided.data) {
      const { practiceId: practice, patientId } = file.record;
      const kept = stored.get(keyOf(practice, patientId));
      writes += 1;
      const record = copy({ ...file.record, version: file.record.version + 1 });
      stored.set(keyOf(practice, patientId), { record, coverages: kept?.coverages ?? new Map() });
      if (event) events.push(copy({ ...event, at: '2026-11-30T12:00:00.000Z', practiceId, patientId }));
    }
    return decided;
  };

  const all = async (practiceId: string): Promise<PatientFile[]> =>
    [...stored.values()].flatMap(({ record }) => {
      const file = record.practiceId === practiceId && !record.mergedInto ? itself(record) : undefined;
      return file ? [file] : [];
    });

  const effects: EnterRegistrationEffects & ImportRecordsEffects = {
    findPatient,
    changePatient,
    similarPatients: async ({ record }) =>
      (await all(record.practiceId)).filter((one) => one.record.patientId !== record.patientId),
    findAppointment: async (practiceId, id) => copyOf(appointments.get(keyOf(practiceId, id))),
    changeAppointment: async (practiceId, id, decide) => {
      const before = copyOf(appointments.get(keyOf(practiceId, id)));
      const after = decide(before);
      if (!after) return before;
      writes += 1;
      const written = copy({ ...after, version: after.version + 1 });
      appointments.set(keyOf(practiceId, id), written);
      return copy(written);
    },
    authorizationsOf: async (practiceId, ids) =>
      [...authorizations.values()].filter(
        (one) => one.practiceId === practiceId && ids.includes(one.patientId),
      ),
    changeAuthorization: async ({ practiceId, patientId, authorizationId }, decide) => {
      const key = keyOf(practiceId, patientId, authorizationId);
      const before = copyOf(authorizations.get(key));
      const after = decide(before);
      if (!after) return before;
      writes += 1;
      const written = copy({ ...after, version: after.version + 1 });
      authorizations.set(key, written);
      return copy(written);
    },
    raiseTask: async (draft: TaskDraft, subject) => {
      if (!tasks.has(subject.taskId))
        tasks.set(
          subject.taskId,
          aTask({
            ...draft,
            reasons: [...draft.reasons],
            actions: [...draft.actions],
            limits: [...(draft.limits ?? [])],
            ...subject,
            status: 'open',
          }),
        );
    },
    tasksOfEncounter: async (_practiceId, encounterId) =>
      [...tasks.values()].filter((one) => one.encounterId === encounterId),
    closeTask: async (task: Task, outcome: TaskOutcome) =>
      tasks.set(task.taskId, { ...task, status: 'done', outcome }),
    listPayers: payers,
  };

  const records: PatientRecordsOfPractice = {
    find: findPatient,
    change: changePatient,
    all,
    similar: async (file) => effects.similarPatients(file),
    history: async ({ record }) => events.filter(({ patientId }) => patientId === record.patientId),
    tell: (name, said, at) => savePatient(name, said, at, changePatient),
    changePair,
    authorizationsOf: effects.authorizationsOf,
    tellAuthorization: (name, said, at) => saveAuthorization(name, said, at, effects.changeAuthorization),
    findAppointment: effects.findAppointment,
    appointmentsOf: async (practiceId, { from, to }) =>
      [...appointments.values()].filter(
        (one) => one.practiceId === practiceId && one.date >= from && one.date <= to,
      ),
    tellAppointment: (name, said, at) => saveAppointment(name, said, at, effects.changeAppointment),
    importTable: (practiceId, table, at) => importRecords({ practiceId, ...table }, at, effects),
  };

  return {
    effects,
    records,
    lists: {
      patients: listOf(
        () => [...stored.values()].map(({ record }) => record),
        ({ patientId }) => patientId,
      ),
      appointments: listOf(
        () => [...appointments.values()],
        ({ date, appointmentId }) => `${date} ${appointmentId}`,
        isOn,
      ),
    } satisfies Partial<PracticeLists>,
    events,
    tasks,
    find,
    writes: () => writes,
    openTasks: () => [...tasks.values()].filter(({ status }) => status === 'open'),
    appointments,
    authorizations,
  };
};

const copyOf = <T>(value: T | undefined): T | undefined => (value === undefined ? undefined : copy(value));

export const somePayers = [
  { payerId: 'northwind', name: 'Northwind Health' },
  { payerId: 'cascade', name: 'Cascade Mutual' },
];

/** An invented person. */
export const aPerson = (change: Partial<Demographics> = {}): Demographics => ({
  lastName: 'Okafor',
  firstName: 'Miriam',
  dateOfBirth: '1961-04-09',
  gender: 'F',
  address: { line1: '12 Alder Court', city: 'Springfield', state: 'OR', postalCode: '97477' },
  ...change,
});
