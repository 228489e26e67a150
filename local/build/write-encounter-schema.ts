import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encounterSchema } from './encounter-schema.ts';

const file = join(import.meta.dirname, '../../docs/encounter.schema.json');
writeFileSync(file, `${JSON.stringify(encounterSchema(), undefined, 2)}\n`);
