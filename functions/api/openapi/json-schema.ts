/** A JSON Schema of the 2020-12 dialect, as zod writes it and OpenAPI 3.1 takes it. */
export type JsonSchema = { [keyword: string]: unknown };

export type Schemas = Readonly<Record<string, JsonSchema>>;

const place = '#/components/schemas/';

export const refTo = (name: string): string => `${place}${name}`;

/** Every component that a piece of a description names, however deep. */
export const namesIn = (piece: unknown): ReadonlySet<string> =>
  new Set(
    [...JSON.stringify(piece ?? {}).matchAll(/"\$ref":"#\/components\/schemas\/([\w.-]+)"/g)].map(
      ([, name = '']) => name,
    ),
  );

/** The same piece with components called otherwise. */
export const renamed = <T>(piece: T, as: (name: string) => string): T =>
  JSON.parse(
    JSON.stringify(piece).replace(
      /"\$ref":"#\/components\/schemas\/([\w.-]+)"/g,
      (_, name: string) => `"$ref":"${refTo(as(name))}"`,
    ),
  );
