import { z } from 'zod';
import { called } from '../../domain/field.ts';
import { EventWithEntries } from '../../domain/ledger/entry.ts';
import { claimPosition } from '../../domain/position.ts';
import {
  claimEntries,
  fileEntries,
  TimelineEntry,
  taskEntries,
  timelineOf,
} from '../../domain/timeline/timeline.ts';
import { json } from '../../runtime/http-handler.ts';
import { ownClaim, ShownPosition } from '../claim-routes.ts';
import { notFound, type PracticeRoute, type Respond } from '../practice-request.ts';

/** What happened to a claim, its tasks and files among it, in words and in data. */
const getTimeline: Respond = async (request, records) => {
  const claim = await ownClaim(request, records);
  if (!claim) return notFound();
  const { claimId } = claim;
  const [events, tasks, files] = await Promise.all([
    records.claimHistory(claimId),
    records.tasksOfClaim(claimId),
    records.files.ofClaim(claim),
  ]);
  const named = files.map((file) => ({ ...file, id: records.files.nameOf(file) }));
  const timeline = timelineOf(claimEntries(claimId, events), tasks.flatMap(taskEntries), fileEntries(named));
  return json(200, { timeline });
};

/** Every entry of a claim's money, in the order in which it was written, and where that leaves it. */
const getLedger: Respond = async (request, records) => {
  const claim = await ownClaim(request, records);
  if (!claim) return notFound();
  const events = z.array(EventWithEntries).parse(await records.claimHistory(claim.claimId));
  const entries = events.flatMap(({ at, type, actor, entries: some }) =>
    some.map((entry) => ({ at, event: type, by: actor, entry })),
  );
  return json(200, { entries, position: claimPosition(claim) });
};

const LedgerEntry = called(
  'LedgerEntry',
  z.object({
    at: z.string(),
    event: z.string().describe('of the claim’s history, with which it was written'),
    by: EventWithEntries.shape.actor,
    entry: z.looseObject({ kind: z.string() }).describe('amounts are cents'),
  }),
);

/** What happened to a claim, and its money. */
export const claimTimelineRoutes: readonly PracticeRoute[] = [
  {
    method: 'GET',
    path: '/claims/{claimId}/timeline',
    summary: 'What happened to a claim, with its tasks and files, the oldest first',
    permission: 'read',
    audit: { of: ['claim'], why: 'payment' },
    answer: { status: 200, body: z.object({ timeline: z.array(TimelineEntry) }) },
    handler: getTimeline,
  },
  {
    method: 'GET',
    path: '/claims/{claimId}/ledger',
    summary: 'Every entry of a claim’s money, the oldest first, and where it stands',
    permission: 'read',
    audit: { of: ['claim'], why: 'payment' },
    answer: { status: 200, body: z.object({ entries: z.array(LedgerEntry), position: ShownPosition }) },
    handler: getLedger,
  },
];
