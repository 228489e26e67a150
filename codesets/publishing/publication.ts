import { z } from 'zod';

/** Files that the compilers write; a name leads nowhere else. */
const compiledName = /^[A-Za-z0-9][\w.-]*\.(sqlite|dictionary)$/;

export const isCompiled = (name: string): boolean => compiledName.test(name);

/** A compiled file as it was published, known by its content. */
export const PublishedFile = z.object({
  name: z.string().regex(compiledName),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().positive(),
});
export type PublishedFile = z.infer<typeof PublishedFile>;

/** Two of them have to find room in the 512 MB that a function has on disk. */
export const mostPublishedBytes = 200 * 1024 * 1024;

/** What stands over the files that were deployed: numbered, so that a later one is told from an earlier. */
export const Publication = z.object({
  number: z.int().positive(),
  publishedAt: z.string(),
  /** Of a return to an earlier one: its number. */
  again: z.int().nonnegative().optional(),
  files: z
    .array(PublishedFile)
    .refine((files) => new Set(files.map(({ name }) => name)).size === files.length, 'A name stands twice')
    .refine(
      (files) => files.reduce((sum, { bytes }) => sum + bytes, 0) <= mostPublishedBytes,
      `The files have more than ${mostPublishedBytes / 1024 / 1024} MB together: a function has no room for them`,
    ),
});
export type Publication = z.infer<typeof Publication>;

/** Where things lie in the bucket of code sets. Files never change: another content is another key. */
export const publicationKeys = {
  current: 'editions/current.json',
  publication: (number: number): string => `editions/publications/${number}.json`,
  file: ({ sha256, name }: Pick<PublishedFile, 'sha256' | 'name'>): string =>
    `editions/files/${sha256}/${name}`,
} as const;
