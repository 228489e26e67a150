import { describe, expect, it } from 'vitest';
import { remittanceText } from '../../bench/x12/generate-835.ts';
import { claimInterchange } from '../../bench/x12/generate-837p.ts';
import { writeInterchange } from '../../functions/edi/envelope/interchange-writer.ts';
import type { Guide } from '../../functions/edi/guide/declare.ts';
import { checking, parseInterchanges } from '../../functions/edi/parse.ts';
import { remittanceGuide } from '../../functions/edi/x835/guide.ts';
import { professionalClaimGuide } from '../../functions/edi/x837p/guide.ts';

const remittance = (claims: number): string => [...remittanceText(claims)].join('');
const claimFile = (claims: number): string =>
  writeInterchange(claimInterchange(claims), [professionalClaimGuide]);

const checked = (text: string, guide: Guide) => {
  const [parsed, ...others] = parseInterchanges(text, [guide], checking());
  const groups = parsed?.report.groups ?? [];
  const sets = groups.flatMap((group) => group.sets);
  return {
    interchanges: others.length + 1,
    units: sets.map(({ units }) => units),
    findings: [parsed?.report, ...groups, ...sets].flatMap((one) => one?.findings ?? []),
  };
};

describe('the files of the benchmark', () => {
  it('are remittances that balance, five hundred claims a payment', () => {
    expect(checked(remittance(501), remittanceGuide)).toEqual({
      interchanges: 1,
      units: [500, 1],
      findings: [],
    });
  });

  it('are professional claims without findings', () => {
    expect(checked(claimFile(260), professionalClaimGuide)).toEqual({
      interchanges: 1,
      units: [260],
      findings: [],
    });
  });

  it('have about eight hundred bytes a claim', () => {
    for (const text of [remittance(500), claimFile(500)]) {
      expect(text.length / 500).toBeGreaterThan(700);
      expect(text.length / 500).toBeLessThan(900);
    }
  });

  it('are the same in every run', () => {
    expect(remittance(20)).toBe(remittance(20));
    expect(claimFile(20)).toBe(claimFile(20));
  });
});
