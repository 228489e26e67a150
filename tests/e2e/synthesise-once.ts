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
  // A fresh clone has the starter set only: what is installed on this machine changes no story.
  provide('assembly', await synthesise({ progress: () => undefined, folder, codeSets: 'no-code-sets-here' }));
};
