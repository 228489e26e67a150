import { findTold, says } from '../reading/find-done.ts';
import { nearby, textOf } from '../reading/nearby.ts';
import { nothingRead, type ServiceReader } from '../reading/service-reading.ts';
import { sideIn } from '../reading/side-in.ts';

/** Closed care by bone, without and with setting it; the nearer name first. */
const bones: readonly (readonly [bone: RegExp, asIs: string, set?: string])[] = [
  [/\bsupracondylar\b/i, '24530'],
  [/\bradial (head|neck)\b/i, '24650'],
  [/\b(both[- ]bones?|radial and ulnar shafts?|radius and ulna shafts?)\b/i, '25560'],
  [/\b(distal radi(us|al)|colles|buckle fracture of the (wrist|radius)|torus)\b/i, '25600', '25605'],
  [/\bscaphoid\b/i, '25622'],
  [/\b(metacarpal|boxer'?s)\b/i, '26600', '26605'],
  [/\b(distal phalan\w+|tuft)\b[^;]{0,40}\b(finger|thumb)|\bfinger ?tip\b/i, '26750'],
  [/\b(proximal|middle) phalan\w+\b[^;]{0,40}\b(finger|thumb|index|ring|small)\b/i, '26720', '26725'],
  [/\bclavic\w+\b/i, '23500'],
  [/\b(proximal humerus|surgical neck)\b/i, '23600'],
  [/\bhumer(us|al) shaft\b/i, '24500'],
  [/\blateral malleol\w+|\bdistal fibula\b/i, '27786'],
  [/\bfibula\w* shaft\b/i, '27780'],
  [/\b(tibia\w* shaft|toddler'?s fracture)\b/i, '27750'],
  [/\b(calcane\w+|heel bone)\b/i, '28400'],
  [/\bmetatarsal\b/i, '28470'],
  [/\b(great toe|hallux)\b/i, '28490'],
  [/\btoe\b/i, '28510'],
];

const fracture = /\b(fractures?|fx)\b/i;
/** Words by which the care of the fracture, and not only a splint, is taken over here. */
const takenOver =
  /\bclosed (tx|treatment|management|reduction)\b|\b(fracture|definitive) care (provided|begun|initiated|assumed|today|here|by)\b|\b(global )?fracture care\b/i;
const set = /\b(reduced|reduction (performed|done)|with manipulation|manipulated|closed reduction)\b/i;
const asIs = /\b(without|w\/o|no) (manip\w*|reduction)\b/i;

/** Closed care of a fracture with its days after it; the first splint or cast is a part of it. */
export const readFractures: ServiceReader = (reading) => {
  if (!says(reading, fracture)) return nothingRead;
  const said = findTold(reading, takenOver).filter(
    ({ statement }) => !['background', 'history'].includes(statement.section),
  );
  if (said.length === 0) return nothingRead;
  const near = textOf(said.flatMap(({ statement }) => nearby(reading, statement, { back: 3, on: 2 })));
  const all = textOf(reading.statements.filter(({ text }) => fracture.test(text)));
  const bone = bones.find(([pattern]) => pattern.test(near)) ?? bones.find(([pattern]) => pattern.test(all));
  if (!bone) return nothingRead;
  const [, plain, setting] = bone;
  const isSet = set.test(near) && !asIs.test(near);
  const rules = [isSet ? 'closed care of a fracture that was set' : 'closed care of a fracture as it stands'];
  const side = sideIn(near) ?? sideIn(all);
  const modifiers = side ? { modifiers: [side] } : {};
  return { services: [{ code: (isSet && setting) || plain, units: 1, said, rules, ...modifiers }] };
};
