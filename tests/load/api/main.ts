import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { addUser, tokenOf } from '../../../local/access/demo-users.ts';
import { explain } from '../../../local/explain.ts';
import { type LocalPractice, startLocalPractice } from '../../../local/local-practice.ts';
import { deployEmptyFunction } from './empty-function.ts';
import { type FilledVisit, fillPractice } from './fill-practice.ts';
import { type MeasuredCall, measureUsers, type Spread } from './measure-users.ts';

// npm run -s bench:api -- [users] [visits] [rounds]: lists and reads of a practice by people at once, on the local cloud,
// beside a function that does nothing and is called the same way.
const [users = 20, visits = 1000, rounds = 10] = process.argv.slice(2).map(Number);
const root = join(import.meta.dirname, '../../..');
const practiceId = 'maple-street';

const progress = (step: string): void => console.log(`• ${step}`);

const callsOf = ({ app }: LocalPractice, filled: readonly FilledVisit[]): readonly MeasuredCall[] => {
  const base = `${app.apiUrl}/v1/practices/${practiceId}`;
  const one = (turn: number) => filled[turn % filled.length] as FilledVisit; // the list is not empty
  return [
    { name: 'list of claims, 50', urlAt: () => `${base}/claims?status=adjudicated` },
    { name: 'list of tasks, 50', urlAt: () => `${base}/tasks` },
    { name: 'list of visits, 50', urlAt: () => `${base}/encounters?status=coded` },
    { name: 'a claim', urlAt: (turn) => `${base}/claims/${one(turn).claimId}` },
    { name: 'a claim’s history', urlAt: (turn) => `${base}/claims/${one(turn).claimId}/history` },
    { name: 'a visit', urlAt: (turn) => `${base}/encounters/${one(turn).encounterId}` },
    { name: 'a task', urlAt: (turn) => `${base}/tasks/${one(turn).taskId}` },
  ];
};

const signIn = async (local: LocalPractice): Promise<readonly string[]> => {
  const tokens: string[] = [];
  for (let at = 0; at < users; at++) {
    const user = await addUser(local.app, {
      practiceId,
      role: 'biller',
      mailbox: `load-${at}@maplestreet.example`,
    });
    tokens.push(await tokenOf(local.app, user));
  }
  return tokens;
};

const line = (name: string, { calls, p50, p95, most }: Spread, empty: Spread): string =>
  `${name.padEnd(22)} ${String(calls).padStart(6)} ${[p50, p95, most].map((ms) => ms.toFixed(1).padStart(9)).join('')}   ${(p95 / empty.p95).toFixed(1)}`;

const report = (empty: Spread, ours: ReadonlyMap<string, Spread>): string =>
  [
    `${users} people at once, a practice of ${visits} visits; load ${loadavg()
      .map((one) => one.toFixed(1))
      .join(' ')}`,
    `${'call'.padEnd(22)}  calls   p50 ms   p95 ms  most ms   p95 as a multiple of the empty one's`,
    line('an empty function', empty, empty),
    ...Array.from(ours, ([name, spread]) => line(name, spread, empty)),
  ].join('\n');

const directory = join(root, '.local/api-load');
rmSync(directory, { recursive: true, force: true });
const local = await startLocalPractice({ directory, persist: false, warmSeconds: 300, progress }).catch(
  explain,
);
try {
  progress(`filling the practice with ${visits} visits`);
  const filled = await fillPractice(visits);
  progress(`signing ${users} people in`);
  const tokens = await signIn(local);
  const emptyUrl = await deployEmptyFunction(local.app.clients);
  const empty = [{ name: 'empty', urlAt: () => emptyUrl }];
  progress('warming up');
  const calls = callsOf(local, filled);
  await measureUsers(tokens, calls, 1);
  await measureUsers(tokens, empty, 2);
  progress(`measuring, ${rounds} rounds`);
  const ofEmpty = (await measureUsers(tokens, empty, rounds * calls.length)).get('empty');
  const ours = await measureUsers(tokens, calls, rounds);
  if (!ofEmpty) throw new Error('The empty function was not called');
  console.log(report(ofEmpty, ours));
  mkdirSync(join(root, 'out'), { recursive: true });
  const file = join(root, 'out/api-load.json');
  writeFileSync(
    file,
    JSON.stringify({ users, visits, empty: ofEmpty, ours: Object.fromEntries(ours) }, undefined, 2),
  );
  console.log(`Written to ${file}`);
} finally {
  await local.stop();
}
