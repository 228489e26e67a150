import type { PracticeRoute } from '../practice-request.ts';

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const words = (segment: string): string => segment.split('-').map(capital).join('');

/**
 * What programs call a route: its method and the names in its path, a list whose member is meant in the singular. It is
 * made of what callers see, so that it changes when that does and never else.
 */
export const operationIdOf = ({ method, path }: Pick<PracticeRoute, 'method' | 'path'>): string => {
  const segments = path.split('/').slice(1);
  const names = segments.flatMap((segment, at) => {
    if (segment.startsWith('{')) return [];
    const isOfOne = segments[at + 1]?.startsWith('{');
    return [words(isOfOne ? segment.replace(/s$/, '') : segment)];
  });
  return `${method.toLowerCase()}${names.join('')}`;
};

/** The group of a route: what its path begins with, in words. */
export const groupOf = ({ path }: Pick<PracticeRoute, 'path'>): string =>
  capital((path.split('/')[1] ?? '').replaceAll('-', ' '));
