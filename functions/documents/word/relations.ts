import { posix } from 'node:path';
import { decodeText } from '../decode-text.ts';
import { readXml, type XmlElement } from '../xml/read-xml.ts';
import { childrenNamed } from '../xml/walk.ts';
import type { Package } from './unzip.ts';

export type Relation = { readonly id: string; readonly type: string; readonly part: string };

/** The tree of a part; undefined where there is none. */
export const partOf = async (opened: Package, name: string) => {
  const bytes = await opened.part(name);
  return bytes && readXml(decodeText(bytes).text);
};

const relationOf =
  (folder: string) =>
  ({ attributes: { Id = '', Type = '', Target = '' } }: XmlElement): Relation => ({
    id: Id,
    type: Type.slice(Type.lastIndexOf('/') + 1),
    part: Target.startsWith('/') ? Target.slice(1) : posix.normalize(posix.join(folder, Target)),
  });

/** What a part refers to within the package; what lies outside of it is never fetched. */
export const relationsOf = async (opened: Package, part: string): Promise<readonly Relation[]> => {
  const folder = posix.dirname(part);
  const document = await partOf(
    opened,
    posix.normalize(posix.join(folder, '_rels', `${posix.basename(part)}.rels`)),
  );
  return childrenNamed(document?.root, 'Relationship')
    .filter(({ attributes }) => attributes.TargetMode !== 'External')
    .map(relationOf(part === '' ? '' : folder));
};
