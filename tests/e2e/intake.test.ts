import { PutObjectCommand } from '@aws-sdk/client-s3';
import { paginateListExecutions } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../functions/domain/calendar.ts';
import type { Claim } from '../../functions/domain/claim.ts';
import { patientControlNumber } from '../../functions/domain/ids.ts';
import type { Task } from '../../functions/domain/task.ts';
import { cents } from '../../functions/edi/money.ts';
import { writeSets } from '../../functions/edi/sets.ts';
import { remittanceGuide } from '../../functions/edi/x835/guide.ts';
import type { Remittance, RemittanceClaim } from '../../functions/edi/x835/loops.ts';
import { programTokens } from '../../local/access/program.ts';
import { decideByLink } from '../../local/desks.ts';
import { type LocalPractice, readSamplePayerRules } from '../../local/local-practice.ts';
import { openLink } from '../../local/open-link.ts';
import type { PayerDirectory } from '../../local/payer-simulator/payer-rules.ts';
import { sendForm, type UploadForm } from '../../local/practice-client.ts';
import type { Sample } from '../../local/samples.ts';
import { header } from '../edi/material/interchange-headers.ts';
import { paidClaim, paidLine, remittance } from '../edi/material/remittance-sets.ts';
import { practice as aPractice } from '../factories/practices.ts';
import { deadLetters } from './faults.ts';
import { samplesOf, startPractice } from './start-practice.ts';
import { objectKeys } from './traces.ts';
import { claimOf, encounterOnce, latestLink, mailAbout, once, onlyClaim, openTaskOf } from './waiting.ts';

/** Payers acknowledge; their remittances are the test's own. */
const withoutRemittances = async (): Promise<PayerDirectory> => {
  const rules = await readSamplePayerRules();
  return new Map(
    [...rules].map(([payerId, payer]) => [
      payerId,
      { ...payer, answerDays: { ...payer.answerDays, remittance: 10_000 } },
    ]),
  );
};

let practice: LocalPractice;
let samples: ReadonlyMap<string, Sample>;

beforeAll(async () => {
  samples = new Map((await samplesOf()).map((sample) => [sample.name.slice(0, 2), sample]));
  practice = await startPractice('intake', { payerRules: await withoutRemittances() });
});

afterAll(() => practice?.stop());

const sampleOf = (number: string): Sample => {
  const sample = samples.get(number);
  if (!sample) throw new Error(`There is no sample ${number}`);
  return sample;
};

/** In the order in which they came, the visits of a sample. */
const visitsOf = new Map<string, string[]>();

/** One sample is several visits here, each on a day of its own: else the later ones would be billed twice. */
const onItsOwnDay = (encounterId: string, number: string, text: string): string => {
  const visits = visitsOf.get(number) ?? [];
  if (!visits.includes(encounterId)) visits.push(encounterId);
  visitsOf.set(number, visits);
  return text.replace(
    /("dateOfService": ?)"([^"]*)"/,
    (_, name: string, date: string) => `${name}"${addDays(date, -visits.indexOf(encounterId))}"`,
  );
};

/** Uploads a file of a sample into a visit, or another content under the file's name. */
const upload = (encounterId: string, number: string, fileName: string, content?: string): Promise<void> => {
  const body = content === undefined ? sampleOf(number).files.get(fileName) : Buffer.from(content);
  if (!body) throw new Error(`Sample ${number} has no ${fileName}`);
  const isRegistration = fileName === 'encounter.json';
  const own = isRegistration ? onItsOwnDay(encounterId, number, Buffer.from(body).toString('utf8')) : body;
  return practice.client.upload(encounterId, fileName, Buffer.from(own));
};

const codingRuns = async (): Promise<number> => {
  const { clients, billing } = practice.app;
  let runs = 0;
  const pages = paginateListExecutions({ client: clients.sfn }, { stateMachineArn: billing.CodingWorkflow });
  for await (const { executions = [] } of pages) runs += executions.length;
  return runs;
};

describe('a visit', () => {
  it('is coded when the note comes first and the registration later', async () => {
    await upload('note-first', '01', 'note.txt');
    const { encounter } = await encounterOnce(practice, 'note-first', (view) =>
      expect(view.encounter.status).toBe('documented'),
    );
    expect(encounter.registration).toBeUndefined();
    await upload('note-first', '01', 'encounter.json');
    expect((await claimOf(practice, 'note-first')).diagnoses).toEqual(['I10']);
  });

  it('is coded when the registration comes first and the note later', async () => {
    await upload('registration-first', '02', 'encounter.json');
    const { encounter } = await encounterOnce(practice, 'registration-first', (view) =>
      expect(view.encounter.status).toBe('registered'),
    );
    expect(encounter.document).toBeUndefined();
    await upload('registration-first', '02', 'note.txt');
    expect((await claimOf(practice, 'registration-first')).diagnoses).toContain('E11.65');
  });

  it('is coded once when its files come twice', async () => {
    const before = await claimOf(practice, 'registration-first');
    const runs = await codingRuns();
    const { encounter } = await practice.client.encounter('registration-first');
    await upload('registration-first', '02', 'encounter.json');
    await upload('registration-first', '02', 'note.txt');
    // A file that comes after these, so that these are known to be worked.
    await upload('afterwards', '16', 'note.txt');
    await encounterOnce(practice, 'afterwards', (view) => expect(view.encounter.document).toBeDefined());
    const after = await practice.client.encounter('registration-first');
    expect(after.encounter).toEqual(encounter);
    expect(onlyClaim(after).claimId).toBe(before.claimId);
    expect(await codingRuns()).toBe(runs);
  });

  it('waits for the clinic when its registration is not complete, and goes on with a corrected one', async () => {
    const registration = Buffer.from(sampleOf('16').files.get('encounter.json') ?? '').toString('utf8');
    await upload(
      'to-correct',
      '16',
      'encounter.json',
      registration.replace('"placeOfService": "11"', '"placeOfService": "office"'),
    );
    await upload('to-correct', '16', 'note.txt');
    const task = await openTaskOf(practice, 'to-correct', 'invalid-registration');
    expect(task.email).toBe('clinic@maplestreet.example');
    expect(task.reasons.map(({ code }) => code)).toEqual(['placeOfService']);
    await latestLink(practice, task.taskId);
    await upload('to-correct', '16', 'encounter.json');
    expect((await claimOf(practice, 'to-correct')).diagnoses).toEqual(['H66.91']);
    const { tasks } = await practice.client.encounter('to-correct');
    expect(tasks.map(({ status, outcome }) => [status, outcome?.action])).toEqual([['done', 'dismiss']]);
  });

  it('is corrected on the page of the task, which shows what is wrong and keeps what was written', async () => {
    const registration = Buffer.from(sampleOf('16').files.get('encounter.json') ?? '').toString('utf8');
    const spoilt = registration.replace('"placeOfService": "11"', '"placeOfService": "office"');
    await upload('on-the-page', '16', 'encounter.json', spoilt);
    await upload('on-the-page', '16', 'note.txt');
    const task = await openTaskOf(practice, 'on-the-page', 'invalid-registration');
    const opened = await openLink(await latestLink(practice, task.taskId));
    const send = async (text: string): Promise<{ readonly status: number; readonly page: string }> => {
      const form = new FormData();
      form.append('send', 'registration');
      form.append('file', new File([text], 'encounter.json'));
      const answer = await opened({ method: 'POST', body: form });
      return { status: answer.status, page: await answer.text() };
    };
    expect(await (await opened()).text()).toContain('&quot;office&quot;');
    const refused = await send(spoilt.replace('"version"', '"versoin"'));
    expect([refused.status, refused.page.includes('two digits of the place of service')]).toEqual([
      422,
      true,
    ]);
    expect(refused.page).toContain('&quot;office&quot;');
    expect((await send(onItsOwnDay('on-the-page', '16', registration))).status).toBe(200);
    expect((await claimOf(practice, 'on-the-page')).diagnoses).toEqual(['H66.91']);
    const { tasks } = await practice.client.encounter('on-the-page');
    expect(tasks.map(({ status, outcome }) => [status, outcome?.action])).toEqual([['done', 'dismiss']]);
  });

  it.each([
    [
      'provider',
      // Somebody’s NPI, and nobody of the practice: only its records tell.
      (text: string) => text.replace(/"renderingProviderNpi": "\d+"/, '"renderingProviderNpi": "2450100104"'),
      ...['registration-edits', 'check-again'],
    ],
    [
      'birth date',
      (text: string) => text.replace(/"dateOfBirth": "[^"]+"/, '"dateOfBirth": "2090-01-01"'),
      ...['invalid-registration', 'dismiss'],
    ],
  ] as const)('with a wrong %s goes to the clinic, whose next file bills it without help', async (...row) => {
    const [what, spoil, kind, ending] = row;
    const visit = `wrong-${what.replace(' ', '-')}`;
    const registration = Buffer.from(sampleOf('01').files.get('encounter.json') ?? '').toString('utf8');
    await upload(visit, '01', 'encounter.json', spoil(registration));
    await upload(visit, '01', 'note.txt');
    const task = await openTaskOf(practice, visit, kind);
    expect(task.email).toBe('clinic@maplestreet.example');
    expect((await practice.client.encounter(visit)).claims).toEqual([]);
    await upload(visit, '01', 'encounter.json');
    expect((await claimOf(practice, visit)).diagnoses).toEqual(['I10']);
    const { tasks } = await practice.client.encounter(visit);
    expect(tasks.map(({ status, outcome }) => [status, outcome?.action])).toEqual([['done', ending]]);
  });

  it('is read again with an addendum that comes while a coder works it, and tells of one that comes later', async () => {
    for (const fileName of ['encounter.json', 'note.txt']) await upload('addendum', '14', fileName);
    const first = await openTaskOf(practice, 'addendum', 'coding');
    const addendum =
      'ADDENDUM\nThe ferritin came back low.\n\nASSESSMENT\n1. Fatigue.\n2. Hypertension, on lisinopril.\n';
    await upload('addendum', '14', 'addendum.txt', addendum);
    const second = await openTaskOf(practice, 'addendum', 'coding');
    expect(second.taskId).not.toBe(first.taskId);
    const { encounter } = await practice.client.encounter('addendum');
    expect(encounter.furtherDocuments).toHaveLength(1);
    expect(encounter.suggestions.map(({ code }) => code)).toContain('I10');
    const [decision] = sampleOf('14').decisions;
    if (!decision) throw new Error('The coder of the sample decides nothing');
    await decideByLink(await latestLink(practice, second.taskId), decision);
    await claimOf(practice, 'addendum');
    await upload('addendum', '14', 'late.txt', 'ADDENDUM 2\nThe patient called.\n');
    expect((await openTaskOf(practice, 'addendum', 'visit-changed')).owner).toBe('coder');
  });

  it('may end without a claim, with the coder’s reason', async () => {
    for (const fileName of ['encounter.json', 'note.txt']) await upload('unbilled', '14', fileName);
    const task = await openTaskOf(practice, 'unbilled', 'coding');
    await decideByLink(await latestLink(practice, task.taskId), {
      kind: 'coding',
      action: 'not-billable',
      fields: { note: 'Within the global period of the operation' },
    });
    const { encounter, claims } = await encounterOnce(practice, 'unbilled', (view) =>
      expect(view.encounter.status).toBe('not-billable'),
    );
    expect([encounter.notBillable?.reason, claims]).toEqual([
      'Within the global period of the operation',
      [],
    ]);
  });

  it('is nobody’s where a file lies beside all visits: the clinic is told', async () => {
    const { clients, records } = practice.app;
    const Key = 'practices/maple-street/notes/loose.txt';
    await clients.s3.send(new PutObjectCommand({ Bucket: records.IntakeBucket, Key, Body: 'x' }));
    await once(practice, async () => {
      const tasks = (await practice.client.openTasks()).filter(({ kind }) => kind === 'unplaced-file');
      expect(tasks.map(({ email }) => email)).toEqual(['clinic@maplestreet.example']);
    });
  });

  it('waits for a readable document, however often the unreadable one comes', async () => {
    for (const fileName of ['encounter.json', 'scan.tif']) await upload('to-read', '15', fileName);
    const task = await openTaskOf(practice, 'to-read', 'unreadable-document');
    expect(task.email).toBe('clinic@maplestreet.example');
    await upload('to-read', '15', 'scan.tif');
    // A file that comes after it, so that it is known to be worked.
    await upload('after-the-scan', '16', 'note.txt');
    await encounterOnce(practice, 'after-the-scan', (view) => expect(view.encounter.document).toBeDefined());
    expect((await openTaskOf(practice, 'to-read', 'unreadable-document')).taskId).toBe(task.taskId);
    const note = Buffer.from(sampleOf('01').files.get('note.txt') ?? '').toString('utf8');
    await upload('to-read', '15', 'note.txt', note);
    expect((await claimOf(practice, 'to-read')).diagnoses).toEqual(['I10']);
    const { tasks } = await practice.client.encounter('to-read');
    expect(tasks.map(({ status, outcome }) => [status, outcome?.action])).toEqual([['done', 'dismiss']]);
  });

  it('comes back to the coder whose codes break an edit, and is billed with the mended ones', async () => {
    for (const fileName of ['encounter.json', 'note.txt']) await upload('to-mend', '14', fileName);
    const [decision] = sampleOf('14').decisions;
    if (!decision) throw new Error('The coder of the sample decides nothing');
    const coding = await openTaskOf(practice, 'to-mend', 'coding');
    const twice = {
      procedure: ['99212', '99212'],
      modifiers: ['', ''],
      units: ['1', '1'],
      pointers: ['1', '1'],
    };
    await decideByLink(await latestLink(practice, coding.taskId), {
      ...decision,
      fields: { ...decision.fields, ...twice },
    });
    const edits = await openTaskOf(practice, 'to-mend', 'encounter-edits');
    expect(edits.reasons.map(({ code }) => code)).toEqual([expect.stringContaining('procedure-duplicate')]);
    expect((await practice.client.encounter('to-mend')).claims).toEqual([]);
    await decideByLink(await latestLink(practice, edits.taskId), decision);
    const { lines } = await claimOf(practice, 'to-mend');
    expect(lines.map(({ procedure }) => procedure)).toEqual(['99212']);
  });

  it('goes back to the coder who confirmed by mistake, as long as no file holds its claim', async () => {
    for (const fileName of ['encounter.json', 'note.txt']) await upload('went-back', '14', fileName);
    const [decision] = sampleOf('14').decisions;
    if (!decision) throw new Error('The coder of the sample decides nothing');
    const coding = await openTaskOf(practice, 'went-back', 'coding');
    const link = await latestLink(practice, coding.taskId);
    await decideByLink(link, decision);
    const { claimId } = await claimOf(practice, 'went-back');
    const opened = await openLink(link);
    expect(await (await opened()).text()).toContain('It can be undone until the claim goes out');
    const undone = await opened({ method: 'POST', body: new URLSearchParams({ undo: '1' }) });
    expect([undone.status, (await undone.text()).includes('The decision is undone')]).toEqual([200, true]);
    const again = await openTaskOf(practice, 'went-back', 'coding');
    expect(again.taskId).toBe(coding.taskId);
    expect(again.history).toMatchObject([{ handling: 'reopen', decided: { action: 'confirm-codes' } }]);
    expect(await claimOf(practice, 'went-back')).toMatchObject({ status: 'closed', end: 'taken-back' });
    await decideByLink(await latestLink(practice, coding.taskId), decision);
    await encounterOnce(practice, 'went-back', (view) => expect(onlyClaim(view).status).toBe('accepted'));
    const types = (await practice.client.history(claimId)).map(({ type }) => type);
    expect(types.filter((type) => ['generated', 'taken-back', 'billed-after-all'].includes(type))).toEqual([
      'generated',
      'taken-back',
      'billed-after-all',
    ]);
    expect(types.filter((type) => type === 'submitted')).toHaveLength(1);
    const late = await openLink(await latestLink(practice, coding.taskId));
    expect((await late({ method: 'POST', body: new URLSearchParams({ undo: '1' }) })).status).toBe(409);
  });
});

describe('a file of a partner', () => {
  const put = async (name: string, Body: string): Promise<string> => {
    const { clients, records } = practice.app;
    const Key = `partners/payer-simulator/inbound/${name}`;
    await clients.s3.send(new PutObjectCommand({ Bucket: records.ExchangeBucket, Key, Body }));
    return Key;
  };

  /** Waits for the only task about a partner's file that says the words, once it is mailed. */
  const billerTask = (words: string): Promise<Task> =>
    once(practice, async () => {
      const tasks = (await practice.client.openTasks()).filter(
        (task) => task.kind === 'partner-file' && JSON.stringify(task).includes(words),
      );
      const [task] = tasks;
      if (!task || tasks.length > 1) throw new Error(`There are ${tasks.length} tasks about it`);
      const mail = await mailAbout(practice, task.taskId);
      expect(mail.map(({ to }) => to)).toEqual([['billing@maplestreet.example']]);
      return task;
    });

  const accepted = (encounterId: string): Promise<Claim> =>
    encounterOnce(practice, encounterId, (view) => expect(onlyClaim(view).status).toBe('accepted')).then(
      onlyClaim,
    );

  const { name, npi, taxId } = aPractice();

  /** To whom the payers of the practice pay. */
  const payee = { name, idQualifier: 'XX', id: npi, references: [{ qualifier: 'TJ', id: taxId }] };

  const remittanceFile = (paid: Remittance): string =>
    writeSets(header({ senderId: 'NORTHWIND', receiverId: 'LAKESIDE' }), remittanceGuide, [paid]);

  /** Pays a claim in full, line by line. */
  const paidInFull = ({ claimId, lines }: Claim): RemittanceClaim => {
    const total = cents(lines.reduce((sum, { charge }) => sum + charge, 0));
    return paidClaim({
      patientControlNumber: patientControlNumber(claimId, 1),
      charge: total,
      paid: total,
      patientResponsibility: cents(0),
      lines: lines.map(({ procedure, charge, lineNumber }) =>
        paidLine({
          procedure: { qualifier: 'HC', procedure },
          charge,
          paid: charge,
          adjustments: undefined,
          amounts: undefined,
          lineControlNumber: String(lineNumber),
        }),
      ),
    });
  };

  it('that nobody can read is kept, and a biller is told', async () => {
    const key = await put('greetings.x12', 'Dear billing office, please find your money enclosed.');
    const task = await billerTask('greetings.x12');
    expect(task.reasons.map(({ code }) => code)).toEqual([expect.stringContaining('unknown-file'), 'file']);
    expect(await objectKeys(practice.app, practice.app.records.ExchangeBucket)).toContain(key);
  });

  it('that is an 835 cut short is kept, and a biller is told', async () => {
    const whole = remittanceFile(remittance());
    const key = await put('cut-short.x12', whole.slice(0, whole.indexOf('LX*')));
    await billerTask('A remittance file');
    expect(await objectKeys(practice.app, practice.app.records.ExchangeBucket)).toContain(key);
  });

  it('is posted but for the claim that does not balance, which a biller is told of', async () => {
    const [sound, unsound] = [await accepted('note-first'), await accepted('registration-first')];
    const first = paidInFull(sound);
    const second = { ...paidInFull(unsound), charge: cents(paidInFull(unsound).charge + 100) };
    const paid = remittance({
      traceNumber: 'E2E0001',
      payee,
      paid: cents(first.paid + second.paid),
      groups: [{ number: 1, claims: [first, second] }],
    });
    await put('unbalanced.x12', remittanceFile(paid));
    const task = await billerTask('E2E0001');
    expect(task.reasons.map(({ code }) => code)).toEqual([expect.stringMatching(/CLP\[2\]/)]);
    const posted = await encounterOnce(practice, 'note-first', (view) =>
      expect(onlyClaim(view).status).toBe('closed'),
    );
    expect(onlyClaim(posted)).toMatchObject({ end: 'paid', adjudications: [{ paid: first.paid }] });
    const held = onlyClaim(await practice.client.encounter('registration-first'));
    expect(held).toMatchObject({ status: 'accepted', adjudications: [] });
  });
});

describe('a program that does it all over the API', () => {
  const visit = 'by-program';
  const get = async (path: string) => {
    const response = await practice.client.send(path);
    return { status: response.status, body: (await response.json()) as never };
  };

  it('registers a visit by JSON, and sends its note by a form that S3 holds to type and size', async () => {
    const registration = Buffer.from(sampleOf('01').files.get('encounter.json') ?? '').toString('utf8');
    const put = await practice.client.send(`/encounters/${visit}/registration`, {
      method: 'PUT',
      body: onItsOwnDay(visit, '01', registration),
    });
    expect(put.status).toBe(202);
    const note = Buffer.from(sampleOf('01').files.get('note.txt') ?? '');
    const offered = await practice.client.send(`/encounters/${visit}/documents`, {
      method: 'POST',
      body: JSON.stringify({ fileName: 'note.txt', contentType: 'text/plain', size: note.length }),
    });
    const form = (await offered.json()) as UploadForm;
    expect((await sendForm(form, Buffer.concat([note, note]))).status).toBe(400);
    const asPage = { ...form, fields: { ...form.fields, 'Content-Type': 'text/html' } };
    expect((await sendForm(asPage, note)).status).toBe(403);
    const elsewhere = {
      ...form,
      fields: { ...form.fields, key: form.fields.key?.replace(visit, 'other') ?? '' },
    };
    expect((await sendForm(elsewhere, note)).status).toBe(403);
    expect((await sendForm(form, note)).ok).toBe(true);
    expect((await claimOf(practice, visit)).diagnoses).toEqual(['I10']);
  });

  it('lists its document, gets it back, and reads the suggestions in its text', async () => {
    const listed: { documents: { documentId: string }[] } = (await get(`/encounters/${visit}/documents`))
      .body;
    const [document] = listed.documents;
    const link: { url: string } = (await get(`/encounters/${visit}/documents/${document?.documentId}`)).body;
    const note = Buffer.from(sampleOf('01').files.get('note.txt') ?? '').toString('utf8');
    expect(await (await fetch(link.url)).text()).toBe(note);
    const told: {
      text: { url: string };
      suggestions: { code: string; evidence: { start: number; end: number; quote: string }[] }[];
    } = (await get(`/encounters/${visit}/suggestions`)).body;
    const [evidence] = told.suggestions.find(({ code }) => code === 'I10')?.evidence ?? [];
    const text = await (await fetch(told.text.url)).text();
    expect(text.slice(evidence?.start, evidence?.end)).toBe(evidence?.quote);
  });

  it('follows the claim in words, and gets the files that it went out in and was answered by', async () => {
    await encounterOnce(practice, visit, (view) => expect(onlyClaim(view).status).toBe('accepted'));
    const { claimId } = await claimOf(practice, visit);
    const { timeline }: { timeline: { type: string; words: string }[] } = (
      await get(`/claims/${claimId}/timeline`)
    ).body;
    expect(timeline.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['generated', 'submitted', 'file-accepted', 'accepted', 'sent', 'received']),
    );
    const { files }: { files: { fileId: string; transaction: string }[] } = (
      await get(`/claims/${claimId}/files`)
    ).body;
    const kinds = files.map(({ transaction }) => transaction);
    expect(kinds).toEqual(expect.arrayContaining(['270', '271', '837P', '999', '277CA']));
    for (const { fileId, transaction } of files) {
      const { status, body } = await get(`/claims/${claimId}/files/${fileId}`);
      const { text }: { text: string } = body;
      expect([transaction, status, text.slice(0, 3)]).toEqual([transaction, 200, 'ISA']);
      if (['271', '837P', '277CA'].includes(transaction)) expect(text).toContain(claimId);
    }
    const { entries }: { entries: { entry: { kind: string } }[] } = (await get(`/claims/${claimId}/ledger`))
      .body;
    expect(entries.map(({ entry }) => entry.kind)).toContain('charge');
  });

  it('enters a payer and a provider, and finds them with who did it; the practices that it may see', async () => {
    const send = (path: string, body: unknown, version?: string | null) =>
      practice.client.send(path, {
        method: 'PUT',
        body: JSON.stringify(body),
        ...(version && { headers: { 'if-match': version } }),
      });
    const { payer: known }: { payer: { payerId: string } } = (await get('/payers/northwind')).body;
    const { payerId: _id, ...terms } = known;
    expect(
      (await send('/payers/harbor', { payer: { ...terms, name: 'Harbor' }, note: 'Signed' }, '*')).status,
    ).toBe(200);
    expect((await get('/payers/harbor')).body).toMatchObject({ entered: { version: 1, note: 'Signed' } });
    const provider = { lastName: 'Hart', firstName: 'Ida', taxonomy: '207Q00000X' };
    expect((await send('/providers/1234567893', { provider })).status).toBe(200);
    expect((await get('/providers/1234567893')).body).toEqual({
      provider: { ...provider, npi: '1234567893' },
    });
    const seen = await practice.client.send('/settings');
    const version = seen.headers.get('etag');
    const { settings } = (await seen.json()) as { settings: object };
    const next = { settings: { ...settings, writeOffLimit: 5_000 } };
    const changed = await send('/settings', next, version);
    expect([changed.status, await changed.json()]).toMatchObject([200, { entered: { version: 1 } }]);
    expect((await send('/settings', { settings: { ...settings, writeOffLimit: 1 } }, version)).status).toBe(
      412,
    );
    const { writeOffLimit: _none, ...without } = settings as { writeOffLimit?: number };
    expect((await send('/settings', { settings: without }, changed.headers.get('etag'))).status).toBe(200);
    expect((await get('/settings')).body).not.toHaveProperty('settings.writeOffLimit');
    const headers = { authorization: `Bearer ${await programTokens(practice.app)()}` };
    const own = await fetch(`${practice.app.apiUrl}/v1/practices`, { headers });
    expect(await own.json()).toMatchObject({ practices: [{ practiceId: 'maple-street' }] });
  });
});

it('leaves no message that nobody could work', async () => {
  expect(await deadLetters(practice.app)).toBe(0);
});
