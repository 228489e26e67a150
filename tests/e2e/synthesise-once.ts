import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { synthesise } from '../../local/local-app.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the app was synthesised to, once for all files: it takes seconds, and two at once would mix. */
    assembly: string;
  }
}

export default async ({ provide }: TestProject): Promise<void> => {
  const folder = join(import.meta.dirname, '../../.local/test/assembly');
  provide('assembly', await synthesise(() => undefined, folder));
};
