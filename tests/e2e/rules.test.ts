import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PracticeRule } from '../../functions/domain/rules/practice-rule.ts';
import type { LocalPractice } from '../../local/local-practice.ts';
import { aRule } from '../domain/rules/a-visit.ts';
import { samplesOf, startPractice, testFolder } from './start-practice.ts';
import { claimOf } from './waiting.ts';

let practice: LocalPractice;

beforeAll(async () => {
  practice = await startPractice('rules');
});

afterAll(() => practice?.stop());

/** The command line as a biller runs it on the table of this practice. */
const rules = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['cli/main.ts', 'rules', ...args], { encoding: 'utf8', env: process.env });

const fileOf = (name: string, list: readonly PracticeRule[]): string => {
  const path = join(testFolder('rules'), name);
  writeFileSync(path, JSON.stringify(list));
  return path;
};

const record = aRule(
  { add: 'registration.medicalRecordNumber', value: 'MR-77' },
  { ruleId: 'record-number', when: { path: 'payer.payerId', is: 'northwind' } },
);
const warned = aRule({ warn: 'Look at it first' }, { ruleId: 'look', active: false });

describe('the rules of a practice', () => {
  it('are entered in versions, and the last one is in force', () => {
    const [first, second] = [fileOf('1.json', [record]), fileOf('2.json', [record, warned])];
    expect(rules('put', first, '--note', 'first').stdout).toContain('version 1 is in force, 1 rules');
    expect(rules('put', first).stdout).toContain('version 1 is in force');
    expect(rules('put', second).stdout).toContain('version 2 is in force, 2 rules');
    expect(rules('list').stdout).toMatch(
      /^ {2}2 .*2 rules\n {2}1 .*program command line \(.*1 rules {2}first\n$/,
    );
  });

  it('change the claim of a visit, and its history says so', async () => {
    const [sample] = await samplesOf('01');
    if (!sample) throw new Error('There is no sample 01');
    for (const [name, content] of sample.files) await practice.client.upload('R1', name, content);
    const { claimId, visit } = await claimOf(practice, 'R1');
    expect(visit?.medicalRecordNumber).toBe('MR-77');
    const [generated] = await practice.client.history(claimId);
    expect(generated?.detail).toMatchObject({
      changedByRules: 'registration.medicalRecordNumber nothing → MR-77 (record-number)',
      rulesVersion: 2,
    });
  });

  it('are tried on past visits of the table', () => {
    const { stdout } = rules('try', fileOf('none.json', []), '--past', '5', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      visits: 1,
      different: [{ name: 'R1', noLonger: { changed: [{ after: 'MR-77', rules: ['record-number'] }] } }],
    });
  });
});
