import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiDocument } from '../../functions/api/openapi/document.ts';
import { routesOfPractice } from '../../functions/api/practice-routes.ts';
import { clientSchema } from './client-schema.ts';

// npm run build:client, after a change of what the API takes or gives.
const document = openApiDocument(routesOfPractice, 'https://issuer.example');
writeFileSync(join(import.meta.dirname, '../../client/schema.d.ts'), clientSchema(document));
