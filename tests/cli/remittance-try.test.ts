import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderTrial } from '../../cli/remittance/render-trial.ts';
import { tryRemittances } from '../../cli/remittance/try-remittances.ts';
import { moneyCases as cases } from '../money-cases.ts';

cases.describe('remittance try', () => {
  it.each(cases.all)('case $name: $title', async ({ claims, files, held, heldNames, ends }) => {
    const trial = await tryRemittances(claims, files);
    for (const [claimId, figures] of Object.entries(ends))
      expect(trial.claims.find((claim) => claim.claimId === claimId)).toMatchObject(figures);
    if (held !== undefined) expect(trial.payments.flatMap((payment) => payment.held)).toHaveLength(held);
    for (const name of heldNames) {
      expect(renderTrial(trial)).toContain(name);
      expect(JSON.stringify(trial.payments)).toContain(name);
    }
  });

  it.each(cases.all.filter(({ files }) => files.length > 1))(
    'case $name comes to the same with its files in reverse, and each of them twice',
    async ({ claims, files, ends }) => {
      const trial = await tryRemittances(claims, [...files.toReversed(), ...files]);
      for (const [claimId, figures] of Object.entries(ends))
        expect(trial.claims.find((claim) => claim.claimId === claimId)).toMatchObject(figures);
    },
  );
});

cases.describe('a file that is no 835', () => {
  it('is told, and the others are posted', async () => {
    const [first] = cases.all;
    if (!first) throw new Error('There is no case');
    const trial = await tryRemittances(first.claims, [first.claims, ...first.files]);
    expect(trial.payments[0]?.held.length).toBeGreaterThan(0);
    expect(renderTrial(trial)).toContain('not read');
    expect(trial.claims[0]).toMatchObject({ insurancePaid: 16_000, open: 0 });
  });
});

describe('a file of claims that does not fit', () => {
  it('is refused with what is wrong where', async () => {
    const file = join(import.meta.dirname, '../../package.json');
    await expect(tryRemittances(file, [])).rejects.toThrow(/package\.json is not usable:[\s\S]*claims/);
  });
});
