import { describe, expect, it } from 'vitest';
import { InterchangeReader } from '../../functions/edi/envelope/interchange-reader.ts';
import type { InterchangeReport } from '../../functions/edi/envelope/interchange-report.ts';
import { allGuides } from '../../functions/edi/guides.ts';
import { checking } from '../../functions/edi/parse.ts';
import { findingsOf } from '../../functions/edi/sets.ts';
import { groupText, interchangeText, shortSet } from './material/interchange-texts.ts';

const listed = 10_000;

/** A remittance with segments that no guide knows, and behind them one claim that does not balance. */
const badSet = (strays: number): string[] => {
  const [start = '', ...rest] = shortSet();
  const header = rest.slice(0, -1);
  const claim = ['LX*1', 'CLP*C1*1*100*0*0*12*ICN1*11*1', 'NM1*QC*1*OKAFOR*ADA'];
  const segments = [start, ...header, ...new Array<string>(strays).fill('ZZZ*1'), ...claim];
  return [...segments, `SE*${segments.length + 1}*0001`];
};

const read = (strays: number): { ofUnits: string[][]; report: InterchangeReport } => {
  const ofUnits: string[][] = [];
  const reports: InterchangeReport[] = [];
  const reader = new InterchangeReader(
    allGuides,
    {
      unit: ({ findings }) => ofUnits.push(findings.map(({ code }) => code)),
      end: (_, report) => reports.push(report),
    },
    checking(),
  );
  reader.write(interchangeText(groupText([badSet(strays)])));
  reader.end();
  const [report] = reports;
  if (report === undefined) throw new Error('The interchange has no report');
  return { ofUnits, report };
};

describe('a set with more findings than anybody reads', () => {
  const { ofUnits, report } = read(listed + 5);

  it('lists the first ten thousand and says that there are more', () => {
    const findings = findingsOf(report);
    expect(findings).toHaveLength(listed + 1);
    expect(findings.at(-1)).toMatchObject({ code: 'IK502-5', path: 'ST[1]' });
    expect(report.groups[0]?.sets[0]).toMatchObject({ units: 1, faultyUnits: 1 });
  });

  it('still hands each claim over with all that is wrong with it', () => {
    expect(ofUnits).toEqual([['IK403-I12']]);
  });
});

it('a set with fewer findings lists them all', () => {
  const { ofUnits, report } = read(3);
  expect(findingsOf(report).map(({ code }) => code)).toEqual([
    'IK304-2',
    'IK304-2',
    'IK304-2',
    ...ofUnits.flat(),
  ]);
});
