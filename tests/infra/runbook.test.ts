import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headingsOf, readPage } from '../docs/markdown.ts';
import { makeApp, resourcesOf } from './synthesised.ts';

const runbook = readFileSync(join(import.meta.dirname, '../../docs/runbook.md'), 'utf8');
const anchors = headingsOf(readPage(runbook))
  .filter(({ level }) => level === 2)
  .map(({ anchor }) => anchor);

const { records, billing } = makeApp();
const alarms = [records, billing].flatMap((stack) => resourcesOf(stack, 'AWS::CloudWatch::Alarm'));

/** The heading of the runbook that an alarm names. */
const anchorOf = (description: unknown): string =>
  /See docs\/runbook\.md#([\w-]+)$/.exec(String(description))?.[1] ?? '';

const named = new Set(alarms.map(([, { Properties }]) => anchorOf(Properties.AlarmDescription)));

const sections = runbook
  .split(/^## /m)
  .slice(1)
  .map((text): [string, string] => [text.split('\n', 1)[0] ?? '', text]);

describe('the runbook', () => {
  it.each(alarms)('has the heading that the alarm %s names', (_, { Properties }) => {
    expect(anchors).toContain(anchorOf(Properties.AlarmDescription));
  });

  it('has no heading without an alarm', () => {
    expect(anchors.filter((anchor) => !named.has(anchor))).toEqual([]);
  });

  it.each(sections)('says all of it under "%s"', (_, section) => {
    const parts = Array.from(section.matchAll(/^\*\*(.+?)\.\*\*/gm), ([, part]) => part);
    expect(parts).toEqual(['Means', 'Look first', 'Do', 'Lost', 'Wake somebody']);
  });
});
