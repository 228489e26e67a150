import { z } from 'zod';
import { claimsSince } from '../adapters/claim-store.ts';
import { savePace } from '../adapters/follow-up/pace-store.ts';
import { listPractices } from '../adapters/practices/practice-store.ts';
import { logger } from '../runtime/observability.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { type MeasurePacesEffects, measureAllPaces } from './measure-paces.ts';

const effects: MeasurePacesEffects = {
  listPractices,
  decidedSince: async (practiceId, from) => {
    const statuses = ['adjudicated', 'appealed', 'closed'] as const;
    return (await Promise.all(statuses.map((status) => claimsSince(practiceId, status, from)))).flat();
  },
  savePace,
  now: () => new Date(),
  measured: (counts) => logger.info('Paces measured', counts),
};

export const handler = taskHandler(z.object({}), () => measureAllPaces(effects));
