import { badRequest, type HttpRequest, type HttpResponse, problem } from '../../runtime/http-handler.ts';

/** What a route takes whose body is a record, in bytes. */
export const usualBytes = 256 * 1024;

/** Lists and rules as a whole: an item of the table holds 400 KB. */
export const listBytes = 350 * 1024;

/** Tables; a call of Lambda holds 6 MB, and base64 makes four bytes of three. */
export const tableBytes = 4 * 1024 * 1024;

/** Objects in objects: no body that a route takes is half as deep, and what walks them never runs out of stack. */
export const deepestJson = 40;

/** 413 of a body that is too large, 400 of one that is too deep; undefined lets it through. */
export const refusedSize = (
  { bytes, body }: Pick<HttpRequest, 'bytes' | 'body'>,
  mostBytes: number,
): HttpResponse | undefined => {
  if (bytes.length > mostBytes)
    return problem('TooLarge', { detail: `The body has ${bytes.length} bytes, and may have ${mostBytes}` });
  if (isDeeperThan(body, deepestJson))
    return badRequest([{ code: 'too-deep', path: '', detail: `More than ${deepestJson} levels deep` }]);
  return undefined;
};

/** Told from its brackets, those in texts aside: before anything is built of it, in one pass. */
const isDeeperThan = (json: string, most: number): boolean => {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json[at];
    if (isInText && sign === '\\') at += 1;
    else if (sign === '"') isInText = !isInText;
    else if (!isInText && (sign === '{' || sign === '[')) depth += 1;
    else if (!isInText && (sign === '}' || sign === ']')) depth -= 1;
    if (depth > most) return true;
  }
  return false;
};
