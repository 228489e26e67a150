import { findNamed, says } from '../reading/find-done.ts';
import { type CountedService, nothingRead, type ServiceReader } from '../reading/service-reading.ts';
import { discardedIn, unitsOf } from './drug-doses.ts';

const toxin = /\b(botox|onabotulin\w*|preempt)\b/i;
const given =
  /\b(\d{2,3}) ?(?:u|units)\b[^;]{0,60}\b(?:sites?|inject\w+|given|administered|per (?:the )?preempt|total|im)\b|\b(?:inject\w+|given|administered|total(?: dose)?(?: of)?)\b[^;]{0,60}\b(\d{2,3}) ?(?:u|units)\b/i;
const planned =
  /\b(plan to|will|consider\w*|discuss\w*|prior auth\w*|candidate|next session|schedul\w+|approv\w+ for|recommend\w*)\b[^;]{0,50}$/i;
const dose = { amount: 1, unit: 'units' };

/** Botulinum toxin for chronic migraine: the injections once, the toxin by units, what was discarded with JW. */
export const readChemodenervation: ServiceReader = (reading) => {
  if (!says(reading, toxin) || !says(reading, /\bmigraine/i)) return nothingRead;
  const said = findNamed(reading, given).filter(
    ({ statement, start }) =>
      !planned.test(statement.text.slice(0, start - statement.start)) &&
      !['history', 'background'].includes(statement.section),
  );
  const [first] = said;
  const found = first && given.exec(first.statement.text);
  const units = Number(found?.[1] ?? found?.[2] ?? 0);
  if (!first || units < 20) return nothingRead;
  const wasted = discardedIn(reading.text, dose);
  const rules = [`${units} units given`];
  const drug: CountedService = { code: 'J0585', units: unitsOf(units, dose), said: [first], rules };
  return {
    services: [
      { code: '64615', units: 1, said: [first], rules: ['all muscles of both sides are one service'] },
      drug,
      ...(wasted
        ? [{ ...drug, units: unitsOf(wasted, dose), modifiers: ['JW'], rules: [`${wasted} units discarded`] }]
        : []),
    ],
  };
};
