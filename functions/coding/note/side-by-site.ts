import type { Word } from '../words/read-words.ts';
import { readSide } from './read-laterality.ts';
import type { Statement } from './read-statements.ts';
import type { Side } from './side.ts';

/** Body parts by which a side in one sentence may be carried to a mention in another. */
const sites = new Set(
  'ankle knee hip shoulder elbow wrist hand finger ear eye foot toe leg arm thigh calf forearm breast thumb heel groin kidney'.split(
    ' ',
  ),
);

/** The sides that a note gives each part of the body that it names. */
export type SidesBySite = ReadonlyMap<string, ReadonlySet<Side>>;

/** "The left elbow is fine", "R foot ok": told of the other side, to say that nothing is wrong with it. */
const ofSoundSide =
  /\b(fine|ok(ay)?|normal|nl|wnl|unremarkable|unaffected|uninvolved|asymptomatic|never|no (pain|complaints?|symptoms?|problems?))\b/i;

/** The sides that a note gives each part of the body, read once so that long notes take no longer a word. */
export const readSidesBySite = (statements: readonly Statement[]): SidesBySite => {
  const sides = new Map<string, Set<Side>>();
  const sound = new Map<string, Set<Side>>();
  for (const statement of statements) {
    if (statement.section === 'background') continue;
    const into = ofSoundSide.test(statement.text) ? sound : sides;
    for (const word of statement.words) {
      const side = sites.has(word.key) ? readSide(statement, word) : undefined;
      if (side) into.set(word.key, (into.get(word.key) ?? new Set()).add(side));
    }
  }
  return new Map([...sound, ...sides]);
};

/** The one side that the note gives the parts that a mention names; undefined when it gives none or several. */
export const sideOfSite = (sides: SidesBySite, words: readonly Pick<Word, 'key'>[]): Side | undefined => {
  const given = new Set(words.flatMap(({ key }) => [...(sides.get(key) ?? [])]));
  return given.size === 1 ? [...given][0] : undefined;
};
