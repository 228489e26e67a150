import { parse } from 'node-html-parser';
import { describe, expect, it, vi } from 'vitest';
import { routesOfCaller } from '../../../functions/api/access/caller-routes.ts';
import { descriptionRoutes } from '../../../functions/api/openapi/description-routes.ts';
import { exampleOf } from '../../../functions/api/openapi/example.ts';
import { referencePage } from '../../../functions/api/openapi/reference-page.ts';
import { routesOfPractice } from '../../../functions/api/practice-routes.ts';
import { httpHandler } from '../../../functions/runtime/http-handler.ts';
import { problemKinds } from '../../../functions/runtime/problem.ts';
import { html } from '../../../functions/tasks/html.ts';
import { layOut } from '../../../functions/tasks/page/page-layout.ts';
import { pageStyle, pageStyleHash } from '../../../functions/tasks/page/page-style.ts';
import { documented, validatorOf } from '../../factories/api/documented.ts';
import { anHttpEvent } from '../../factories/http-event.ts';
import { aContext } from '../../factories/lambda-context.ts';
import { catchLogLines } from '../../runtime/log-lines.ts';

catchLogLines();

const serve = () => {
  const make = vi.fn(() => documented);
  const handler = httpHandler(
    descriptionRoutes(make, (document) => ({
      markup: layOut({ status: 200, title: 'API', body: referencePage(document, html) }).markup,
      style: pageStyle,
    })),
  );
  return { make, get: async (path: string) => handler(anHttpEvent('GET', path), aContext()) };
};

describe('the description that is served', () => {
  it('is the document, for whoever asks, to be kept for an hour, and made once', async () => {
    const { make, get } = serve();
    for (const _ of [1, 2]) {
      const { statusCode, headers, body } = await get('/v1/openapi.json');
      expect([statusCode, headers?.['cache-control']]).toEqual([200, 'public, max-age=3600']);
      expect(JSON.parse(body ?? '')).toEqual(JSON.parse(JSON.stringify(documented)));
    }
    expect(make).toHaveBeenCalledOnce();
  });

  it('is a page of every route and every problem, that runs nothing and loads nothing', async () => {
    const { headers, body = '' } = await serve().get('/v1/docs');
    expect(headers?.['content-security-policy']).toContain(`style-src '${pageStyleHash}'`);
    const page = parse(body);
    expect(page.querySelectorAll('article')).toHaveLength(routesOfPractice.length + routesOfCaller.length);
    expect(page.querySelectorAll('script, link, img, iframe')).toEqual([]);
    const ids = page.querySelectorAll('[id]').map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(Object.keys(problemKinds)));
    for (const link of page.querySelectorAll('[aria-labelledby=groups] a'))
      expect(ids).toContain(link.getAttribute('href')?.slice(1));
  });

  it('shows of each component an example that its own schema takes', () => {
    const ajv = validatorOf(documented);
    const { schemas } = documented.components;
    const wrong = Object.entries(schemas).flatMap(([name, schema]) => {
      const fits = ajv.compile({ $ref: `api#/components/schemas/${name}` });
      return fits(exampleOf(schema, schemas)) ? [] : [`${name}: ${ajv.errorsText(fits.errors)}`];
    });
    expect(wrong).toEqual([]);
  });
});
