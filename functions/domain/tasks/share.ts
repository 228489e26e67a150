import { z } from 'zod';
import { Desk } from '../practice.ts';
import { DecidedPart } from './decided-part.ts';

const parts = z.array(DecidedPart);

/** What one desk has of a claim whose disputed adjustments belong to several, and what the others have. */
export const TaskShare = z.object({
  desk: Desk.describe('that the parts were sent to, whoever has the task now'),
  parts: parts.describe('with what was open of each when the task was written last'),
  isFirst: z.boolean().describe('it has the largest part: news of the claim as a whole is told to it'),
  others: z.array(z.object({ taskId: z.string(), desk: Desk, parts })).describe('none once it is alone'),
});
export type TaskShare = z.infer<typeof TaskShare>;

/** Whether other desks have parts of the claim as well. */
export const isShared = (share: TaskShare | undefined): share is TaskShare =>
  share !== undefined && share.others.length > 0;
