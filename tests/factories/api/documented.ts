import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { openApiDocument } from '../../../functions/api/openapi/document.ts';
import { routesOfPractice } from '../../../functions/api/practice-routes.ts';

export const issuer = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_pool';

/** The description of the API as it is served. */
export const documented = openApiDocument(routesOfPractice, issuer);

type Json = { [key: string]: unknown };

/** The same schemas with no room for a field that is not described: callers bear more, the tests do not. */
const closed = (piece: unknown): unknown => {
  if (Array.isArray(piece)) return piece.map(closed);
  if (typeof piece !== 'object' || piece === null) return piece;
  const schema = Object.fromEntries(Object.entries(piece).map(([key, value]) => [key, closed(value)]));
  const isOpenObject = schema.type === 'object' && schema.properties && !('additionalProperties' in schema);
  return isOpenObject ? { ...schema, additionalProperties: false } : schema;
};

/** Fits schemas of the document as they are, or closed. */
export const validatorOf = (document: object): Ajv2020 => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  return ajv.addSchema(document, 'api');
};

const ajv = validatorOf(closed(documented) as object);

const validators = new Map<string, ValidateFunction>();

const validatorAt = (ref: string): ValidateFunction => {
  const known = validators.get(ref) ?? ajv.compile({ $ref: `api${ref}` });
  validators.set(ref, known);
  return known;
};

const patternOf = (path: string): RegExp => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);

const places = Object.entries(documented.paths).map(([path, methods]) => ({
  pattern: patternOf(path),
  methods,
}));

const resolved = (piece: Json): Json => {
  const name = typeof piece.$ref === 'string' ? piece.$ref.replace('#/components/responses/', '') : undefined;
  return name === undefined ? piece : (documented.components.responses[name] ?? {});
};

/** What is wrong with an answer by the document: undefined where it is one that is described. */
export const objectionTo = (
  method: string,
  path: string,
  { statusCode, headers, body }: APIGatewayProxyStructuredResultV2,
): string | undefined => {
  const [bare = ''] = path.split('?');
  // Paths of words before those with places in them, as the router takes them.
  const operation = places.find(
    ({ pattern, methods }) => pattern.test(bare) && method.toLowerCase() in methods,
  );
  const described = operation?.methods[method.toLowerCase()]?.responses as Record<string, Json> | undefined;
  if (!described) return statusCode === 404 ? undefined : 'no such operation';
  const response = described[String(statusCode)];
  if (!response) return `${statusCode} is not declared`;
  const type = String(headers?.['content-type']).split(';')[0] ?? '';
  const content = resolved(response).content as Record<string, { schema: { $ref: string } }>;
  const schema = content[type]?.schema;
  if (!schema) return `${statusCode} as ${type} is not declared`;
  const fits = validatorAt(schema.$ref);
  return fits(JSON.parse(body ?? ''))
    ? undefined
    : `${statusCode} is not ${schema.$ref}: ${ajv.errorsText(fits.errors)}`;
};

/** Throws where the API answers otherwise than its description says. */
export const holdToDocument = (
  method: string,
  path: string,
  answer: APIGatewayProxyStructuredResultV2,
): void => {
  const wrong = objectionTo(method, path, answer);
  if (wrong !== undefined) throw new Error(`${method} ${path} is not as described: ${wrong}`);
};
