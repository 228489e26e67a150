import { findDone, says } from '../reading/find-done.ts';
import { nearby, textOf } from '../reading/nearby.ts';
import { minutesIn } from '../reading/read-minutes.ts';
import { nothingRead, type ServiceReader } from '../reading/service-reading.ts';

/** Acupuncture by quarters of an hour of personal contact, with or without current. */
export const readAcupuncture: ServiceReader = (reading) => {
  const said = findDone(
    reading,
    /\b(electro-?)?acupuncture\b|\bneedles? (were )?(inserted|placed)\b[^;]{0,40}\b(acu|points?)\b/i,
  ).filter(({ statement }) => !['history', 'background', 'reason'].includes(statement.section));
  if (said.length === 0 || !says(reading, /acupunct/i)) return nothingRead;
  const near = textOf([
    ...new Set(said.flatMap(({ statement }) => nearby(reading, statement, { back: 1, on: 4 }))),
  ]);
  const isElectric = /\belectro-?acupuncture|electrical stimulation|e-?stim\b/i.test(near);
  const minutes = minutesIn(near)[0]?.minutes;
  const [first, further] = isElectric ? ['97813', '97814'] : ['97810', '97811'];
  const more = Math.max(0, Math.floor(((minutes ?? 0) + 7) / 15) - 1);
  const questions = minutes === undefined ? [`How many minutes of acupuncture were given (${first})?`] : [];
  const rules = [`${minutes ?? 'unstated'} minutes with the patient`];
  return {
    services: [
      { code: first, units: 1, said, rules, questions },
      ...(more > 0 ? [{ code: further, units: more, said, rules }] : []),
    ],
  };
};
