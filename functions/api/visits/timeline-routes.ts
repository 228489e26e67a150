import { z } from 'zod';
import {
  CodeSuggestion,
  CodingBasis,
  CodingReview,
  EncounterCodes,
  RejectedCode,
} from '../../domain/coding.ts';
import {
  claimEntries,
  TimelineEntry,
  taskEntries,
  timelineOf,
  visitEntries,
} from '../../domain/timeline/timeline.ts';
import { json } from '../../runtime/http-handler.ts';
import { notFound, type PracticeRoute, type Respond } from '../practice-request.ts';
import { answerDownload, DownloadLink } from './document-routes.ts';

/** What happened to a visit and to all that came of it. */
const getTimeline: Respond = async ({ practiceId, path }, records) => {
  const { encounterId = '' } = path;
  const encounter = await records.findEncounter({ practiceId, encounterId });
  if (!encounter) return notFound();
  const [claims, tasks] = await Promise.all([
    records.claimsOfEncounter(practiceId, encounterId),
    records.tasksOfEncounter(practiceId, encounterId),
  ]);
  const histories = await Promise.all(
    claims.map(async ({ claimId }) => claimEntries(claimId, await records.claimHistory(claimId))),
  );
  const timeline = timelineOf(visitEntries(encounter), histories.flat(), tasks.flatMap(taskEntries));
  return json(200, { timeline });
};

/** Codes that are suggested for a visit, each with its evidence, and what was decided of them; a task confirms them. */
const getSuggestions: Respond = async ({ practiceId, path }, records) => {
  const { encounterId = '' } = path;
  const encounter = await records.findEncounter({ practiceId, encounterId });
  if (!encounter) return notFound();
  const { suggestions, rejectedCodes = [], questions, proposal, codes, codingBasis: basis } = encounter;
  const { codingReviews: reviews = [], textKey } = encounter;
  const file = { fileName: 'text.txt', contentType: 'text/plain; charset=utf-8' };
  const open = (await records.tasksOfEncounter(practiceId, encounterId)).filter(
    ({ kind, status }) => kind === 'coding' && status === 'open',
  );
  return json(200, {
    ...{ suggestions, rejectedCodes, questions, reviews },
    ...(proposal && { proposal }),
    ...(codes && { codes }),
    ...(basis && { basis }),
    ...(textKey !== undefined && { text: await answerDownload(textKey, file, records) }),
    taskIds: open.map(({ taskId }) => taskId),
  });
};

/** What happened to visits, and what is suggested for them. */
export const visitTimelineRoutes: readonly PracticeRoute[] = [
  {
    method: 'GET',
    path: '/encounters/{encounterId}/timeline',
    summary: 'What happened to a visit, with its claims and tasks, the oldest first',
    permission: 'read',
    audit: { of: ['encounter'], why: 'payment' },
    answer: { status: 200, body: z.object({ timeline: z.array(TimelineEntry) }) },
    handler: getTimeline,
  },
  {
    method: 'GET',
    path: '/encounters/{encounterId}/suggestions',
    summary: 'The codes that are suggested for a visit, with their evidence, and the tasks that confirm them',
    permission: 'read',
    audit: { of: ['encounter'], why: 'payment' },
    answer: {
      status: 200,
      body: z.object({
        suggestions: z.array(CodeSuggestion),
        rejectedCodes: z.array(RejectedCode),
        questions: z.array(z.string()),
        reviews: z.array(CodingReview),
        proposal: EncounterCodes.optional(),
        codes: EncounterCodes.optional().describe('once they are confirmed'),
        basis: CodingBasis.optional(),
        text: DownloadLink.optional().describe('in which evidence counts its characters'),
        taskIds: z.array(z.string()).describe('open ones by which the codes are confirmed'),
      }),
    },
    handler: getSuggestions,
  },
];
