import { describe, expect, it } from 'vitest';
import { read276 } from '../../functions/edi/x276/read-276.ts';
import { write276 } from '../../functions/edi/x276/write-276.ts';
import { read277 } from '../../functions/edi/x277/read-277.ts';
import type { StatusResponseFile } from '../../functions/edi/x277/status-response.ts';
import { write277 } from '../../functions/edi/x277/write-277.ts';
import { inquiry, parties, statusInquiryFile, statusResponseFile } from './claim-status-files.ts';
import { cleanData, dataOf, pathsOf } from './expectations.ts';
import { header } from './interchange-headers.ts';

describe('a 276', () => {
  const file = statusInquiryFile();

  it('is read as it was meant and written again byte for byte', () => {
    const text = write276(file);
    expect(cleanData(read276(text))).toEqual(file);
    expect(write276(cleanData(read276(text)))).toBe(text);
  });

  it('shares the levels of payer, receiver and provider', () => {
    expect(write276(file).match(/^HL.*$/gm)).toEqual([
      'HL*1**20*1~',
      'HL*2*1*21*1~',
      'HL*3*2*19*1~',
      'HL*4*3*22*0~',
      'HL*5*3*22*1~',
      'HL*6*5*23~',
    ]);
  });

  it('opens a level for each payer', () => {
    const elsewhere = inquiry({ payer: { ...parties.payer, id: 'PRM22' } });
    expect(
      write276({ envelope: header(), inquiries: [inquiry(), elsewhere] }).match(/^HL.*\*20\*1~$/gm),
    ).toHaveLength(2);
  });

  it('loses only the inquiry that is broken', () => {
    const result = read276(write276(file).replace('AMT*T3*150~', 'AMT*T3*many~'));
    expect(dataOf(result).inquiries.map(({ traceNumber }) => traceNumber)).toEqual(['C0000000000B2-F1']);
    expect(pathsOf(result)).toEqual(['ST[1]/TRN[1]/AMT02']);
  });
});

describe('a 277', () => {
  const file = statusResponseFile();

  it('is read as it was meant and written again byte for byte', () => {
    const text = write277(file);
    expect(cleanData(read277(text))).toEqual(file);
    expect(write277(cleanData(read277(text)))).toBe(text);
  });

  it.each([
    ['receiver', undefined],
    ['provider', parties.provider],
  ] as const)('carries a refusal of the %s without any claim', (level, provider) => {
    const { payer, receiver } = parties;
    const statuses = [{ codes: [{ category: 'E0', status: '24' }], effectiveDate: '2026-03-20' }];
    const refusal = {
      level,
      payer,
      receiver,
      ...(provider && { provider }),
      traceNumber: '000004711',
      statuses,
    };
    const refused: StatusResponseFile = { envelope: header(), responses: [], refusals: [refusal] };
    expect(cleanData(read277(write277(refused)))).toEqual(refused);
  });
});
