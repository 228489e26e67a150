import type { CalendarDate } from '../../domain/calendar.ts';
import type { Checked } from '../../domain/finding.ts';
import type { Appointment, ToldAppointment } from '../../domain/patients/appointment.ts';
import type { Authorization, ToldAuthorization } from '../../domain/patients/authorization.ts';
import type { Demographics } from '../../domain/patients/demographics.ts';
import type { ImportKind, ImportReport } from '../../domain/patients/import-report.ts';
import type { DecidePair } from '../../domain/patients/merge-patients.ts';
import type {
  ChangePatient,
  FindPatient,
  PatientEvent,
  PatientFile,
  PatientName,
  Told,
} from '../../domain/patients/patient-record.ts';
import type { SeenVersions } from '../../domain/practice/seen-versions.ts';

/** Whose word something is, when it came, and which versions of the record were seen. */
export type ToldAt = { readonly told: Told; readonly now: Date; readonly seen?: SeenVersions };

/** What people and programs see of patients and all that hangs on them, and do to it. */
export type PatientRecordsOfPractice = {
  readonly find: FindPatient;
  readonly change: ChangePatient;
  /** Every record that stands for a patient. */
  readonly all: (practiceId: string) => Promise<readonly PatientFile[]>;
  readonly similar: (file: PatientFile) => Promise<readonly PatientFile[]>;
  readonly history: (
    file: PatientFile,
  ) => Promise<readonly (PatientEvent & { readonly patientId: string })[]>;
  /** Puts what is said of a patient, as a whole, to the record. */
  readonly tell: (
    name: PatientName,
    said: { readonly demographics: Demographics; readonly isSamePerson: boolean },
    at: ToldAt,
  ) => Promise<Checked<PatientFile>>;
  /** Undefined where either record is missing. */
  readonly changePair: (
    practiceId: string,
    ids: { readonly from: string; readonly into: string },
    decide: DecidePair,
  ) => Promise<Checked<unknown> | undefined>;
  readonly authorizationsOf: (
    practiceId: string,
    patientIds: readonly string[],
  ) => Promise<readonly Authorization[]>;
  readonly tellAuthorization: (
    name: PatientName,
    said: ToldAuthorization,
    at: ToldAt,
  ) => Promise<Checked<Authorization>>;
  readonly findAppointment: (practiceId: string, appointmentId: string) => Promise<Appointment | undefined>;
  readonly appointmentsOf: (
    practiceId: string,
    days: { readonly from: CalendarDate; readonly to: CalendarDate },
  ) => Promise<readonly Appointment[]>;
  readonly tellAppointment: (
    name: { readonly practiceId: string; readonly appointmentId: string },
    said: ToldAppointment,
    at: ToldAt,
  ) => Promise<Checked<Appointment>>;
  readonly importTable: (
    practiceId: string,
    table: { readonly kind: ImportKind; readonly content: Uint8Array; readonly apply: boolean },
    at: ToldAt,
  ) => Promise<ImportReport>;
};
