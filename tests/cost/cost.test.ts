import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { countCoding } from './count-coding.ts';
import { countLifecycle } from './count-lifecycle.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/cost.md'), 'utf8');

beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterAll(() => void vi.useRealTimers());

describe('what a claim costs', () => {
  it.each(['paid', 'denied, written off', 'denied, sent again'])(
    'in transitions, is what the page says of "%s"',
    async (story) => {
      const { transitions, waits } = await countLifecycle(story, (now) => vi.setSystemTime(now));
      const all = countCoding() + transitions;
      expect(page).toContain(
        `| ${story} | ${countCoding()} | ${transitions} | ${waits} | $${(all * 0.000025).toFixed(6)} |`,
      );
    },
  );

  it('is at most 25 transitions of the lifecycle where it is paid', async () => {
    const { transitions } = await countLifecycle('paid', (now) => vi.setSystemTime(now));
    expect(transitions).toBeLessThanOrEqual(25);
  });
});
