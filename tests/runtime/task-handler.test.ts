import { inspect } from 'node:util';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { BillingError } from '../../functions/runtime/errors.ts';
import { taskHandler } from '../../functions/runtime/task-handler.ts';
import { aContext } from '../factories/lambda-context.ts';
import { catchLogLines } from './log-lines.ts';

const schema = z.object({ claimId: z.string(), patientName: z.string() });
const input = { claimId: 'C1', patientName: 'Okafor', extra: 'Okafor too' };
const logs = catchLogLines();

describe('taskHandler', () => {
  it('hands the known keys on and returns what the step returns', async () => {
    const step = vi.fn(async () => ({ outcome: 'sent' }));
    await expect(taskHandler(schema, step)(input, aContext())).resolves.toEqual({ outcome: 'sent' });
    expect(step).toHaveBeenCalledWith({ claimId: 'C1', patientName: 'Okafor' });
  });

  it('logs ids and the outcome, nothing else of input and output', async () => {
    await taskHandler(schema, async () => ({ outcome: 'sent', detail: 'Okafor' }))(input, aContext());
    const text = logs.lines.join('\n');
    expect(text).toMatch(/"claimId":\s*"C1"/);
    expect(text).toMatch(/"outcome":\s*"sent"/);
    expect(text).not.toContain('Okafor');
  });

  it('throws InvalidInput for an input that does not fit, without its values', async () => {
    const failing = taskHandler(schema, async () => undefined)(
      { claimId: 7, patientName: 'Okafor' },
      aContext(),
    );
    await expect(failing).rejects.toMatchObject({
      name: 'InvalidInput',
      message: 'The input does not fit: claimId (invalid_type)',
    });
  });

  it('throws a foreign error under its name, with its frames and none of its words', async () => {
    const foreign = Object.assign(new TypeError('cannot read Okafor', { cause: new Error('Okafor') }), {
      detail: 'Okafor',
    });
    const thrown: unknown = await taskHandler(schema, async () => {
      throw foreign;
    })(input, aContext()).catch((error: unknown) => error);
    expect(thrown).toMatchObject({ name: 'TypeError' });
    const told = inspect(thrown, { depth: 9, showHidden: true });
    expect(told).not.toContain('Okafor');
    expect(told).toContain('task-handler.test.ts');
    expect(logs.lines.join('')).not.toContain('Okafor');
  });

  it('throws a failure under its own name and keeps foreign words out of the log', async () => {
    const failing = taskHandler(schema, async () => {
      throw new BillingError('ConcurrentChange', 'The claim kept changing', {
        cause: new Error('could not send Okafor'),
      });
    });
    await expect(failing(input, aContext())).rejects.toMatchObject({ name: 'ConcurrentChange' });
    const text = logs.lines.join('\n');
    expect(text).toContain('The claim kept changing');
    expect(text).not.toContain('Okafor');
  });
});
