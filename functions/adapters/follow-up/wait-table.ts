import { Entity } from 'electrodb';
import { configuration, index, primary, service, text } from '../table.ts';

/** What is awaited, by whom, and what came. Its bell stands in an index of its own as long as it is to ring. */
export const WaitEntity = new Entity(
  {
    model: { entity: 'wait', version: '1', service },
    attributes: {
      waitId: text,
      token: { type: 'string' },
      sentAt: { type: 'number' },
      round: { type: 'number' },
      /** The part of the index, empty where nothing is to ring. Whoever writes it writes the instant, too. */
      bell: { type: 'string' },
      ringAt: { type: 'string' },
      rungRound: { type: 'number' },
      answer: { type: 'any' },
      expiresAt: { type: 'number', required: true },
    },
    indexes: { primary: primary(['waitId'], []), byBell: index('gsi5', ['bell'], ['ringAt']) },
  },
  configuration,
);
