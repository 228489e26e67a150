import { findDone, says } from '../reading/find-done.ts';
import { nearby, textOf } from '../reading/nearby.ts';
import { nothingRead, type ServiceReader } from '../reading/service-reading.ts';

const burn = /\b(burns?|burned|scald\w*)\b/i;
const deep =
  /\b(partial[- ]thickness|second[- ]degree|2nd[- ]degree|blister\w*|full[- ]thickness|third[- ]degree)\b/i;
const cared =
  /\b(debrid\w+|lifted off|unroofed|deroofed|blisters? (\w+ )?(removed|drained)|(silvadene|silver (sulfadiazine|foam|cream|alginate)|bacitracin|xeroform|mepilex|nonadherent|non-adherent|burn) [^;]{0,30}(applied|dressing|placed)|dress(ed|ing) [^;]{0,40}(applied|changed|placed)|put on a [^;]{0,20}(foam|dressing)|burn (was )?(dressed|cleaned and dressed))\b/i;
const share =
  /(?<!\d)(\d+(?:\.\d+)?)\s*(?:%|percent)\s*(?:of\s*)?(?:tbsa|total body|body|bsa|of his body|of her body)/i;

/** Dressing or debridement of a burn of part of the skin's thickness, by the share of the body. */
export const readBurns: ServiceReader = (reading) => {
  if (!says(reading, burn) || !says(reading, deep)) return nothingRead;
  const said = findDone(reading, cared).filter(({ statement }) => {
    const near = textOf(nearby(reading, statement, { back: 4, on: 2 }));
    return burn.test(near) && !['history', 'background', 'reason'].includes(statement.section);
  });
  if (said.length === 0) return nothingRead;
  const percent = Number(share.exec(reading.text)?.[1] ?? 1);
  const code = percent > 10 ? '16030' : percent >= 5 ? '16025' : '16020';
  return { services: [{ code, units: 1, said, rules: ['a burn of part of the skin, dressed or debrided'] }] };
};
