import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { renderTrial } from '../../cli/remittance/render-trial.ts';
import { tryRemittances } from '../../cli/remittance/try-remittances.ts';
import { needing } from '../shared-material.ts';

const cases = needing('cases/money');

const Figures = z.record(z.string(), z.unknown());

const Expected = z.object({
  title: z.string(),
  expected: z
    .object({
      held: z.int().optional(),
      heldNames: z.array(z.string()).default([]),
    })
    .catchall(Figures),
});

const readCase = (name: string) => {
  const folder = join(cases.path, name);
  const files = readdirSync(folder).filter((file) => file.endsWith('.835'));
  const { title, expected } = Expected.parse(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')));
  return {
    name,
    title,
    expected,
    claims: join(folder, 'claims.json'),
    files: files.toSorted().map((file) => join(folder, file)),
  };
};

const all = cases.isHere ? readdirSync(cases.path).map(readCase) : [];

cases.describe('remittance try', () => {
  it.each(all)('case $name: $title', async ({ claims, files, expected: { held, heldNames, ...ends } }) => {
    const trial = await tryRemittances(claims, files);
    for (const [claimId, figures] of Object.entries(ends))
      expect(trial.claims.find((claim) => claim.claimId === claimId)).toMatchObject(figures);
    if (held !== undefined) expect(trial.payments.flatMap((payment) => payment.held)).toHaveLength(held);
    for (const name of heldNames) {
      expect(renderTrial(trial)).toContain(name);
      expect(JSON.stringify(trial.payments)).toContain(name);
    }
  });

  it.each(all.filter(({ files }) => files.length > 1))(
    'case $name comes to the same with its files in reverse, and each of them twice',
    async ({ claims, files, expected: { held: _held, heldNames: _names, ...ends } }) => {
      const trial = await tryRemittances(claims, [...files.toReversed(), ...files]);
      for (const [claimId, figures] of Object.entries(ends))
        expect(trial.claims.find((claim) => claim.claimId === claimId)).toMatchObject(figures);
    },
  );
});

cases.describe('a file that is no 835', () => {
  it('is told, and the others are posted', async () => {
    const first = readCase('01');
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
