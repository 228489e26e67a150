import { describe, expect, it } from 'vitest';
import { read270 } from '../../functions/edi/x270/read-270.ts';
import { write270 } from '../../functions/edi/x270/write-270.ts';
import { coverageAnswer } from '../../functions/edi/x271/coverage.ts';
import type { EligibilityRefusal } from '../../functions/edi/x271/eligibility-response.ts';
import { read271 } from '../../functions/edi/x271/read-271.ts';
import { write271 } from '../../functions/edi/x271/write-271.ts';
import {
  answered,
  benefit,
  eligibilityInquiryFile,
  eligibilityResponseFile,
  inquiry,
  parties,
  response,
} from './eligibility-files.ts';
import { cleanData, dataOf, pathsOf } from './expectations.ts';
import { header } from './interchange-headers.ts';

describe('a 270', () => {
  it('is read as it was meant and written again byte for byte', () => {
    const asked = eligibilityInquiryFile();
    const text = write270(asked);
    expect(cleanData(read270(text))).toEqual(asked);
    expect(write270(cleanData(read270(text)))).toBe(text);
  });

  it('asks about a subscriber in this form', () => {
    expect(
      write270({ envelope: header(), inquiries: [inquiry()] })
        .split('\n')
        .slice(3, -4),
    ).toEqual([
      'BHT*0022*13*000004711*20260302*0930~',
      'HL*1**20*1~',
      'NM1*PR*2*NORTHWIND HEALTH*****PI*NWH01~',
      'HL*2*1*21*1~',
      'NM1*1P*2*LAKESIDE FAMILY MEDICINE*****XX*1234567893~',
      'HL*3*2*22*0~',
      'TRN*1*C0000000000A1-E*9LAKESIDE1~',
      'NM1*IL*1*OKAFOR*ADA****MI*W100200300~',
      'REF*6P*G-77~',
      'DMG*D8*19610704*F~',
      'DTP*291*D8*20260227~',
      'EQ*30~',
    ]);
  });
});

describe('a 271', () => {
  it('is read as it was meant and written again byte for byte', () => {
    const both = eligibilityResponseFile();
    const text = write271(both);
    expect(cleanData(read271(text))).toEqual(both);
    expect(write271(cleanData(read271(text)))).toBe(text);
  });

  it('carries the reason of a rejection', () => {
    const rejected = answered({
      responses: [
        response({
          rejections: [{ validRequest: 'N', reason: '75', followUp: 'C' }],
          dates: [],
          benefits: [],
        }),
      ],
    });
    expect(cleanData(read271(write271(rejected)))).toEqual(rejected);
  });

  it.each<[string, EligibilityRefusal]>([
    ['payer', { level: 'payer', payer: parties.payer, validRequest: 'Y', reason: '42', followUp: 'R' }],
    ['provider', { level: 'provider', ...parties, validRequest: 'N', reason: '51', followUp: 'C' }],
  ])('carries a refusal at the level of the %s without any person', (_, refusal) => {
    const refused = answered({ refusals: [refusal] });
    expect(cleanData(read271(write271(refused)))).toEqual(refused);
  });

  it('does not take a payer named beside a benefit for the payer that answers', () => {
    const text = write271(answered({ responses: [response()] })).replace(
      /(EB\*1[^\n]*\n)/,
      '$1LS*2120~\nNM1*PR*2*OTHER PAYER*****PI*OTH~\nLE*2120~\n',
    );
    const { responses } = dataOf(read271(text));
    expect(responses).toHaveLength(1);
    expect(responses[0]?.payer.id).toBe('NWH01');
    expect(responses[0]?.benefits).toHaveLength(2);
  });

  it('loses only the answer that is broken', () => {
    const both = answered({ responses: [response(), response({ traceNumber: 'C0000000000B2-E' })] });
    const result = read271(write271(both).replace('DMG*D8*19610704', 'DMG*D8*19611304'));
    expect(dataOf(result).responses.map(({ traceNumber }) => traceNumber)).toEqual(['C0000000000B2-E']);
    expect(pathsOf(result)).toEqual(['ST[1]/HL[1]/DMG02']);
  });
});

describe('coverage', () => {
  it.each([
    ['active', response()],
    ['inactive', response({ benefits: [benefit({ information: '6' })] })],
    ['inactive', response({ benefits: [benefit({ information: '6' }), benefit({ serviceTypes: ['35'] })] })],
    ['active', response({ benefits: [benefit({ serviceTypes: ['98'] })] })],
    ['active', response({ benefits: [benefit({ serviceTypes: [] })] })],
    ['unknown', response({ benefits: [benefit({ information: 'V' })] })],
    ['rejected', response({ rejections: [{ validRequest: 'N', reason: '72', followUp: 'C' }] })],
  ])('is %s as the benefits say', (answer, one) => {
    expect(coverageAnswer(one)).toBe(answer);
  });
});
