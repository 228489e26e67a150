import { afterEach, describe, expect, it, vi } from 'vitest';
import { appealAnswerCommand } from '../../cli/appeals/appeal-answer-command.ts';

afterEach(() => vi.restoreAllMocks());

const run = async (...args: readonly string[]) => {
  const printed: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line) => void printed.push(String(line)));
  const recorded: unknown[] = [];
  const command = appealAnswerCommand(
    () => undefined,
    async (claimId, letter) => {
      recorded.push([claimId, letter]);
      return 'recorded';
    },
  );
  await command.parseAsync(args, { from: 'user' });
  return { printed, recorded };
};

describe('the appeal-answer command', () => {
  it('records what a letter says, of which day', async () => {
    expect(await run('C0000000000A1', 'upheld', '--on', '2026-11-20')).toEqual({
      printed: ['recorded'],
      recorded: [['C0000000000A1', { outcome: 'upheld', on: '2026-11-20' }]],
    });
  });

  it('refuses an answer or a day that is none', async () => {
    await expect(run('C0000000000A1', 'lost', '--on', '2026-11-20')).rejects.toThrow(/overturned, partly/);
    await expect(run('C0000000000A1', 'upheld', '--on', '20.11.2026')).rejects.toThrow(/is no date/);
  });
});
