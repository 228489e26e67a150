import middy from '@middy/core';
import type { z } from 'zod';
import { requireInput } from './input.ts';
import { count, describeError, idsOf, logger, observed, sealed } from './observability.ts';

/**
 * The entry point of a step of a state machine: its input is checked, its output handed on, and its failure thrown
 * under the name that the state machine retries or catches by.
 */
export const taskHandler = <S extends z.ZodType, R>(schema: S, step: (input: z.output<S>) => Promise<R>) =>
  middy()
    .use(observed)
    .handler(async (event: unknown): Promise<R> => {
      const input = requireInput(schema, event);
      try {
        const output = await step(input);
        count('Done');
        logger.info('Step done', { ...idsOf(input), ...idsOf(output), ...outcomeOf(output) });
        return output;
      } catch (error) {
        count('Failed');
        logger.error('Step failed', { ...idsOf(input), ...describeError(error) });
        throw sealed(error);
      }
    });

const outcomeOf = (output: unknown): Record<string, unknown> =>
  typeof output === 'object' && output !== null && 'outcome' in output && typeof output.outcome === 'string'
    ? { outcome: output.outcome }
    : {};
