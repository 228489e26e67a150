import { z } from 'zod';
import { AuditEntry } from '../../domain/audit/audit-entry.ts';
import { findEntries, type PatientTraces } from '../../domain/audit/find-entries.ts';
import { daysRunForward } from '../../domain/calendar/days-asked.ts';
import { endOfDayIn } from '../../domain/calendar/time-zone.ts';
import { addDays, CalendarDate } from '../../domain/calendar.ts';
import { checkInput } from '../../domain/check-input.ts';
import { PatientId } from '../../domain/patients/patient-record.ts';
import { badRequest } from '../../runtime/http-handler.ts';
import { pageOf } from '../mechanics/list-page.ts';
import type { PracticeRecords } from '../practice-records.ts';
import { notFound, type PracticeRoute, type RespondWithPage } from '../practice-request.ts';
import { recordsOfPerson, tracesOf } from './records-of-person.ts';

const AuditQuery = z
  .strictObject({
    patient: PatientId.optional().describe('any number of the person: claims and visits of it count'),
    member: z.string().min(1).max(254).optional().describe('the subject of its tokens, or its mailbox'),
    from: CalendarDate.optional().describe('the first day; @default the first there is'),
    to: CalendarDate.optional().describe('the last day; @default today'),
  })
  .refine(...daysRunForward);

/** Who saw or changed what, the newest first; the next page goes on where this one stopped looking. */
const listEntries: RespondWithPage = async (
  { practiceId, query, page: { asked: page, answer } },
  records,
) => {
  const asked = checkInput(AuditQuery, query);
  if (!asked.success) return badRequest(asked.findings);
  const practice = await records.findPractice(practiceId);
  if (!practice) return notFound();
  const { patient, member, from, to } = asked.data;
  const { entries, next } = await findEntries(
    practiceId,
    {
      from: from ? endOf(endOfDayIn(practice.timeZone, addDays(from, -1))) : '0',
      before: page.after ?? (to ? endOf(endOfDayIn(practice.timeZone, to)) : '~'),
      ...{ member, most: page.limit },
      about: patient === undefined ? undefined : await tracesOfPatient(practiceId, patient, records),
    },
    records.trail.entriesIn,
  );
  return answer({ items: entries, next });
};

/** Behind every id of a second: they go on with parts of it, and letters before the tilde. */
const endOf = (second: string): string => `${second.slice(0, 19)}~`;

/** Of a number without records there may be entries all the same: somebody asked for it. */
const tracesOfPatient = async (
  practiceId: string,
  patientId: string,
  records: PracticeRecords,
): Promise<PatientTraces> => {
  const held = await recordsOfPerson(practiceId, patientId, records);
  return held ? tracesOf(held) : { patientIds: [patientId], claimIds: [], encounterIds: [] };
};

/** Who saw or changed what. */
export const auditRoutes: readonly PracticeRoute[] = [
  {
    method: 'GET',
    path: '/audit',
    summary: 'Who saw or changed what',
    list: 'the newest first',
    permission: 'administer',
    audit: { of: ['patient'], why: 'operations', fields: { patient: 'patient' } },
    query: AuditQuery,
    answer: { status: 200, body: pageOf(AuditEntry) },
    handler: listEntries,
  },
];
