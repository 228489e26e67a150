import { Appointment } from '../../domain/patients/appointment.ts';
import { BillingError } from '../../runtime/errors.ts';
import { throughDay } from '../lists/read-page.ts';
import { isConditionFailure } from '../transaction.ts';
import { AppointmentEntity } from './patient-table.ts';

export const findAppointment = async (
  practiceId: string,
  appointmentId: string,
): Promise<Appointment | undefined> => {
  const { data } = await AppointmentEntity.get({ practiceId, appointmentId }).go({ consistent: true });
  return data ? Appointment.parse(data.record) : undefined;
};

/** A calendar's table and the registration of the visit may come at the same moment: five tries are ample. */
const changeAttempts = 5;

/** Applies a decision to an appointment as it stands, or to none, and decides again when somebody wrote meanwhile. */
export const changeAppointment = async (
  practiceId: string,
  appointmentId: string,
  decide: (before: Appointment | undefined) => Appointment | undefined,
): Promise<Appointment | undefined> => {
  for (let attempt = 0; attempt < changeAttempts; attempt++) {
    const before = await findAppointment(practiceId, appointmentId);
    const decided = decide(before);
    if (!decided) return before;
    const after = { ...decided, version: (before?.version ?? 0) + 1 };
    if (await replaceAppointment(before, after)) return after;
  }
  throw new BillingError('ConcurrentChange', 'An appointment kept changing while it was written');
};

const replaceAppointment = async (before: Appointment | undefined, after: Appointment): Promise<boolean> => {
  const { practiceId, appointmentId, date, version } = after;
  try {
    await AppointmentEntity.put({ practiceId, appointmentId, date, version, record: after })
      .where((attributes, { eq, notExists }) =>
        before ? eq(attributes.version, before.version) : notExists(attributes.version),
      )
      .go();
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
};

/** The appointments of some days, both ends included, in the order of the days. */
export const appointmentsOf = async (
  practiceId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Appointment[]> => {
  const { data } = await AppointmentEntity.query
    .byDay({ practiceId })
    .between({ date: from }, { date: throughDay(to) })
    .go({ pages: 'all' });
  return data.map(({ record }) => Appointment.parse(record));
};
