import { expect, it } from 'vitest';
import { renderTrial } from '../../cli/remittance/render-trial.ts';
import { tryRemittances } from '../../cli/remittance/try-remittances.ts';
import { moneyCases } from '../money-cases.ts';

/** Of a case, what each provider-level adjustment does, by its reason and amount in cents. */
const standingsByCase: Readonly<Record<string, readonly string[]>> = {
  '10': ['WO 10000 takes-back'],
  '36': ['L6 -150 interest', 'WO 3300 takes-back'],
  '37': ['WO -18000 announces', 'WO 18000 collects'],
  '39': ['FB -8000 forwards', 'FB 8000 settles'],
};

moneyCases.describe('what an adjustment at provider level does, in a trial', () => {
  it.each(moneyCases.all.filter(({ name }) => name in standingsByCase))(
    'case $name: $title',
    async ({ name, claims, files }) => {
      for (const order of [files, files.toReversed()]) {
        const trial = await tryRemittances(claims, order);
        const adjustments = trial.payments.flatMap(({ providerLevel }) => providerLevel);
        const said = adjustments.map(({ reason, amount, standing }) => `${reason} ${amount} ${standing}`);
        expect(said.toSorted()).toEqual(standingsByCase[name]);
        for (const { standing } of adjustments) expect(renderTrial(trial)).toContain(`(${standing})`);
      }
    },
  );
});
