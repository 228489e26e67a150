import type { PartnerFile } from '../../domain/partner-file.ts';
import { pickSets, rawSetsIn } from '../../edi/envelope/pick-sets.ts';
import { splitInterchanges } from '../../edi/envelope/split-interchanges.ts';
import { isOwnSet, type OwnSetEffects, type Reader } from './own-sets.ts';

export type ReadOwnFileEffects = OwnSetEffects & {
  /** Undefined where the object is gone. */
  readonly readWritten: (key: string) => Promise<string | undefined>;
};

/** A file as one practice may read it. */
export type OwnFile = {
  readonly text: string;
  /** How many of its sets are not in it, for they are not the practice's own. */
  readonly leftOut: number;
};

/** The text of a file that one practice may read: ours as it went out, of a partner's the sets that are its own. */
export const readOwnFile = async (
  file: PartnerFile,
  practiceId: string,
  effects: ReadOwnFileEffects,
): Promise<OwnFile | undefined> => {
  if (file.direction === 'outbound' && file.practiceId !== practiceId) return undefined;
  const text = await effects.readWritten(file.key);
  if (text === undefined) return undefined;
  if (file.direction === 'outbound') return { text, leftOut: 0 };
  return ownPartOf(text, { practiceId, partnerId: file.partnerId }, effects);
};

const ownPartOf = async (
  text: string,
  reader: Reader,
  effects: OwnSetEffects,
): Promise<OwnFile | undefined> => {
  const kept: string[] = [];
  let leftOut = 0;
  for (const interchange of splitInterchanges(text)) {
    const sets = rawSetsIn(interchange);
    const own = new Set<number>();
    for (const set of sets) if (await isOwnSet(set, reader, effects)) own.add(set.place);
    leftOut += sets.length - own.size;
    kept.push(...[pickSets(interchange, own) ?? []].flat());
  }
  return kept.length === 0 ? undefined : { text: kept.join('\n'), leftOut };
};
