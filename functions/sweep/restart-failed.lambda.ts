import { findClaim } from '../adapters/claim-store.ts';
import { findEncounter } from '../adapters/encounter-store.ts';
import { lookAgain } from '../adapters/sweep/sweep-queues.ts';
import { findVisit } from '../adapters/visits/visit-reference-store.ts';
import { logger } from '../runtime/observability.ts';
import { queueHandler } from '../runtime/queue-handler.ts';
import { drivingEffects } from '../wiring/start-again.ts';
import { ExecutionEnded, restartFailed } from './restart-failed.ts';

const effects = { ...drivingEffects, findClaim, findEncounter, findVisit, lookAgain };

export const handler = queueHandler(ExecutionEnded, async (ended) => {
  const { outcome } = await restartFailed(ended, effects);
  logger.info('Looked after what ended', { outcome });
});
