import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { remittanceText } from '../../bench/x12/generate-835.ts';
import { claimInterchange } from '../../bench/x12/generate-837p.ts';
import { writeInterchange } from '../../functions/edi/envelope/interchange-writer.ts';
import { allGuides } from '../../functions/edi/guides.ts';
import { parseInterchanges } from '../../functions/edi/parse.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimwright-x12-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (name: string, content: string | Buffer): string => {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
};

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

const x12 = (parameters: readonly string[], input = '', variables: NodeJS.ProcessEnv = {}): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const main = join(import.meta.dirname, '../../cli/main.ts');
    const child = spawn(process.execPath, [main, 'x12', ...parameters], {
      env: { ...process.env, NO_COLOR: '1', ...variables },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (data) => {
      out += data;
    });
    child.stderr.on('data', (data) => {
      err += data;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });

const remittance = [...remittanceText(3)].join('');
const claims = writeInterchange(claimInterchange(3), allGuides);
const remittanceFile = fileOf('remittance.835', remittance);
const claimFile = fileOf('claims.837', claims);
const unbalancedFile = fileOf('unbalanced.835', remittance.replace(/(SVC\*[^*]*\*)[\d.]+/, '$11'));
const cutFile = fileOf('cut.835', remittance.slice(0, -60));

/** What the codec makes of a text, as JSON has it. */
const asJson = (text: string): unknown =>
  JSON.parse(JSON.stringify(parseInterchanges(text, allGuides).map(({ interchange }) => interchange)));

describe('x12 read', () => {
  it('prints what the codec reads as one document', async () => {
    const { code, out, err } = await x12(['read', remittanceFile]);
    expect({ code, err, document: JSON.parse(out) }).toEqual({
      code: 0,
      err: '',
      document: asJson(remittance),
    });
  });

  it('keeps claims under their providers and subscribers, from the standard input too', async () => {
    const { code, out } = await x12(['read', '-'], claims);
    expect({ code, document: JSON.parse(out) }).toEqual({ code: 0, document: asJson(claims) });
  });

  it('prints all interchanges of a file', async () => {
    const { out } = await x12(['read', '-'], remittance + claims);
    expect(JSON.parse(out)).toEqual(asJson(remittance + claims));
  });

  it('prints one claim a line with the loops around it', async () => {
    const { out } = await x12(['read', '--lines', claimFile]);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatchObject({
      guide: '837P',
      set: '0001',
      position: 2,
      value: { patientControlNumber: 'PC00000002-1' },
      around: [{ type: 'CH' }, { provider: { name: 'LAKESIDE FAMILY MEDICINE' } }, { responsibility: 'P' }],
    });
  });

  it('prints the good claims and tells of the one that it leaves out', async () => {
    const broken = remittance.replace('CLP*PC00000002-1*1', 'CLP*PC00000002-1*');
    const { code, out, err } = await x12(['read', '--lines', '-'], broken);
    expect(code).toBe(1);
    expect(out.match(/"position":\d/g)).toEqual(['"position":1', '"position":3']);
    expect(err).toContain('standard input: 835 set 0001, number 2 (PC00000002-1) is left out');
  });
});

describe('x12 check', () => {
  it('finds nothing in good files', async () => {
    const { code, out } = await x12(['check', remittanceFile, claimFile]);
    expect(code).toBe(0);
    expect(out).toBe(
      `${remittanceFile}: no findings; read 1 interchange, 1 set, 3 claims or answers\n` +
        `${claimFile}: no findings; read 1 interchange, 1 set, 3 claims or answers\n`,
    );
  });

  it('tells each finding with its place, code and level', async () => {
    const { code, out } = await x12(['check', unbalancedFile]);
    expect(code).toBe(1);
    expect(out).toMatch(
      /unbalanced\.835: set 1, segment \d+, CLP\[1\]\/SVC03: Charge less adjustments differs .* \(IK403-I12, level 3\)\n/,
    );
    expect(out).toMatch(/: \d findings? in 1 of 1 set; read 1 interchange/);
  });

  it('looks codes up where that is asked for, and tells which sets are not installed', async () => {
    const wrongState = fileOf('state.837', claims.replace(/(N4\*[^*]*\*)[A-Z]{2}/, '$1XX'));
    const { code, out, err } = await x12(['check', '--codes', wrongState], '', {
      CLAIMWRIGHT_CODESETS: 'no-code-sets-here',
    });
    expect(code).toBe(1);
    expect(out).toMatch(/N402: This is no valid code \(state\) \(IK403-7, level 5, value "XX"\)\n/);
    expect(err).toMatch(/^Not looked up, because no edition is installed: cpt, icd10cm, pos/);
    expect((await x12(['check', wrongState])).code).toBe(0);
  });

  it('goes on after a file that is not there', async () => {
    const { code, out, err } = await x12(['check', join(folder, 'gone'), remittanceFile]);
    expect(code).toBe(2);
    expect(err).toBe(`${join(folder, 'gone')} does not exist. Check the path\n`);
    expect(out).toContain('no findings');
  });
});

describe('x12 ack', () => {
  it('accepts a good file with a 999 of the number that it is given', async () => {
    const { code, out } = await x12(['ack', '--control-number', '42', claimFile]);
    expect(code).toBe(0);
    expect(out).toContain('*000000042*0*P*:~');
    expect(out).toContain('AK2*837*0001*005010X222A1~\nIK5*A~\nAK9*A*1*1*1~');
  });

  it('answers a file that is cut off with a TA1', async () => {
    const { out } = await x12(['ack', cutFile]);
    expect(out).toContain('TA1*000000835*260310*0930*R*023~');
  });

  it('acknowledges no acknowledgement', async () => {
    const { out } = await x12(['ack', claimFile]);
    expect(await x12(['ack', '-'], out)).toEqual({
      code: 0,
      out: '',
      err: 'There is nothing to answer: acknowledgements are not acknowledged\n',
    });
  });
});

describe('x12 show', () => {
  it('shows loops with their ids, names, money and dates', async () => {
    const { code, out } = await x12(['show', remittanceFile]);
    expect(code).toBe(0);
    expect(out).toContain('2100 claim 3');
    expect(out).toMatch(/claim +patient control number PC00000001-1 · status code 1 · charge \$[\d,]+\.\d\d/);
    expect(out).toMatch(/statement dates +232 2026-02-\d\d · 233 2026-02-\d\d/);
    expect(out).toContain('provider adjustment 1');
  });

  it('fits a terminal of a hundred columns', async () => {
    const { out } = await x12(['show', claimFile]);
    expect(out.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });

  it('lets no text of a file steer the terminal', async () => {
    const { out } = await x12(['show', '-'], remittance.replace('PLAINS MUTUAL HEALTH', 'PLAINS \u001b[2J'));
    expect(out).toContain('PLAINS \ufffd[2J');
  });
});

describe('files that are not X12', () => {
  const refused: [name: string, content: string | Buffer, word: RegExp][] = [
    ['empty', '', /is empty/],
    ['json', '{"claims": []}', /looks like JSON/],
    ['xml', '<claims/>', /looks like XML/],
    ['zip', Buffer.from('504b03041400', 'hex'), /compressed/],
    ['binary', Buffer.from([0, 1, 2, 3]), /binary/],
    ['text', 'Dear Sir', /begins with ISA/],
    ['short', remittance.slice(0, 60), /ends after 60 of the 106 characters/],
    [
      'without a number',
      remittance.replace(/\*\d{9}\*0\*/, '*NUMBERONE*0*'),
      /ISA13: The control number is not nine digits wide/,
    ],
    [
      'institutional',
      claims.replaceAll('X222A1', 'X223A2'),
      /holds 837 \(005010X223A2\), but read here are 837P/,
    ],
  ];

  it.each(refused)('are refused with one line: %s', async (name, content, word) => {
    const { code, err } = await x12(['show', fileOf(name, content)]);
    expect(code).toBe(2);
    expect(err).toMatch(word);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});
