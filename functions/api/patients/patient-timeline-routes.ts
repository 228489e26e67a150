import { z } from 'zod';
import { patientEntries, TimelineEntry, timelineOf } from '../../domain/timeline/timeline.ts';
import { json } from '../../runtime/http-handler.ts';
import { notFound, type PracticeRoute, type Respond } from '../practice-request.ts';

/** What happened to the record of a patient, and to those that were merged into it. */
const getTimeline: Respond = async ({ practiceId, path }, { patients }) => {
  const file = await patients.find({ practiceId, patientId: path.patientId ?? '' });
  if (!file) return notFound();
  return json(200, { timeline: timelineOf(patientEntries(await patients.history(file))) });
};

/** The history of patients in words. */
export const patientTimelineRoutes: readonly PracticeRoute[] = [
  {
    method: 'GET',
    path: '/patients/{patientId}/timeline',
    summary: 'What happened to the record of a patient, the oldest first',
    permission: 'read',
    audit: { of: ['patient'], why: 'payment' },
    answer: { status: 200, body: z.object({ timeline: z.array(TimelineEntry) }) },
    handler: getTimeline,
  },
];
