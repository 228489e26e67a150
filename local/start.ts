import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { demoUsers, tokenOf } from './access/demo-users.ts';
import { explain } from './explain.ts';
import type { LocalPractice } from './local-practice.ts';
import { startLocalPractice, storeEnvironment, today, uploadSamples } from './local-practice.ts';
import { listMail } from './mailbox.ts';
import type { SimulatorEvent } from './payer-simulator/simulator.ts';
import { lossInWords, reconcileLocal } from './recovery/reconcile-local.ts';
import { readSamples } from './samples.ts';

const root = join(import.meta.dirname, '..');
const directory = join(root, '.local', 'start');
const mailFolder = join(directory, 'mail');
const firstRun = !existsSync(join(directory, 'loaded'));

const say = (line: string): void => console.log(line);

const reportPayer = (event: SimulatorEvent): void => {
  if (event.kind === 'received') say(`payer simulator  received  ${event.name}`);
  if (event.kind === 'delivered') say(`payer simulator  answered  ${event.name}`);
  if (event.kind === 'failed') say(`payer simulator  failed on ${event.name}: ${String(event.error)}`);
};

const practice = await startLocalPractice({
  directory,
  persist: true,
  port: Number(process.env.CLAIMWRIGHT_PORT ?? 4600),
  // A day takes three seconds here while nothing is under way: whoever reads a mail has some eighteen minutes, not six seconds.
  deskDays: 365,
  progress: (step) => say(`• ${step}`),
  report: reportPayer,
}).catch(explain);

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort());

/** Captured mail is lost when the local cloud stops: each mail is kept as a file, too. */
const keepMail = async ({ cloud }: LocalPractice, kept: Set<string>): Promise<void> => {
  for (const mail of await listMail(cloud.endpoint)) {
    if (kept.has(mail.messageId)) continue;
    kept.add(mail.messageId);
    const name = `${new Date().toISOString().replaceAll(':', '')}-${mail.messageId.slice(0, 8)}.html`;
    await writeFile(join(mailFolder, name), mail.html);
    say(`mail to ${mail.to.join(', ')}: ${mail.subject}`);
    say(
      `  ${/https?:\/\/\S+\/t\/\S+/.exec(mail.text)?.[0] ?? /page of the task: \d+/.exec(mail.text)?.[0] ?? ''}`,
    );
  }
};

/** Demo users, whose secrets are of this machine and of nobody. */
const printUsers = async ({ app }: LocalPractice): Promise<void> => {
  const users = await demoUsers(app, 'maple-street', join(directory, 'users.json'));
  say('');
  say('Sign in   npm run -s cli -- sign-in MAILBOX   gives a token for half an hour');
  for (const { mailbox, password, secret } of users)
    say(`            ${mailbox.padEnd(36)} password ${password}   secret for codes ${secret}`);
  const [user] = users.filter(({ role }) => role === 'biller');
  if (user) say(`TOKEN     of ${user.mailbox}: ${await tokenOf(app, user)}`);
};

const printDoors = ({ app, cloud }: LocalPractice): void => {
  say(`API       curl -H "authorization: Bearer $TOKEN" \\`);
  say(`            '${app.apiUrl}/v1/practices/maple-street/claims?status=submitted'`);
  say(`Mailbox   ${mailFolder}   and ${cloud.endpoint}/_ministack/ses/messages`);
  say(`Records   npm run -s cli -- claims · tasks · history <claimId>   (table ${app.records.TableName})`);
  say(
    `Files     bucket ${app.records.ExchangeBucket}, folders partners/payer-simulator/outbound and inbound`,
  );
  say(`Log       ${cloud.logFile ?? 'where MiniStack was started'}`);
  say(
    'Open the links of the mails to work the tasks; the code of each comes in a second mail, here as well. Ctrl-C stops; the next start goes on from here.',
  );
  say('');
};

/** What was killed is told of once; what waits for claims that are worked again is handed on once they are there. */
const recover = async ({ cloud: { killed } }: LocalPractice): Promise<boolean> => {
  if (!killed) return false;
  const found = await reconcileLocal(killed.savedAt);
  for (const line of lossInWords(killed.savedAt, found)) say(line);
  return found.missing.length > 0;
};

/** Done again while claims that were sent are worked again; the last time, what waited for them is handed on. */
const goOnRecovering = async ({ cloud: { killed } }: LocalPractice): Promise<boolean> => {
  const { missing } = await reconcileLocal(killed?.savedAt);
  if (missing.length === 0) say('All claims that had been sent are known again, with the answers to them.');
  return missing.length > 0;
};

/** Workflows do not outlive a restart of the local engine: the sweep starts open claims again, here every 10 s. */
const sweepEveryMs = 10_000;

let isRecovering = await recover(practice).catch(explain);
const passing = practice.time.pass((error) => say(`the payers or the clock failed: ${String(error)}`));

try {
  await mkdir(mailFolder, { recursive: true });
  await writeFile(join(directory, 'environment.json'), JSON.stringify(storeEnvironment(practice.app)));
  if (firstRun) {
    await uploadSamples(practice, await readSamples(await today()), (step) => say(`• ${step}`));
    await writeFile(join(directory, 'loaded'), '');
  }
  await practice.sweep();
  practice.cloud.save();
  await printUsers(practice);
  practice.cloud.save();
  printDoors(practice);
  const kept = new Set<string>();
  let swept = Date.now();
  while (!stopping.signal.aborted) {
    await keepMail(practice, kept);
    if (Date.now() - swept > sweepEveryMs) {
      await practice.sweep();
      if (isRecovering) isRecovering = await goOnRecovering(practice);
      practice.cloud.save();
      swept = Date.now();
    }
    await pause(500, undefined, { signal: stopping.signal }).catch(() => undefined);
  }
  say('stopping: writing the state of the local cloud');
} catch (error) {
  say(`the local cloud failed: ${error instanceof Error ? error.message : String(error)}`);
  say('Start again: it goes on from what was written last.');
  process.exitCode = 1;
} finally {
  await passing.stop();
  await practice.stop();
}
