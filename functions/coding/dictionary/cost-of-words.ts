import { wordKey } from '../words/word-key.ts';
import { connecting, type NotedWord } from './note-words.ts';

/** Parts of the body and sides: where something is, not what it is. */
export const sites = new Set(
  `right left bilateral upper lower knee hip ankle shoulder elbow wrist hand finger thumb foot toe heel leg arm thigh calf
  forearm neck back spine chest abdomen head face eye ear nose throat breast skin bone joint muscle index middle ring little
  great tip low mid lumbar cervical thoracic extremity limb pelvis groin rib distal proximal
  medial lateral anterior posterior inner outer phalanx side popliteal tibial femoral iliac axillary subclavian`
    .split(/\s+/)
    .map(wordKey),
);

/** "Reflux without esophagitis" is no reflux with esophagitis, and "chest pain, likely cardiac" no cardiac pain. */
export const denying: ReadonlySet<string> = new Set(
  'without no not denies never likely possible possibly probable probably suspected suspect versus vs rule question unlikely whether'
    .split(' ')
    .map(wordKey),
);
const denyingCost = 5;
/** "Lung cancer metastatic to bone" has its metastasis in the bone. */
const cancer = wordKey('cancer');
const cancerCost = 2;
/** "Brain metastases from breast cancer": what they come from is not where they are. */
const metastasis = wordKey('metastasis');
const origin = wordKey('from');
const fillerCost = 0.15;
const connectingCost = 0.7;
const siteCost = 0.4;
const wordCost = 0.8;

const costOfWord = (word: NotedWord): number => {
  if (denying.has(word.key)) return denyingCost;
  if (word.key === cancer) return cancerCost;
  if (connecting.has(word.key)) return connectingCost;
  if (word.filler) return fillerCost;
  return sites.has(word.key) ? siteCost : wordCost;
};

export const sides: ReadonlySet<string> = new Set(['right', 'left', 'bilateral'].map(wordKey));
const sidedGap = 0.5;

/** "Fracture, left clavicle": a comma before a side parts less. */
const gapBefore = ({ gap, key }: NotedWord): number => (sides.has(key) ? Math.min(gap, sidedGap) : gap);

const listedCost = 0.05;

/** Whether all from one place to another only lists where something is: "knee, hip and ankle pain". */
const listsPlaces = (words: readonly NotedWord[], first: number, last: number): boolean => {
  for (let at = first; at <= last; at += 1) {
    const word = words[at];
    if (word && !(sites.has(word.key) || word.filler || connecting.has(word.key))) return false;
  }
  return true;
};

/** The stretch from the first to the last body part between two words of a term, where it only lists body parts. */
const placesListed = (
  words: readonly NotedWord[],
  places: readonly number[],
): { from: number; to: number } => {
  const [first = 0, last = first] = [places[0], places.at(-1)];
  let [from, to] = [first, last];
  while (from < last && !sites.has(words[from]?.key ?? '')) from += 1;
  while (to > first && !sites.has(words[to]?.key ?? '')) to -= 1;
  const parts = words.slice(from, to + 1).filter(({ key }) => sites.has(key)).length;
  return parts > 1 && listsPlaces(words, from, to) ? { from, to } : { from: 1, to: 0 };
};

/** Cost of what stands between the outermost words of a term and is none of its own. */
export const costBetween = (
  words: readonly NotedWord[],
  places: readonly number[],
  spare: Uint32Array,
): number => {
  const first = places[0] ?? 0;
  const last = places.at(-1) ?? first;
  const listed = placesListed(words, places);
  let cost = 0;
  for (let at = first; at <= last; at += 1) {
    const word = words[at];
    if (!word) continue;
    if (at >= listed.from && at <= listed.to) {
      cost += listedCost;
      if (at === listed.from && at > first) cost += word.gap;
      continue;
    }
    if (at > first) cost += gapBefore(word);
    if (word.key === origin && words[at - 1]?.key === metastasis) cost += denyingCost;
    // "Migraine with aura (without headache)": a denial is of what follows it, and never to spare.
    const isSpare = spare.includes(word.id) && !denying.has(word.key);
    if (!places.includes(at) && !isSpare) cost += costOfWord(word);
  }
  return cost;
};

export const budgetFor = (size: number): number => Math.min(1 + 0.55 * (size - 1), 3.6);
