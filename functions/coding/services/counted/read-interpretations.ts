import { findTold, says } from '../reading/find-done.ts';
import type { CountedService, ServiceReader } from '../reading/service-reading.ts';

/** Studies that one reads where another makes them: the reading alone is modifier 26. */
const studies: readonly (readonly [code: string, named: RegExp])[] = [
  ['95811', /\b(cpap|pap|bipap) titration\b|\bsplit[- ]night\b|\bpolysomno\w+\b[^.]{0,40}\bcpap\b/i],
  ['95810', /\b(polysomno\w+|psg)\b/i],
  ['95806', /\b(home sleep (apnea )?(test|study)|hsat)\b/i],
];

const readHere =
  /\b(interpret(ed|ation)( and report)?( today| by me)?|read by me|i (have )?(read|interpreted|scored and interpreted))\b/i;
const madeElsewhere =
  /\b(lab(oratory)? bills?|technical (component|by|billed)|professional component|hospital (sleep )?lab|at the hospital|26 modifier|modifier 26)\b/i;

/** A night of sleep that is read and reported, with modifier 26 where the study itself is another's. */
export const readInterpretations: ServiceReader = (reading) => {
  const whole = `${reading.titles}\n${reading.text}`;
  if (!readHere.test(whole)) return { services: [] };
  const isReport = /\b(interpretation|report)\b/i.test(reading.titles) || says(reading, readHere);
  if (!isReport) return { services: [] };
  const isProfessional = madeElsewhere.test(whole);
  const services = studies.flatMap(([code, named]): readonly CountedService[] => {
    const said = findTold(reading, readHere)
      .filter(() => named.test(reading.titles))
      .slice(0, 1);
    if (said.length === 0) return [];
    const modifiers = isProfessional ? { modifiers: ['26'] } : {};
    return [{ code, units: 1, said, ...modifiers, rules: ['read and reported here'] }];
  });
  return { services: services.slice(0, 1) };
};
