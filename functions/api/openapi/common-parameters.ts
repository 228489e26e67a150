import { z } from 'zod';
import { PageQuery } from '../mechanics/list-page.ts';
import type { JsonSchema } from './json-schema.ts';

const { properties = {} } = z.toJSONSchema(PageQuery, { io: 'input' }) as {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
};

const ofPage = (name: 'cursor' | 'limit'): JsonSchema => {
  const { description, ...schema } = properties[name] ?? {};
  return { name, in: 'query', required: false, description, schema };
};

const header = (name: string, description: string, required = false): JsonSchema => ({
  ...{ name, in: 'header', required, description },
  schema: { type: 'string', minLength: 1, maxLength: 4000 },
});

const named =
  'a name that the caller makes up for this request, a UUID for example: a repeat under it within a day is answered as the first was';

/** The parameters that are the same of all lists, of all that is sent, and of all edits. */
export const commonParameters: Readonly<Record<string, JsonSchema>> = {
  Cursor: ofPage('cursor'),
  Limit: ofPage('limit'),
  IdempotencyKey: header('Idempotency-Key', named),
  NeededIdempotencyKey: header('Idempotency-Key', named, true),
  IfMatch: header(
    'If-Match',
    'the ETag of the record that the edit was made of; needed wherever there is one',
  ),
};
