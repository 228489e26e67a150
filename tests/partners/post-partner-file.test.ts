import { describe, expect, it } from 'vitest';
import type { Finding } from '../../functions/domain/finding.ts';
import type { FoundSent } from '../../functions/domain/outbox/found-sent.ts';
import { PartnerFile } from '../../functions/domain/partner-file.ts';
import type { Addressee, ReceivedFile } from '../../functions/domain/posting.ts';
import type { TaskDraft } from '../../functions/domain/task-draft.ts';
import { writeSets } from '../../functions/edi/sets.ts';
import { claimAcknowledgementGuide } from '../../functions/edi/x277ca/guide.ts';
import { remittanceGuide } from '../../functions/edi/x835/guide.ts';
import { implementationAcknowledgementGuide } from '../../functions/edi/x999/guide.ts';
import { askBillers } from '../../functions/partners/ask-billers.ts';
import {
  type AnswerName,
  type PostAnswers,
  receivePartnerFile,
} from '../../functions/partners/receive-partner-file.ts';
import { stage835 } from '../../functions/remittance/staging/stage-remittances.ts';
import { acknowledgement, claimAcknowledgementSet } from '../edi/material/answer-sets.ts';
import { header } from '../edi/material/interchange-headers.ts';
import { inOneInterchange, ta1Segment } from '../edi/material/mixed-files.ts';
import { recordsOf } from '../factories/posting-records.ts';
import { remittance } from '../factories/remittances.ts';

const now = new Date('2026-11-02T10:00:00.000Z');
const key = 'partners/payer-simulator/inbound/answer.x12';
const a999 = writeSets(header(), implementationAcknowledgementGuide, [acknowledgement()]);
const an835 = writeSets(header(), remittanceGuide, [remittance()]);
const a277ca = writeSets(header(), claimAcknowledgementGuide, [claimAcknowledgementSet()]);
const unmatched: Finding = { code: 'unknown-claim', path: 'AK1[1]', detail: 'Not ours' };

/** A partner's folder with one file in it, and what is done with it in its order. */
const folderWith = (text: string, read: PostAnswers = async () => []) => {
  const done: string[] = [];
  const posted: ReceivedFile[] = [];
  const files = new Map<string, PartnerFile>();
  const records = recordsOf([]);
  const reader =
    (name: AnswerName): PostAnswers =>
    async (file, posting) => {
      done.push(`post ${name}`);
      posted.push(file);
      return read(file, posting);
    };
  const effects = {
    readObject: async (read: string) => {
      done.push(`read ${read}`);
      return new TextEncoder().encode(text);
    },
    findPartnerFile: async (partnerId: string, direction: string, fileId: string) =>
      files.get(`${partnerId}/${direction}/${fileId}`),
    savePartnerFile: async (file: PartnerFile) => {
      done.push(`save ${file.outcome}`);
      files.set(`${file.partnerId}/${file.direction}/${file.fileId}`, file);
    },
    listFound: async (): Promise<FoundSent[]> => [],
    readers: {
      '271': reader('271'),
      '277': reader('277'),
      '277CA': reader('277CA'),
      '835': reader('835'),
      '999': reader('999'),
      TA1: reader('TA1'),
    },
    posting: {
      ...records.effects,
      raiseTask: (...told: [TaskDraft, Addressee, string]) => {
        done.push('tell billers');
        return records.effects.raiseTask(...told);
      },
    },
    unreadable: () => void done.push('log unreadable'),
    posted: ({ findings }: { findings: number }) => void done.push(`log posted, ${findings} findings`),
  };
  return { done, posted, files, tasks: records.tasks, effects };
};

describe('receiving a file of a partner', () => {
  it('posts it by its kind, then keeps how that went', async () => {
    const { done, posted, files, effects } = folderWith(a999);
    expect(await receivePartnerFile(key, now, effects)).toBe('processed');
    expect(done).toEqual([`read ${key}`, 'post 999', 'save processed', 'log posted, 0 findings']);
    const [file] = files.values();
    expect(PartnerFile.parse(file)).toEqual(file);
    expect(file).toMatchObject({ direction: 'inbound', key, transaction: '999', at: now.toISOString() });
    expect(file?.transactions).toEqual(['999']);
    expect(posted).toEqual([{ partnerId: 'payer-simulator', fileId: file?.fileId, text: a999.trim() }]);
  });

  it('posts it once when it is delivered twice, by whatever name', async () => {
    const { done, files, effects } = folderWith(a999);
    await receivePartnerFile(key, now, effects);
    done.length = 0;
    const again = 'partners/payer-simulator/inbound/again.x12';
    expect(await receivePartnerFile(again, now, effects)).toBe('known');
    expect(done).toEqual([`read ${again}`]);
    expect(files.size).toBe(1);
  });

  it('posts each interchange of it by itself', async () => {
    const { posted, effects } = folderWith(`${a999}\n${a999}`);
    await receivePartnerFile(key, now, effects);
    expect(posted.map(({ text }) => text.trim())).toEqual([a999.trim(), a999.trim()]);
    expect(new Set(posted.map(({ fileId }) => fileId)).size).toBe(1);
  });

  it('keeps one that nobody reads, and tells the billers', async () => {
    const { done, files, tasks, effects } = folderWith('Dear Sirs,');
    expect(await receivePartnerFile(key, now, effects)).toBe('unreadable');
    expect(done).toEqual([`read ${key}`, 'log unreadable', 'tell billers', 'save unreadable']);
    const [file] = files.values();
    expect(PartnerFile.parse(file)).toEqual(file);
    expect(file).toMatchObject({
      transaction: 'unknown',
      findings: [{ code: 'unknown-file', detail: expect.stringContaining('271, 277, 277CA, 835, 999, TA1') }],
    });
    expect([...tasks.entries()]).toMatchObject([
      [
        `file-payer-simulator-${file?.fileId}`,
        { to: { partnerId: 'payer-simulator' }, draft: { kind: 'partner-file' } },
      ],
    ]);
    expect(JSON.stringify([...tasks.values()])).toContain('answer.x12');
  });

  it('keeps one that is too large unread, and tells the billers once what, which limit and what next', async () => {
    const { done, files, tasks, effects } = folderWith('');
    const large = async (_: string, mostBytes: number) => ({
      bytes: mostBytes + 1,
      beginning: new Uint8Array(),
    });
    const receive = () => receivePartnerFile(key, now, { ...effects, readObject: large });
    expect([await receive(), await receive()]).toEqual(['unreadable', 'known']);
    expect(done).toEqual(['log unreadable', 'tell billers', 'save unreadable']);
    const [file] = files.values();
    expect(PartnerFile.parse(file)).toEqual(file);
    expect(file).toMatchObject({ key, outcome: 'unreadable', findings: [{ code: 'too-large' }] });
    expect(JSON.stringify([...tasks.values()])).toMatch(/51 MB.*up to 50 MB.*several files/);
  });

  it('does not keep one whose reader fails, so that it is tried again', async () => {
    let fails = true;
    const { done, files, effects } = folderWith(a999, async () => {
      if (fails) throw new Error('throttled');
      return [];
    });
    await expect(receivePartnerFile(key, now, effects)).rejects.toThrow('throttled');
    expect(files.size).toBe(0);
    fails = false;
    expect(await receivePartnerFile(key, now, effects)).toBe('processed');
    expect(done.filter((one) => one === 'post 999')).toHaveLength(2);
  });

  it.each([
    ['tells the billers what is wrong with it', a999, ['file']],
    ['leaves an 835 to tell of its own findings', an835, []],
  ])('%s, and keeps the findings', async (_title, text, told) => {
    const { files, tasks, effects } = folderWith(text, async () => [unmatched]);
    expect(await receivePartnerFile(key, now, effects)).toBe('findings');
    expect([...files.values()]).toMatchObject([{ outcome: 'findings', findings: [unmatched] }]);
    expect([...tasks.keys()].map((taskId) => taskId.split('-')[0])).toEqual(told);
  });

  it('posts each kind of answer by its own reader, once for each interchange that holds it', async () => {
    const text = `${inOneInterchange(a999, a277ca, a999)}${an835}${a999.replace('GS*', `${ta1Segment('R')}GS*`)}`;
    const { done, posted, files, effects } = folderWith(text);
    expect(await receivePartnerFile(key, now, effects)).toBe('processed');
    expect(done.filter((one) => one.startsWith('post'))).toEqual(
      ['999', '277CA', '835', 'TA1', '999'].map((name) => `post ${name}`),
    );
    expect(new Set(posted.map((file) => file.text)).size).toBe(3);
    expect([...files.values()]).toMatchObject([
      { transaction: '999', transactions: ['999', '277CA', '835', 'TA1'], findings: [] },
    ]);
  });

  it('tells what of it nobody reads, wherever it stands, and posts the rest', async () => {
    const foreign = an835.replaceAll('005010X221A1', '004010X091A1');
    const text = `${foreign}${inOneInterchange(a999, foreign)}${a999.replaceAll('999', '850')}`;
    const { done, files, tasks, effects } = folderWith(text);
    expect(await receivePartnerFile(key, now, effects)).toBe('findings');
    expect(done.filter((one) => one.startsWith('post'))).toEqual(['post 999']);
    const [file] = files.values();
    expect(file?.transactions).toEqual(['unknown', '999']);
    expect(file?.findings.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'unread-sets GS[1]',
      'unread-sets GS[2]',
      'unread-sets GS[1]',
    ]);
    expect(file?.findings[0]?.detail).toContain('835 in the version 004010X091A1');
    expect([...tasks.keys()]).toEqual([`file-payer-simulator-${file?.fileId}`]);
  });

  it('repeats nothing of a broken file but what looks like a name', async () => {
    const text = `${a999}${a999.replaceAll('ST*999', 'ST*OKAFOR').replaceAll('*X*005010X231A1', '*X*MIRIAM')}`;
    const { files, effects } = folderWith(text);
    await receivePartnerFile(key, now, effects);
    expect(JSON.stringify([...files.values()])).toContain('of a kind that cannot be told');
    expect(JSON.stringify([...files.values()])).not.toMatch(/OKAFOR|MIRIAM/);
  });

  it('tells of each interchange of which an 835 cannot be read', async () => {
    const unread = an835.replace('*XX*1234567893~', '~');
    const { files, tasks, effects } = folderWith(`${unread}${an835}${unread}`, stage835);
    await receivePartnerFile(key, now, effects);
    const [file] = files.values();
    const ofFile = [...tasks.keys()].filter((taskId) => taskId.startsWith('file-'));
    expect(ofFile).toEqual([
      `file-payer-simulator-${file?.fileId}`,
      `file-payer-simulator-${file?.fileId}-3`,
    ]);
  });

  it('tells of the rest of a file beside what its 835 tells', async () => {
    const text = inOneInterchange(a999, an835).replace('IEA*2', 'IEA*5');
    const ofEnvelope: Finding = { code: 'TA105-021', path: 'IEA01', detail: 'Miscounted' };
    const { done, files, tasks, effects } = folderWith(text, async () => [
      ofEnvelope,
      { ...unmatched, path: `AK1[${done.length}]` },
    ]);
    await receivePartnerFile(key, now, effects);
    const [file] = files.values();
    expect(file?.findings.map(({ path }) => path)).toEqual(['IEA01', 'AK1[2]', 'AK1[3]']);
    expect([...tasks].map(([taskId, { draft }]) => [taskId, draft.reasons.length])).toEqual([
      [`file-payer-simulator-${file?.fileId}-others`, 2],
    ]);
  });

  it('keeps a hundred findings and says how many more there are', async () => {
    const many = Array.from({ length: 2_000 }, (_, index) => ({ ...unmatched, path: `2200D[${index}]` }));
    const { done, files, tasks, effects } = folderWith(a999, async () => many);
    await receivePartnerFile(key, now, effects);
    expect(done.at(-1)).toBe('log posted, 2000 findings');
    for (const told of [
      ...[...files.values()].map(({ findings }) => findings.map(({ detail }) => detail)),
      ...[...tasks.values()].map(({ draft }) =>
        draft.reasons.flatMap(({ text, pageOnly }) => (pageOnly ? [] : text)),
      ),
    ]) {
      expect([told.length, told.at(-1)]).toEqual([101, 'There are 1900 more findings']);
    }
  });

  it('says of X12 that nobody reads what it is', async () => {
    const { files, effects } = folderWith(an835.replaceAll('005010X221A1', '004010X091A1'));
    expect(await receivePartnerFile(key, now, effects)).toBe('unreadable');
    expect([...files.values()]).toMatchObject([
      {
        transaction: 'unknown',
        transactions: ['unknown'],
        findings: [{ code: 'unknown-file' }, { path: 'GS[1]' }],
      },
    ]);
  });

  it('with an interchange that holds nothing has a finding', async () => {
    const empty = `${a999.slice(0, a999.indexOf('GS*'))}${a999.slice(a999.indexOf('IEA*')).replace('IEA*1', 'IEA*0')}`;
    const { files, effects } = folderWith(`${a999}${empty}`);
    await receivePartnerFile(key, now, effects);
    expect([...files.values()]).toMatchObject([{ findings: [{ code: 'unread-sets', path: 'ISA' }] }]);
  });

  it('reads records from before they said all that a file holds', () => {
    const old = {
      partnerId: 'payer-simulator',
      direction: 'inbound',
      fileId: 'f0',
      key,
      transaction: '835',
      outcome: 'processed',
      findings: [],
      at: now.toISOString(),
    };
    expect(PartnerFile.parse(old)).toEqual(old);
  });

  it('leaves alone what is not in the inbound folder of a partner', async () => {
    const { done, effects } = folderWith(a999);
    const outbound = 'partners/payer-simulator/outbound/837P-1.x12';
    expect(await receivePartnerFile(outbound, now, effects)).toBe('left-alone');
    expect(done).toEqual([]);
  });
});

it('the billers of each practice of the partner get a task of their own', async () => {
  const raised: [string, string, string][] = [];
  const ask = askBillers(
    async (partnerId) => (partnerId === 'payer-simulator' ? ['maple-street', 'elm-row'] : []),
    async ({ kind }, { practiceId, taskId }) => void raised.push([kind, practiceId, taskId]),
  );
  const { tasks, effects } = folderWith('Dear Sirs,');
  await receivePartnerFile(key, now, { ...effects, posting: { ...effects.posting, raiseTask: ask } });
  expect(tasks.size).toBe(0);
  expect(raised).toEqual([
    [
      'partner-file',
      'maple-street',
      expect.stringMatching(/^file-payer-simulator-[0-9a-f]{32}-maple-street$/),
    ],
    ['partner-file', 'elm-row', expect.stringMatching(/^file-payer-simulator-[0-9a-f]{32}-elm-row$/)],
  ]);
});
