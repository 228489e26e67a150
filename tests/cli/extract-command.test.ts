import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'documents-'));
const at = (name: string): string => join(folder, name);

const extract = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(root, 'cli/main.ts'), 'extract', ...args], { encoding: 'utf8' });

beforeAll(() => {
  writeFileSync(at('note.pdf'), 'Patient: Brennan, Walter\nDOB: 04/09/1961\n\nASSESSMENT\nGout');
  writeFileSync(at('scan.txt'), Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]));
  writeFileSync(at('adt'), 'MSH|^~\\&|A|B|C|D|20260302||ADT^A04|1|P|2.5.1\rPID|1||MS-1||Brennan^Walter\r');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('extract', () => {
  it('prints one line of JSON for each file, the bad ones too, in their order', () => {
    const files = [at('note.pdf'), at('nowhere'), at('scan.txt'), folder, at('adt')];
    const { stdout, status } = extract('--json', ...files);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ file }) => file)).toEqual(files);
    expect(lines.map(({ kind }) => kind)).toEqual(['text', 'unknown', 'unknown', 'unknown', 'hl7v2']);
    for (const line of lines)
      expect(Object.keys(line)).toEqual(['file', 'kind', 'text', 'sections', 'facts', 'problems']);
    expect(lines[0]).toMatchObject({
      sections: [{ name: 'ASSESSMENT', start: 42, end: 57 }],
      facts: [
        { name: 'patient.lastName', value: 'Brennan', source: 'line 1' },
        { name: 'patient.firstName', value: 'Walter', source: 'line 1' },
        { name: 'patient.birthDate', value: '1961-04-09', source: 'line 2' },
      ],
      problems: [],
    });
    expect(lines[4].facts).toContainEqual({ name: 'patient.lastName', value: 'Brennan', source: 'PID-5.1' });
    expect(status).toBe(2);
  });

  it('says of each bad file what is wrong and what to do, and ends with 1 where one is not read', () => {
    const { stdout, stderr, status } = extract(at('scan.txt'), at('adt'));
    expect(stderr).toBe(
      `${at('scan.txt')}: The document is a scanned image (TIFF), which cannot be read here. Send it as PDF with text, DOCX, RTF, HTML, plain text, C-CDA, FHIR (JSON) or HL7 v2.\n`,
    );
    expect(stdout).toContain('PID-5.1');
    expect(status).toBe(1);
  });

  it('ends with 0 where all is read, and reads the standard input', () => {
    const { stdout, status } = spawnSync(
      process.execPath,
      [join(root, 'cli/main.ts'), 'extract', '--json', '-'],
      {
        encoding: 'utf8',
        input: 'Assessment: gout',
      },
    );
    expect(JSON.parse(stdout)).toMatchObject({
      file: '-',
      kind: 'text',
      text: 'Assessment: gout',
      problems: [],
    });
    expect(status).toBe(0);
  });
});
