import { z } from 'zod';
import { TimelineEntry, taskEntries, timelineOf } from '../../domain/timeline/timeline.ts';
import { json } from '../../runtime/http-handler.ts';
import { notFound, type PracticeRoute, type Respond } from '../practice-request.ts';

/** What happened to a task: who was asked, what was done with it, and what was decided. */
const getTimeline: Respond = async ({ practiceId, path }, { findTask }) => {
  const task = await findTask(path.taskId ?? '');
  return task?.practiceId === practiceId
    ? json(200, { timeline: timelineOf(taskEntries(task)) })
    : notFound();
};

/** The history of tasks in words. */
export const taskTimelineRoutes: readonly PracticeRoute[] = [
  {
    method: 'GET',
    path: '/tasks/{taskId}/timeline',
    summary: 'What happened to a task, the oldest first',
    permission: 'read',
    audit: { of: ['task'], why: 'payment' },
    answer: { status: 200, body: z.object({ timeline: z.array(TimelineEntry) }) },
    handler: getTimeline,
  },
];
