import { afterAll, describe, expect, it } from 'vitest';
import { edits } from '../../../functions/scrubbing/find-broken-edits.ts';
import { needingOfficialCodeSets } from '../../shared-material.ts';
import { type Case, cleanVisits } from './clean-visits.ts';
import { foldersFrom, within } from './code-set-folders.ts';
import { type Defect, defects } from './defects.ts';
import { findingsOf } from './scrub-case.ts';

const { isHere, describe: withSets } = needingOfficialCodeSets();
const official = foldersFrom(isHere ? process.env.CLAIMWRIGHT_CODESETS : undefined);
const bare = foldersFrom(undefined);

afterAll(() => {
  official.remove();
  bare.remove();
});

const table = defects();
const clean = cleanVisits();

const findings = (folders: typeof official, one: Case) =>
  within(folders.without(one.without), () => findingsOf(one));

const titled = (some: readonly Defect[]) => some.map((one) => [`${one.id} ${one.what}`, one] as const);

const expectFound = (folders: typeof official, { edit, desk, severity, broken }: Defect): void => {
  const found = findings(folders, broken).map((one) => `${one.severity} ${one.code} → ${one.desk}`);
  expect(found).toContain(`${severity} ${edit} → ${desk}`);
};

/** What is wrong with a clean visit, by its id: nothing is right. */
const against = (folders: typeof official, severities: readonly string[]) =>
  clean.flatMap((one) =>
    findings(folders, one)
      .filter(({ severity }) => severities.includes(severity))
      .map(({ severity, code, detail }) => `${one.id} ${severity} ${code}: ${detail}`),
  );

describe('the visits and defects that were written by hand', () => {
  it('are 300 of each and some further ones, and every edit has a defect', () => {
    expect(clean).toHaveLength(300 + 73);
    expect(table).toHaveLength(300 + 63);
    for (const some of [clean, table.map(({ id }) => ({ id }))])
      expect(new Set(some.map(({ id }) => id)).size).toBe(some.length);
    const named = new Set(table.map(({ edit }) => edit));
    // Those of the registry of NPIs need one installed, and have tables of their own.
    const unnamed = edits.map(({ code }) => code).filter((code) => !named.has(code));
    expect(
      unnamed.filter((code) => !/^identity-npi-(not-registered|deactivated|entity|name)$/.test(code)),
    ).toEqual([]);
  });
});

withSets('with the official code sets', () => {
  it('blocks none of the clean visits', () => {
    expect(against(official, ['block'])).toEqual([]);
  });

  it('warns of none of the clean visits', () => {
    expect(against(official, ['warn'])).toEqual([]);
  });

  it.each(titled(table))('finds %s', (_title, one) => {
    expectFound(official, one);
  });
});

/** Edits that look codes up in official sets; age is there for the codes whose ages the sets tell. */
const restOnSets = new Set([
  ...['identity-taxonomy-unknown', 'filing-place-unknown'],
  ...['diagnosis-unknown', 'diagnosis-not-in-force', 'diagnosis-cannot-lead', 'diagnosis-excludes1'],
  ...['diagnosis-code-first', 'diagnosis-use-additional', 'diagnosis-pointer-cause'],
  ...['diagnosis-side', 'diagnosis-side-open'],
  ...['procedure-not-in-force', 'procedure-not-paid-by-medicare'],
  ...['modifier-assistant', 'modifier-bilateral', 'modifier-component', 'modifier-component-in-hospital'],
  ...['modifier-visit-with-procedure', 'modifier-57-with-minor'],
  ...['ncci-ptp', 'ncci-mue', 'ncci-add-on'],
  ...['history-global-visit', 'history-global-procedure', 'history-global-billed'],
]);

describe('without the official code sets', () => {
  it('blocks none of the clean visits', () => {
    expect(against(bare, ['block'])).toEqual([]);
  });

  it.each(titled(table.filter(({ edit }) => !restOnSets.has(edit))))('finds %s', (_title, one) => {
    expectFound(bare, one);
  });
});
