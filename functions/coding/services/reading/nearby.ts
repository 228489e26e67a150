import type { Statement } from '../../note/read-statements.ts';
import type { ServiceReading } from './service-reading.ts';

/**
 * The statements around one that may tell more of the same service: of its list entry, paragraph or procedure note,
 * `back` sentences before it and `on` after it at most.
 */
export const nearby = (
  { statements, places }: ServiceReading,
  statement: Statement,
  { back = 2, on = 4 }: { readonly back?: number; readonly on?: number } = {},
): readonly Statement[] => {
  const at = places.get(statement) ?? 0;
  return statements
    .slice(Math.max(0, at - back), at + on + 1)
    .filter(
      ({ item, section }) =>
        item === statement.item || (section === 'procedure' && statement.section === 'procedure'),
    );
};

/** The texts of statements as one, for what a service needs from anywhere around it. */
export const textOf = (statements: readonly Statement[]): string =>
  statements.map(({ text }) => text).join(' ');
