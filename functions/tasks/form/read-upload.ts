/** What came with a form that sends a file: which form it is, the visit that it names, and a file or a text. */
export type Upload = { readonly send: string; readonly visit: string; readonly body: Uint8Array };

/** What a browser sent, as it came. */
export type SentBody = { readonly bytes: Uint8Array; readonly contentType: string };

/** What one file may have, and what is read of a form: a registration has some kilobytes, a scanned note some hundred. */
const mostBytes = 3 * 1024 * 1024;

const isMultipart = ({ contentType }: SentBody): boolean => /^multipart\/form-data\b/i.test(contentType);

/** The file of a form, or what is written in its text area where no file was chosen; undefined of any other form. */
export const readUpload = async (sent: SentBody): Promise<Upload | 'too-large' | undefined> => {
  if (sent.bytes.length > mostBytes) return isMultipart(sent) ? 'too-large' : undefined;
  const fields = await fieldsOf(sent);
  const send = textOf(fields?.get('send'));
  if (!fields || send === '') return undefined;
  const chosen = fileIn(fields, 'file');
  const body = chosen ? new Uint8Array(await chosen.arrayBuffer()) : writtenIn(fields);
  return { send, visit: textOf(fields.get('visit')), body };
};

export type Fields = Pick<FormData, 'get' | 'getAll'>;

export const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** Browsers end lines of a text area with CR LF. */
const writtenIn = (fields: Fields): Uint8Array => {
  const text = fields.get('text');
  return new TextEncoder().encode(typeof text === 'string' ? text.replace(/\r\n?/g, '\n') : '');
};

/** The file of a form's field, where one was chosen. */
export const fileIn = (fields: Fields, name: string): File | undefined => {
  const file = fields.get(name);
  return typeof file === 'object' && file !== null && file.size > 0 ? file : undefined;
};

/** Whether more came than is read of a form with a file. */
export const isTooLarge = (sent: SentBody): boolean => sent.bytes.length > mostBytes;

/** The fields of a form, of either encoding; undefined of what is none. */
export const fieldsOf = async (sent: SentBody): Promise<Fields | undefined> => {
  if (!isMultipart(sent)) return new URLSearchParams(new TextDecoder().decode(sent.bytes));
  try {
    const headers = { 'content-type': sent.contentType };
    return await new Response(new Uint8Array(sent.bytes), { headers }).formData();
  } catch {
    return undefined;
  }
};
