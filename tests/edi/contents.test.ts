import { describe, expect, it } from 'vitest';
import { contentsOf, kindsIn } from '../../functions/edi/contents-of.ts';
import { lossesOf } from '../../functions/edi/losses.ts';
import { parseInterchanges } from '../../functions/edi/parse.ts';
import { envelopeFindings, readSets, writeSets } from '../../functions/edi/sets.ts';
import { statusResponseGuide } from '../../functions/edi/x277/guide.ts';
import { claimAcknowledgementGuide } from '../../functions/edi/x277ca/guide.ts';
import { remittanceGuide } from '../../functions/edi/x835/guide.ts';
import { implementationAcknowledgementGuide } from '../../functions/edi/x999/guide.ts';
import {
  acknowledgement,
  claimAcknowledgementSet,
  statusResponseSet,
  subscriberStatus,
} from './material/answer-sets.ts';
import { header } from './material/interchange-headers.ts';
import { inOneInterchange, ta1Segment } from './material/mixed-files.ts';
import { remittance } from './material/remittance-sets.ts';

const a999 = writeSets(header(), implementationAcknowledgementGuide, [acknowledgement()]);
const a277ca = writeSets(header(), claimAcknowledgementGuide, [claimAcknowledgementSet()]);
const a277 = writeSets(header(), statusResponseGuide, [statusResponseSet(subscriberStatus())]);
const an835 = writeSets(header(), remittanceGuide, [remittance()]);
const old835 = an835.replaceAll('005010X221A1', '004010X091A1');

const kindsOf = (text: string): string[][] => contentsOf(text).map(kindsIn);

describe('the contents of a file', () => {
  it('are told interchange by interchange, each kind once', () => {
    expect(kindsOf(`${a999}\n${an835}`)).toEqual([['999'], ['835']]);
    expect(kindsOf(inOneInterchange(a999, a277ca, a277, a999))).toEqual([['999', '277CA', '277']]);
    expect(kindsOf(an835.replace('GS*', `${ta1Segment('R')}GS*`))).toEqual([['TA1', '835']]);
    expect(kindsOf(`${old835}${an835}`)).toEqual([[], ['835']]);
    expect(kindsOf(' \n')).toEqual([]);
  });

  it('name what no guide reads', () => {
    const [contents] = contentsOf(inOneInterchange(old835, a999));
    expect(contents?.groups.map(({ sets }) => sets)).toEqual([
      [{ transaction: '835', version: '004010X091A1', kind: undefined }],
      [{ transaction: '999', version: '005010X231A1', kind: '999' }],
    ]);
  });

  it('are known by ST03 where the group tells no version', () => {
    expect(kindsOf(a999.replace('*X*005010X231A1', '*X*'))).toEqual([['999']]);
  });

  it('hold an acknowledgement even when it is broken, and what stands behind an interchange', () => {
    const broken = an835.replace('GS*', 'TA1*000004711*X*0930*A*000~\nGS*');
    expect(kindsOf(broken)).toEqual([['TA1', '835']]);
    expect(contentsOf(`${a999}GARBAGE`)[1]).toMatchObject({ groups: [], findings: [{ code: 'TA105-022' }] });
  });

  it('have the faults of groups, but for kinds and versions, which are for the sets to tell', () => {
    const [contents] = contentsOf(inOneInterchange(old835, a999).replace('GE*1', 'GE*2'));
    expect(contents?.groups.map(({ findings }) => findings.map(({ code }) => code))).toEqual([
      ['AK905-5'],
      [],
    ]);
  });
});

describe('sets of one guide among others', () => {
  const mixed = inOneInterchange(a999, old835, an835, a277ca);

  it.each([
    ['999', implementationAcknowledgementGuide, 1],
    ['835', remittanceGuide, 3],
    ['277CA', claimAcknowledgementGuide, 4],
  ] as const)('are read without a word on the others: %s', (_, guide, number) => {
    const read = readSets(mixed, guide as typeof remittanceGuide);
    expect(read.findings).toBeUndefined();
    expect(read.success && read.data.sets.map((set) => set.number)).toEqual([number]);
  });

  it('have the faults of their own groups and of the envelope', () => {
    const text = mixed.replaceAll('GE*1', 'GE*2').replace('IEA*4', 'IEA*9');
    const read = readSets(text, remittanceGuide);
    expect(read.findings?.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'TA105-021 IEA01',
      'AK905-5 GS[3]',
    ]);
  });

  it('lose nothing by how their group is called', () => {
    const read = readSets(a277ca.replace('GS*HN', 'GS*HB'), claimAcknowledgementGuide);
    expect(read.findings?.map(({ code }) => code)).toEqual(['AK905-1']);
    expect(lossesOf(read)).toEqual([]);
  });
});

describe('the number of groups', () => {
  const counted = (groups: number, text = a999) =>
    parseInterchanges(text.replace('GS*', `${ta1Segment('A')}GS*`).replace('IEA*1', `IEA*${groups}`), [])
      .flatMap(envelopeFindings)
      .map(({ code }) => code);

  it('may count acknowledgements as well, which loses nothing', () => {
    expect([counted(1), counted(2), counted(3)]).toEqual([[], [], ['TA105-021']]);
  });
});
