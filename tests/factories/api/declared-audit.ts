import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { PracticeRoute } from '../../../functions/api/practice-request.ts';
import { routesOfPractice } from '../../../functions/api/practice-routes.ts';
import { subjectsIn } from '../../../functions/domain/audit/audit-subjects.ts';

const prefix = '/v1/practices/[^/]+';
const placesIn = (path: string): number => path.split('{').length;

/** Paths of words before those with places in them, as the router takes them. */
const routes = routesOfPractice
  .toSorted((one, other) => placesIn(one.path) - placesIn(other.path))
  .map((route) => ({
    route,
    pattern: new RegExp(`^${prefix}${route.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  }));

const routeOf = (method: string, path: string): PracticeRoute | undefined => {
  const [bare = ''] = path.split('?');
  return routes.find(({ route, pattern }) => route.method === method && pattern.test(bare))?.route;
};

/** Throws where an answer names records of patients of a kind that its route does not declare for the audit. */
export const holdToAudit = (
  method: string,
  path: string,
  { statusCode = 500, body = '' }: APIGatewayProxyStructuredResultV2,
): void => {
  const declared = routeOf(method, path)?.audit;
  if (!declared || statusCode >= 400) return;
  const { fields, of: kinds } = declared === 'no-patient-data' ? { fields: {}, of: [] } : declared;
  const undeclared = subjectsIn([JSON.parse(body)], fields).filter(
    ({ kind }) => !kinds.some((one) => one === kind),
  );
  if (undeclared.length > 0)
    throw new Error(
      `${method} ${path} shows what its audit does not declare: ${JSON.stringify(undeclared.slice(0, 5))}`,
    );
};
