import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editsPage } from './edits-page.ts';

writeFileSync(join(import.meta.dirname, '..', '..', 'docs', 'edits.md'), editsPage());
