import { describeError, logger } from '../../runtime/observability.ts';
import { ClientCountEntity } from './access-table.ts';

/** Counted in windows of seconds, a count is of no use after a minute. */
const keptSeconds = 60;

/** Adds to the requests of a client in a window and returns their number; none where the table does not answer: a count that fails shuts nobody out. */
export const countRequests = async (client: string, window: number, requests: number): Promise<number> => {
  const expiresAt = Math.floor(Date.now() / 1000) + keptSeconds;
  try {
    const { data } = await ClientCountEntity.upsert({ client, window, expiresAt })
      .add({ requests })
      .go({ response: 'all_new' });
    return data.requests ?? 0;
  } catch (error) {
    logger.warn('Requests of a client were not counted', describeError(error));
    return 0;
  }
};
