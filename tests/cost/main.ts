import { mock } from 'node:test';
import { countCoding } from './count-coding.ts';
import { countLifecycle } from './count-lifecycle.ts';

/** What a claim asks of Step Functions and of the functions that it calls: `npm run -s bench:cost`. */
mock.timers.enable({ apis: ['Date'] });
const setClock = (now: Date): void => mock.timers.setTime(now.getTime());
const dollarsPerTransition = 0.000025;
const coding = countCoding();
for (const story of ['paid', 'denied, written off', 'denied, sent again']) {
  const { transitions, invoked, waits } = await countLifecycle(story, setClock);
  const dollars = (coding + transitions) * dollarsPerTransition;
  const calls = Object.entries(invoked).map(([name, times]) => `${name} ${times}`);
  console.log(
    `${story}: ${coding} + ${transitions} transitions, $${dollars.toFixed(6)}; ${waits} waits; ${calls.join(', ')}`,
  );
}
mock.timers.reset();
