import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { renderTrial } from '../../cli/remittance/render-trial.ts';
import { tryRemittances } from '../../cli/remittance/try-remittances.ts';
import { cents } from '../../functions/edi/money.ts';
import { writeSets } from '../../functions/edi/sets.ts';
import { remittanceGuide } from '../../functions/edi/x835/guide.ts';
import { header } from '../edi/material/interchange-headers.ts';
import { remittance, remittanceClaim } from '../factories/remittances.ts';
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

cases.describe('a file of several interchanges', () => {
  const folder = mkdtempSync(join(tmpdir(), 'interchanges-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(cases.all.filter(({ files }) => files.length > 1))(
    'comes to what they come to each in a file of its own, as in case $name',
    async ({ name, claims, files }) => {
      const joined = join(folder, `${name}.835`);
      writeFileSync(joined, files.map((file) => readFileSync(file, 'utf8')).join(''));
      expect(await tryRemittances(claims, [joined])).toEqual(await tryRemittances(claims, files));
    },
  );
});

cases.describe('a file that is no 835', () => {
  it('is told, also when it is empty, and the others are posted', async () => {
    const [first] = cases.all;
    if (!first) throw new Error('There is no case');
    expect((await tryRemittances(first.claims, ['/dev/null'])).payments[0]?.held.length).toBeGreaterThan(0);
    const trial = await tryRemittances(first.claims, [first.claims, ...first.files]);
    expect(trial.payments[0]?.held.length).toBeGreaterThan(0);
    expect(renderTrial(trial)).toContain('not read');
    expect(trial.claims[0]).toMatchObject({ insurancePaid: 16_000, open: 0 });
  });
});

describe('the rules of a practice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const practice = { name: 'LAKESIDE', npi: '1234567893', taxId: '123456789' };
  const lines = [
    { lineNumber: 1, procedure: '99213', charge: 15_000 },
    { lineNumber: 2, procedure: '36415', charge: 8_000 },
  ];
  const rule = {
    reasons: ['97'],
    class: 'contractual',
    ofWhole: 'contractual',
    payerId: 'northwind',
    because: 'Contract 2026, section 4',
  };

  const tryWith = (...adjustmentClasses: unknown[]) => {
    const [claims, file] = [join(folder, 'claims.json'), join(folder, '1.835')];
    const trial = {
      practice: { ...practice, adjustmentClasses },
      payers: [{ payerId: 'northwind', name: 'NORTHWIND' }],
      claims: [{ claimId: 'C0000000000A1', payerId: 'northwind', lines }],
    };
    writeFileSync(claims, JSON.stringify(trial));
    const payment = remittance([remittanceClaim()], { paid: cents(10_000) });
    writeFileSync(file, writeSets(header({}), remittanceGuide, [payment]));
    return tryRemittances(claims, [file]);
  };

  it('are tried out before they are loaded', async () => {
    expect((await tryWith()).claims[0]).toMatchObject({ adjustments: 3_000, open: 8_000, disputed: [8_000] });
    expect((await tryWith(rule)).claims[0]).toMatchObject({ adjustments: 11_000, open: 0, disputed: [] });
  });

  it('are refused as they would be there', async () => {
    const refused = tryWith({ ...rule, payerId: undefined });
    await expect(refused).rejects.toThrow('practice.adjustmentClasses.0.payerId: It settles');
  });
});

describe('a file of claims that does not fit', () => {
  it('is refused with what is wrong where', async () => {
    const file = join(import.meta.dirname, '../../package.json');
    await expect(tryRemittances(file, [])).rejects.toThrow(/package\.json is not usable:[\s\S]*claims/);
  });
});
