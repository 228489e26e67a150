import { type ProblemName, problemKinds } from '../../runtime/problem.ts';
import type { OpenApiDocument } from './document.ts';
import { exampleOf } from './example.ts';
import type { JsonSchema } from './json-schema.ts';

/** Markup as the pages of tasks make it: their own area's, and given. */
export type Markup<Html> = (
  parts: TemplateStringsArray,
  ...values: readonly (Html | string | number | undefined | false | readonly Html[])[]
) => Html;

type Place = { readonly method: string; readonly path: string; readonly operation: JsonSchema };

const placesOf = ({ paths }: OpenApiDocument): readonly Place[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );

const fragmentOf = (group: string): string => group.toLowerCase().replaceAll(' ', '-');

/** What a field holds, in a word or two. */
const kindOf = (schema: JsonSchema): string => {
  if (typeof schema.$ref === 'string') return schema.$ref.split('/').at(-1) ?? '';
  if (Array.isArray(schema.enum)) return schema.enum.join(' · ');
  return [schema.type, schema.format ?? schema.pattern].filter(Boolean).join(', ');
};

const parametersOf = ({ operation }: Place, { components }: OpenApiDocument): readonly JsonSchema[] =>
  (operation.parameters as readonly JsonSchema[]).map((one) =>
    typeof one.$ref === 'string' ? (components.parameters[one.$ref.split('/').at(-1) ?? ''] ?? {}) : one,
  );

type Content = { readonly content?: { readonly 'application/json'?: { readonly schema: JsonSchema } } };

const exampleText = ({ content }: Content, { components }: OpenApiDocument): string | undefined => {
  const schema = content?.['application/json']?.schema;
  return schema && JSON.stringify(exampleOf(schema, components.schemas), undefined, 2);
};

/** The whole description for people: groups of routes, what each takes and gives, and what refusals mean. */
export const referencePage = <Html>(document: OpenApiDocument, html: Markup<Html>): Html => {
  const example = (title: string, text: string | undefined) =>
    text !== undefined &&
    html`<details><summary>${title}</summary><pre class="example">${text}</pre></details>`;
  const parameter = ({ name, in: where, required, schema, description }: JsonSchema) =>
    html`<tr><th scope="row"><code>${String(name)}</code></th><td>${String(where)}${required ? '' : ', optional'}</td>
<td>${description === undefined ? '' : `${description}. `}<code>${kindOf(schema as JsonSchema)}</code></td></tr>`;
  const route = (place: Place) => {
    const { method, path, operation } = place;
    const responses = operation.responses as Record<string, Content>;
    const [status = ''] = Object.keys(responses);
    const refused = Object.keys(responses).filter((code) => code >= '400');
    return html`<article id="${String(operation.operationId)}"><h3>${String(operation.summary)}</h3>
<p><strong>${method}</strong> <code>${path}</code></p><p>${String(operation.description)}</p>
<table class="parameters"><thead><tr><th scope="col">Parameter</th><th scope="col">In</th><th scope="col">Holds</th></tr></thead>
<tbody>${parametersOf(place, document).map(parameter)}</tbody></table>
${example('Body, for example', operation.requestBody ? exampleText(operation.requestBody as Content, document) : undefined)}
${example(`Answer ${status}, for example`, exampleText(responses[status] ?? {}, document))}
<p>Refused with ${refused.join(', ')}.</p></article>`;
  };
  const places = placesOf(document);
  const group = ({ name }: { readonly name: string }) => {
    const own = places.filter(({ operation }) => (operation.tags as readonly string[]).includes(name));
    return html`<section><h2 id="${fragmentOf(name)}">${name}</h2>${own.map(route)}</section>`;
  };
  const problem = ([name, { status, title, next }]: readonly [string, (typeof problemKinds)[ProblemName]]) =>
    html`<dt id="${name}">${status} ${title}</dt><dd>${next}.</dd>`;
  const event = ([type, methods]: readonly [string, JsonSchema]) =>
    html`<dt><code>${type}</code></dt><dd>${String((methods.post as JsonSchema).summary)}.</dd>`;
  return html`<h1>The API of Claimwright</h1><p>${String(document.info.description)}</p>
<p>For programs: <a href="/v1/openapi.json">openapi.json</a>. Every request but this page and that file carries an access
token as <code>Authorization: Bearer …</code>.</p>
<section aria-labelledby="groups"><h2 id="groups">Groups</h2><ul>${document.tags.map(({ name }) => html`<li><a href="#${fragmentOf(name)}">${name}</a></li>`)}</ul></section>
<section><h2>Refusals</h2><p>Problem details (RFC 9457), with findings that name the field.</p>
<dl>${Object.entries(problemKinds).map(problem)}</dl></section>
<section><h2>Events</h2><p>Sent to webhooks, signed as Standard Webhooks 1.0 has it: ids and statuses, in the form of
<code>WebhookMessage</code>.</p><dl>${Object.entries(document.webhooks).map(event)}</dl></section>
${document.tags.map(group)}`;
};
