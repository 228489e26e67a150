import { Entity, Service } from 'electrodb';
import { configuration, index, indexedText, numbered, primary, record, service, text } from '../table.ts';

/** A patient of a practice; records that may be one person meet under the digests of birth date and names. */
export const PatientEntity = new Entity(
  {
    model: { entity: 'patient', version: '1', service },
    attributes: {
      practiceId: text,
      patientId: text,
      birthKey: text,
      nameKey: text,
      version: { type: 'number', required: true },
      record,
    },
    indexes: {
      primary: primary(['practiceId'], ['patientId']),
      byBirth: index('gsi1', ['birthKey'], ['patientId']),
      byName: index('gsi2', ['nameKey'], ['patientId']),
    },
  },
  configuration,
);

/** A coverage of a patient; those of one membership meet under its digest. */
export const CoverageEntity = new Entity(
  {
    model: { entity: 'coverage', version: '1', service },
    attributes: { practiceId: text, patientId: text, coverageId: text, memberDigest: text, record },
    indexes: {
      primary: primary(['practiceId', 'patientId'], ['coverageId']),
      byMember: index('gsi1', ['memberDigest'], ['patientId', 'coverageId']),
    },
  },
  configuration,
);

export const PatientEventEntity = new Entity(
  {
    model: { entity: 'patientEvent', version: '1', service },
    attributes: { practiceId: text, patientId: text, version: numbered, record },
    indexes: { primary: primary(['practiceId', 'patientId'], ['version']) },
  },
  configuration,
);

export const AuthorizationEntity = new Entity(
  {
    model: { entity: 'authorization', version: '1', service },
    attributes: {
      practiceId: text,
      patientId: text,
      authorizationId: text,
      version: { type: 'number', required: true },
      record,
    },
    indexes: { primary: primary(['practiceId', 'patientId'], ['authorizationId']) },
  },
  configuration,
);

export const AppointmentEntity = new Entity(
  {
    model: { entity: 'appointment', version: '1', service },
    attributes: {
      practiceId: text,
      appointmentId: text,
      date: indexedText,
      version: { type: 'number', required: true },
      record,
    },
    indexes: {
      primary: primary(['practiceId', 'appointmentId'], []),
      byDay: index('gsi2', ['practiceId'], ['date', 'appointmentId']),
    },
  },
  configuration,
);

/** A patient, the coverages and the event that tells of their change are written in one transaction. */
export const patientLedger = new Service(
  { patient: PatientEntity, coverage: CoverageEntity, patientEvent: PatientEventEntity },
  configuration,
);
