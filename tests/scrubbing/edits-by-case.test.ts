import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { edits, findBrokenEdits } from '../../functions/scrubbing/find-broken-edits.ts';
import { needingOfficialCodeSets } from '../shared-material.ts';
import { allCases } from './cases/all-cases.ts';
import type { EditCase } from './cases/edit-case.ts';
import { aVisit } from './visit-to-scrub.ts';

const tell = ({ edit, visit }: EditCase): readonly string[] => {
  const scrubbed = aVisit(visit);
  return findBrokenEdits(scrubbed, scrubbed.registration.dateOfService)
    .filter(({ code }) => code === edit)
    .map(({ severity, desk, path }) => `${severity} ${desk} ${path}`);
};

const titled = (cases: readonly EditCase[]): readonly (readonly [string, EditCase])[] =>
  cases.map((one) => [`${one.edit} ${one.finds ? 'finds' : 'leaves alone'}: ${one.why}`, one]);

const here = titled(allCases.filter(({ official }) => !official));
const withSets = titled(allCases.filter(({ official }) => official));

describe('each edit, without installed code sets', () => {
  beforeEach(() => {
    vi.stubEnv('CLAIMWRIGHT_CODESETS', 'no-code-sets-here');
  });
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it.each(here)('%s', (_title, one) => {
    expect(tell(one)).toEqual(one.finds ? [one.finds] : []);
  });

  it.each(here)('%s, with a sentence that says what to do', (_title, one) => {
    const scrubbed = aVisit(one.visit);
    const found = findBrokenEdits(scrubbed, scrubbed.registration.dateOfService);
    const { lastName, dateOfBirth } = scrubbed.registration.patient;
    for (const { code, detail, source } of found) {
      expect(detail, code).toMatch(/^[A-Z0-9“].*[.)]$/s);
      expect(source, code).not.toBe('');
      expect(detail).not.toContain(lastName);
      expect(detail).not.toContain(dateOfBirth);
    }
  });
});

needingOfficialCodeSets().describe('each edit that rests on official code sets', () => {
  it.each(withSets)('%s', (_title, one) => {
    expect(tell(one)).toEqual(one.finds ? [one.finds] : []);
  });
});

describe('the table of cases', () => {
  it('names edits that there are, each with what it finds and what it leaves alone', () => {
    const codes = new Set(edits.map(({ code }) => code));
    const halves = Map.groupBy(allCases, ({ edit }) => edit);
    for (const [edit, cases] of halves) {
      expect(codes).toContain(edit);
      expect(new Set(cases.map(({ finds }) => finds === undefined)), edit).toEqual(new Set([true, false]));
    }
  });
});
