import { describe, expect, it } from 'vitest';
import { acknowledge } from '../../functions/edi/acknowledge.ts';
import type { Interchange } from '../../functions/edi/envelope/interchange.ts';
import { writeInterchange } from '../../functions/edi/envelope/interchange-writer.ts';
import { allGuides } from '../../functions/edi/guides.ts';
import { checking, parseInterchanges } from '../../functions/edi/parse.ts';
import { professionalClaimGuide } from '../../functions/edi/x837p/guide.ts';
import { implementationAcknowledgementGuide } from '../../functions/edi/x999/guide.ts';
import { acknowledgement, interchangeOf } from './material/answer-sets.ts';
import { claim, claimSet, subscriberLevel } from './material/claim-sets.ts';
import { groupText, interchangeText, isaText, shortSet } from './material/interchange-texts.ts';
import { changed, dropped } from './material/text-changes.ts';

const twoClaims = writeInterchange(
  interchangeOf(
    professionalClaimGuide,
    claimSet(subscriberLevel({ claims: [claim(), claim({ patientControlNumber: 'C100-2' })] })),
  ),
  allGuides,
);

const answer = { controlNumber: 9, createdAt: '2026-03-03T08:00:00.000Z' };

const answerTo = (text: string): Interchange | undefined => {
  const report = parseInterchanges(text, allGuides, checking())[0]?.report;
  return report && acknowledge(report, answer);
};

/** What our answer says between its ST and its SE. */
const saidTo = (text: string): string[] => {
  const interchange = answerTo(text);
  if (interchange === undefined) return [];
  const segments = writeInterchange(interchange, allGuides, { lineBreak: '' }).split('~');
  const start = segments.findIndex((segment) => segment.startsWith('ST*'));
  return segments.slice(
    start + 1,
    segments.findLastIndex((segment) => segment.startsWith('SE*')),
  );
};

describe('the answer to a file', () => {
  it('without a fault accepts all of it', () => {
    expect(saidTo(twoClaims)).toEqual([
      'AK1*HC*4711*005010X222A1',
      'AK2*837*0001*005010X222A1',
      'IK5*A',
      'AK9*A*1*1*1',
    ]);
  });

  it('goes back to who sent it', () => {
    expect(answerTo(twoClaims)).toMatchObject({
      header: { senderId: 'NORTHWIND', receiverId: 'LAKESIDE', controlNumber: 9, usage: 'T' },
      groups: [{ header: { functionalId: 'FA', senderId: 'NORTHWIND', receiverId: 'LAKESIDE' } }],
    });
  });

  it('with a fault in one of two claims accepts it with errors', () => {
    expect(saidTo(changed('C100-2*150***11:B', 'C100-2*150***11:C')(twoClaims))).toEqual([
      'AK1*HC*4711*005010X222A1',
      'AK2*837*0001*005010X222A1',
      'IK3*CLM*24*2300*8',
      'IK4*5:2*1332*7*C',
      'IK5*E*5',
      'AK9*E*1*1*1',
    ]);
  });

  it('tells of segments, and of the guide alone where X12 itself is not broken', () => {
    expect(saidTo(changed('C100-2*150', 'C100-2*151')(dropped('HI')(twoClaims)))).toEqual([
      'AK1*HC*4711*005010X222A1',
      'AK2*837*0001*005010X222A1',
      'IK3*SV1*21**8',
      'IK4*7:1*1328*7',
      'IK3*HI*23*2300*3', // where the claim ends without it
      'IK3*CLM*23**8',
      'IK4*2*782*I12',
      'IK5*R*5',
      'AK9*R*1*1*0',
    ]);
    expect(saidTo(changed('C100-2*150', 'C100-2*151')(twoClaims))).toContain('IK5*E*I5');
  });
});

describe('the verdict', () => {
  const broken = (controlNumber: string): string[] =>
    shortSet(controlNumber).map((segment) => segment.replace('BPR*H*0', 'BPR*H*X'));
  const unknown = ['ST*820*0002', 'ENT*1', 'SE*3*0002'];

  const verdictOn = (...sets: string[][]) =>
    saidTo(interchangeText(groupText(sets))).filter((segment) => /^(IK5|AK9)/.test(segment));

  it('on a group is R when all its sets are refused, and P when one of them is', () => {
    expect(verdictOn(broken('0001'))).toEqual(['IK5*R*5', 'AK9*R*1*1*0']);
    expect(verdictOn(shortSet(), broken('0002'))).toEqual(['IK5*A', 'IK5*R*5', 'AK9*P*2*2*1']);
    expect(verdictOn(shortSet(), unknown)).toEqual(['IK5*A', 'IK5*R*1', 'AK9*P*2*2*1']);
  });

  it('on a group that is wrong itself is R, and tells of no accepted set', () => {
    const text = interchangeText(groupText([shortSet(), unknown])).replace('GE*2*7', 'GE*3*8');
    expect(saidTo(text)).toEqual(['AK1*HP*7*005010X221A1', 'AK2*820*0002', 'IK5*R*1', 'AK9*R*3*2*0*4*5']);
  });

  it('on an envelope that is wrong is a TA1, and nothing else', () => {
    expect(answerTo(interchangeText().replace('IEA*1', 'IEA*2'))).toMatchObject({
      groups: [],
      acknowledgements: [
        { controlNumber: 7, interchangeCreatedAt: '2026-03-02T09:30:00.000Z', code: 'R', note: '021' },
      ],
    });
  });

  it('is not given on acknowledgements, nor where nobody can be answered', () => {
    const acknowledged = interchangeOf(implementationAcknowledgementGuide, acknowledgement());
    expect(answerTo(writeInterchange(acknowledged, allGuides))).toBeUndefined();
    expect(answerTo('GARBAGE')).toBeUndefined();
    expect(answerTo(interchangeText([]))).toBeUndefined();
  });
});

describe('what cannot be repeated', () => {
  it('is written legibly: segment ids, control numbers, parties', () => {
    const strange = isaText()
      .replace('ZZ*NORTHWIND      ', '-!*A:B~           '.slice(0, 18))
      .replace('LAKESIDE       ', ' '.repeat(15));
    const text = interchangeText(
      ['GS*****2530*:*X*X', 'ST**0:1*X', '!!', 'SE*3*0:1', 'GE*1*'],
      strange.replace('~ ', '  '),
    );
    expect(answerTo(text)?.header).toMatchObject({
      senderQualifier: 'ZZ',
      senderId: 'UNKNOWN',
      receiverQualifier: 'ZZ',
      receiverId: 'A?B',
    });
    expect(saidTo(text)).toEqual(['AK1*??*?*X', 'AK2*???*0?1*X', 'IK5*R*6*7', 'AK9*R*1*1*0*6*1*4']);
  });

  it('has a place holder where the file names nothing', () => {
    const text = interchangeText(['GS*HC*A*B*20260310*0930**X*005010X222A1', 'ST', '!!*A', 'SE*3', 'GE*1']);
    expect(saidTo(text)).toEqual(['AK1*HC*0*005010X222A1', 'AK2*???*????', 'IK5*R*6*7*3', 'AK9*R*1*1*0*4']);
    const claims = changed('PRV*BI', 'prv*BI')(twoClaims);
    expect(saidTo(claims)).toContain('IK3*???*7*2000*1');
  });
});
