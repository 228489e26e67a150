import { imaging, type OfficeTest, officeTests } from '../../../codesets/clinical-terms/procedures.ts';
import { indexTerms, keepMostSpecific, matchTerms } from '../note/match-terms.ts';
import { oncePerStatement } from '../note/once-per-statement.ts';
import { qualifyMention } from '../note/qualify-mention.ts';
import type { Statement } from '../note/read-statements.ts';

/** A test that a statement names; mentions of the same `name` are one unique test. */
export type TestMention = {
  readonly name: string;
  readonly kind: 'laboratory' | 'imaging' | 'imaging of no site';
  readonly codes: readonly string[];
  readonly statement: Statement;
  readonly start: number;
  readonly end: number;
};

type Place = { readonly start: number; readonly end: number };

const testIndex = indexTerms(officeTests.map((test) => [test, test.terms] as const));
const modalityIndex = indexTerms(imaging.modalities.map((one) => [one, one.terms] as const));
const siteIndex = indexTerms(
  [...imaging.radiographs, ...imaging.sites].map(({ site, terms }) => [site, terms] as const),
);
const codesOfSite = new Map(
  imaging.radiographs.map(({ site, codes }) => [site, codes.map(({ code }) => code)]),
);

const gap = (one: Place, other: Place): number => Math.max(0, other.start - one.end, one.start - other.end);

/** Characters within which a body part belongs to the imaging that is named. */
const siteReach = 60;

const namedLabs = (statement: Statement): readonly TestMention[] =>
  keepMostSpecific(matchTerms(statement, testIndex))
    .filter((match) => qualifyMention(statement, match) !== 'negated')
    .map(({ meaning, start, end }) => ({
      name: nameOf(meaning),
      kind: 'laboratory',
      codes: codesOf(meaning),
      statement,
      start,
      end,
    }));

const nameOf = ({ panel, name }: OfficeTest): string => panel ?? name;
const codesOf = ({ code }: OfficeTest): readonly string[] => (code ? [code] : []);

const namedImaging = (statement: Statement): readonly TestMention[] => {
  const sites = matchTerms(statement, siteIndex);
  return keepMostSpecific(matchTerms(statement, modalityIndex))
    .filter((match) => qualifyMention(statement, match) !== 'negated')
    .map(({ meaning, start, end }) => {
      const near = sites
        .filter((site) => gap(site, { start, end }) <= siteReach)
        .sort((a, b) => gap(a, { start, end }) - gap(b, { start, end }))[0]?.meaning;
      const codes = meaning.name === 'x-ray' && near ? (codesOfSite.get(near) ?? []) : [];
      return {
        name: near ? `${meaning.name} ${near}` : meaning.name,
        kind: near ? 'imaging' : 'imaging of no site',
        codes,
        statement,
        start,
        end,
      };
    });
};

/** Laboratory tests, studies and imaging that a statement names and does not deny. */
export const findTests = oncePerStatement((statement): readonly TestMention[] => [
  ...namedLabs(statement),
  ...namedImaging(statement),
]);
