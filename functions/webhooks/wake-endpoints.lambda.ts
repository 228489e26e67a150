import { z } from 'zod';
import { membershipVersions } from '../adapters/access/member-store.ts';
import { sendMail } from '../adapters/mailer.ts';
import { getPractice } from '../adapters/practices/practice-store.ts';
import { dueDeliveries } from '../adapters/webhooks/delivery-store.ts';
import { allEndpoints, changeEndpoint } from '../adapters/webhooks/endpoint-store.ts';
import { wakeEndpoint } from '../adapters/webhooks/wake-queue.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { type WakeEndpointsEffects, wakeEndpoints } from './wake-endpoints.ts';

const effects: WakeEndpointsEffects = {
  allEndpoints,
  dueDeliveries,
  wake: wakeEndpoint,
  changeEndpoint,
  membershipVersions,
  getPractice,
  sendMail,
  now: () => new Date(),
};

export const handler = taskHandler(z.object({}), () => wakeEndpoints(effects));
