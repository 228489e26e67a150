import { z } from 'zod';
import { checkInput } from '../../domain/check-input.ts';
import type { Checked } from '../../domain/finding.ts';
import type { Page, PageAsked } from '../../domain/paging/page.ts';
import { type HttpRequest, type HttpResponse, json } from '../../runtime/http-handler.ts';
import type { ApiMechanics, Clock } from './api-mechanics.ts';
import { type AskedList, openCursor, sealCursor } from './cursor.ts';

/** What every list is asked for beside its own query. */
export const PageQuery = z.object({
  cursor: z
    .string()
    .min(1)
    .max(4000)
    .optional()
    .describe('next of the page before, with the same query; it is good for a day'),
  limit: z.coerce.number().int().min(1).max(100).default(50).describe('records in a page at most'),
});

/** What a list answers with: a page, and whatever its route tells beside it. */
export const pageOf = <Item extends z.ZodType, Beside extends z.ZodRawShape>(
  item: Item,
  beside: Beside = {} as Beside,
) =>
  z.object({
    ...beside,
    items: z.array(item),
    next: z.string().optional().describe('cursor of the next page; absent: this is the last one'),
  });

/** A question that has one of these, which an index serves each: no index, no filter. */
export const oneOf = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .strictObject(shape)
    .partial()
    .refine((asked) => Object.values(asked).filter((one) => one !== undefined).length === 1, {
      message: `Ask for one of ${Object.keys(shape).join(', ')}`,
    });

/** The page that a request asks for, and how it is answered. */
export type ListPage = {
  readonly asked: PageAsked;
  /** When the first page was asked for: days that nobody named are counted from it on every page. */
  readonly asOf: Date;
  readonly answer: (page: Page<unknown>, beside?: Readonly<Record<string, unknown>>) => HttpResponse;
};

type Asked = Pick<HttpRequest, 'path' | 'query'>;

/** A request of a list without what is the same of all lists. */
export const withoutPage = ({ query }: Asked): Readonly<Record<string, string>> => {
  const { cursor: _cursor, limit: _limit, ...own } = query;
  return own;
};

/** Opens the page that is asked for of a list; refused with what is wrong with its cursor or limit. */
export const openPage = async (
  route: string,
  request: Asked,
  { cursorKey, now }: Pick<ApiMechanics, 'cursorKey'> & Clock,
): Promise<Checked<ListPage>> => {
  const checked = checkInput(PageQuery, request.query);
  if (!checked.success) return checked;
  const { cursor, limit } = checked.data;
  const list: AskedList = { route, path: request.path, query: withoutPage(request) };
  const [key, today] = [await cursorKey(), now()];
  const place = cursor === undefined ? undefined : openCursor(key, cursor, list, today);
  if (place && !place.success) return place;
  const asOf = place?.data.asOf ?? today.toISOString();
  const answer: ListPage['answer'] = ({ items, next }, beside = {}) =>
    json(200, {
      ...beside,
      items,
      ...(next !== undefined && { next: sealCursor(key, { after: next, asOf }, list) }),
    });
  return {
    success: true,
    data: { asked: { limit, after: place?.data.after }, asOf: new Date(asOf), answer },
  };
};
