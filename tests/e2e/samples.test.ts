import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimPosition } from '../../functions/domain/position.ts';
import { allGuides } from '../../functions/edi/guides.ts';
import { checking, parseInterchanges } from '../../functions/edi/parse.ts';
import { findingsOf, readSets } from '../../functions/edi/sets.ts';
import { claimsOf } from '../../functions/edi/x837p/claims-of.ts';
import { professionalClaimGuide } from '../../functions/edi/x837p/guide.ts';
import { exportRun } from '../../local/export-run.ts';
import { type LocalPractice, uploadSamples } from '../../local/local-practice.ts';
import { listMail } from '../../local/mailbox.ts';
import type { EncounterView } from '../../local/practice-client.ts';
import { workSamples } from '../../local/run-samples.ts';
import type { Sample } from '../../local/samples.ts';
import { summarise } from '../../local/summary.ts';
import { readPdf } from '../claims/cms1500/read-pdf.ts';
import { isPyx12Here, judge } from '../edi/material/pyx12-judge.ts';
import { historiesOf, undisturbedHistories } from './histories.ts';
import { finderOf, patientWords } from './patient-words.ts';
import { samplesOf, silently, startPractice, testFolder } from './start-practice.ts';
import { cloudLog, executions, functionLogs, objectKeys } from './traces.ts';

const exported = join(testFolder('samples'), 'exported');

let practice: LocalPractice;
let samples: Sample[];
let views: ReadonlyMap<string, EncounterView>;
let findPatients: (text: string) => string[];

const filesOf = (direction: 'inbound' | 'outbound', transaction: string): string[] => {
  const folder = join(exported, 'x12', direction);
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${transaction}-`) && name.endsWith('.x12'))
    .map((name) => join(folder, name));
};

const viewOf = (name: string): EncounterView => {
  const view = views.get(name);
  if (!view) throw new Error(`${name} left no trace`);
  return view;
};

beforeAll(async () => {
  samples = await samplesOf();
  findPatients = finderOf(patientWords(samples));
  practice = await startPractice('samples');
  await uploadSamples(practice, samples, silently);
  views = await workSamples({ practice, samples, progress: silently });
  mkdirSync(exported, { recursive: true });
  await exportRun(practice, exported);
});

afterAll(() => practice?.stop());

describe('every sample', () => {
  it('ends as expected, and its money adds up', () => {
    const summaries = samples.map((sample) => summarise(sample, viewOf(sample.name)));
    expect(summaries).toHaveLength(21);
    for (const summary of summaries) {
      const { encounter, differences, charge, insurancePaid, adjustments, writtenOff, patientBalance } =
        summary;
      expect(differences, encounter).toEqual([]);
      expect(insurancePaid + adjustments + writtenOff + patientBalance, encounter).toBe(charge);
    }
  });

  it('has what was corrected on a claim in the record of its patient, once the front desk accepted it', async () => {
    const recordOf = async (name: string) => {
      const { patientId } = viewOf(name).claims[0] ?? {};
      const response = await practice.client.send(`/patients/${patientId}`);
      return (await response.json()) as {
        readonly patient: { readonly demographics: { readonly lastName: string } };
        readonly inForce: readonly { readonly memberId: string }[];
        readonly history: readonly { readonly source: string; readonly actor: { readonly kind: string } }[];
      };
    };
    const mended = await recordOf('03-ankle-sprain');
    expect(mended.inForce).toMatchObject([{ memberId: 'CMB448120397' }]);
    expect(mended.history).toContainEqual(
      expect.objectContaining({ type: 'coverage', actor: expect.objectContaining({ kind: 'person' }) }),
    );
    expect((await recordOf('04-sinusitis')).patient.demographics.lastName).toBe('Munoz-Vega');
  });

  it('leaves no claim open', () => {
    const claims = samples.flatMap(({ name }) => viewOf(name).claims);
    expect(claims.length).toBeGreaterThan(samples.length - 2);
    expect(claims.filter(({ status }) => status !== 'closed')).toEqual([]);
  });

  it('leaves the history that its story tells, each event once', async () => {
    for (const { name } of samples)
      expect(await historiesOf(practice, viewOf(name)), name).toEqual(undisturbedHistories[name]);
  });
});

describe('an appeal', () => {
  it('was drafted, edited and sent as a packet that is kept as it was, and overturned the denial', async () => {
    const [claim] = viewOf('07-palpitations').claims;
    const [appeal] = claim?.appeals ?? [];
    const { packet } = appeal?.sent ?? {};
    expect(appeal).toMatchObject({
      level: 1,
      sent: { way: 'partner' },
      answer: { outcome: 'overturned', source: '835' },
    });
    expect(appeal?.answer?.recovered).toBe(
      claim && claimPosition(claim).insurancePaid - (appeal?.paidBefore ?? 0),
    );
    expect(appeal?.answer?.recovered).toBeGreaterThan(0);
    const { s3 } = practice.app.clients;
    const kept = await s3.send(
      new GetObjectCommand({ Bucket: practice.app.records.IntakeBucket, Key: packet?.key }),
    );
    const bytes = (await kept.Body?.transformToByteArray()) ?? new Uint8Array();
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(packet?.digest);
    const out = readdirSync(join(exported, 'x12', 'outbound')).filter((name) =>
      /^appeal-.*\.pdf$/.test(name),
    );
    expect(out.map((name) => readFileSync(join(exported, 'x12', 'outbound', name)))).toContainEqual(
      Buffer.from(bytes),
    );
    const pages = (await readPdf(bytes)).map((page) => page.map(({ text }) => text).join(' '));
    expect(pages).toHaveLength(packet?.pages ?? 0);
    expect(pages[1]).toContain('93000');
    // What the biller wrote beneath what was drafted.
    expect(pages.join(' ').replace(/\s+/g, ' ')).toContain(
      'a family history that called for a tracing on the day',
    );
  });
});

describe('the files of the run', () => {
  it('hold each transmission of each claim exactly once', () => {
    const sent = filesOf('outbound', '837P').flatMap((file) => {
      const read = readSets(readFileSync(file, 'utf8'), professionalClaimGuide);
      return read.success
        ? read.data.sets.flatMap(({ data }) => claimsOf(data)).map(({ claim }) => claim.patientControlNumber)
        : [file];
    });
    const submissions = [...views.values()].flatMap(({ claims }) =>
      claims.flatMap(({ claimId, submissions: all }) =>
        all
          .filter(({ sentAt, forwarded }) => sentAt && !forwarded)
          .map(({ number }) => `${claimId}-${number}`),
      ),
    );
    expect(sent.sort()).toEqual(submissions.sort());
  });

  it.skipIf(!isPyx12Here).each([
    ['837P', 'outbound'],
    ['999', 'inbound'],
  ] as const)('are accepted by pyx12 where they are an %s', async (transaction, direction) => {
    const [first, ...others] = filesOf(direction, transaction);
    if (!first) throw new Error(`The run left no ${transaction}`);
    const verdicts = await judge(first, ...others);
    expect(verdicts.filter((line) => !line.endsWith(': OK'))).toEqual([]);
    expect(verdicts).toHaveLength(others.length + 1);
  });

  it.each([
    ['270', 'outbound', /^EQ\*/gm, 15],
    ['837P', 'outbound', /^CLM\*/gm, 15],
    ['276', 'outbound', /^TRN\*/gm, 0],
    ['271', 'inbound', /^ST\*/gm, 15],
    ['999', 'inbound', /^AK2\*/gm, 5], // of the batches, which hold several claims each
    ['277CA', 'inbound', /^TRN\*2\*/gm, 15],
    ['277', 'inbound', /^TRN\*/gm, 0],
    ['835', 'inbound', /^CLP\*/gm, 15],
  ] as const)(
    'are right at every level, and balance, where they are %s',
    (transaction, direction, what, least) => {
      const files = filesOf(direction, transaction);
      const told = files.flatMap((file) => readFileSync(file, 'utf8').match(what) ?? []);
      expect(told.length).toBeGreaterThan(least);
      for (const file of files) {
        const parsed = parseInterchanges(readFileSync(file, 'utf8'), allGuides, checking());
        expect(
          parsed.flatMap(({ report }) => findingsOf(report)),
          file,
        ).toEqual([]);
      }
    },
  );
});

describe('no patient is named', () => {
  it('in files, where patients are, so that the search is known to find them', () => {
    expect(
      filesOf('outbound', '837P').map((file) => findPatients(readFileSync(file, 'utf8'))),
    ).not.toContainEqual([]);
  });

  it('in mail', async () => {
    const mail = await listMail(practice.cloud.endpoint);
    expect(mail.length).toBeGreaterThan(10);
    for (const { subject, text, html } of mail)
      expect(findPatients(`${subject} ${text} ${html}`)).toEqual([]);
  });

  it('in the keys of objects', async () => {
    const { IntakeBucket, ExchangeBucket } = practice.app.records;
    for (const bucket of [IntakeBucket, ExchangeBucket]) {
      const keys = await objectKeys(practice.app, bucket);
      expect(keys.length).toBeGreaterThan(30);
      expect(findPatients(keys.join('\n'))).toEqual([]);
    }
  });

  it('in the names, inputs and outputs of executions', async () => {
    const told = await executions(practice.app);
    expect(told.length).toBeGreaterThan(30);
    expect(findPatients(told.join('\n'))).toEqual([]);
  });

  it('in the logs', async () => {
    const messages = await functionLogs(practice.app);
    expect(messages.filter((message) => message.includes('"Step done"')).length).toBeGreaterThan(100);
    expect(findPatients(messages.join('\n'))).toEqual([]);
    expect(findPatients(await cloudLog(practice))).toEqual([]);
  });
});

describe('a run without faults', () => {
  it('logs no failure', async () => {
    const failures = (await functionLogs(practice.app)).filter((message) =>
      message.includes('"level":"ERROR"'),
    );
    expect(failures).toEqual([]);
  });
});
