import { z } from 'zod';

/** An object's arrival in a bucket, as EventBridge tells it and SQS hands it on. */
export const ObjectCreated = z.object({
  detail: z.object({ object: z.object({ key: z.string() }) }),
});
