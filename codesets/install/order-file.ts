import { dotted } from '../code-notation.ts';
import { CodeSetError } from '../code-set-error.ts';

/** A row of the order file, with the dot that the file leaves out. */
export interface OrderRow {
  readonly code: string;
  readonly billable: boolean;
  readonly description: string;
}

/**
 * A line of fixed width (CMS, "ICD-10-CM order file layout"): columns 1-5 order number, 7-13 code, 15 "1" for a
 * billable code, 17-76 short and from 78 on the long description.
 */
const orderLine = /^\d{5} ([A-Z][0-9A-Z]{2,6}) {1,5}([01]) .{60} (\S.*?) *$/;

export const readOrderFile = (text: string, fileName: string): OrderRow[] =>
  text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '') return [];
    const [, code, billable, description] = orderLine.exec(line) ?? [];
    if (!code || !description || line[13] !== ' ') {
      throw new CodeSetError(
        `${fileName}, line ${index + 1}: this is no row of the ICD-10-CM order file; take the file from CMS's "Code Descriptions in Tabular Order" archive`,
      );
    }
    return [{ code: dotted(code), billable: billable === '1', description }];
  });

/** Codes that an edition ends and what the addenda put below them: a code that was split. */
export interface DeletedCode {
  readonly code: string;
  readonly description: string;
  readonly replacements: readonly string[];
}

const addendaLine = /^(Add|Delete): +(?:([01]) )?([A-Z][0-9A-Z]{2,6}) +(\S.*?) *$/;

/** What a code says apart from the placeholders and the 7th character that only make it long enough. */
const stemOf = (code: string): string => (code.length === 7 ? code.slice(0, 6).replace(/X+$/, '') : code);

const splitFrom = (deleted: string, added: string): boolean =>
  added.startsWith(stemOf(deleted)) && (deleted.length < 7 || added[6] === deleted[6]);

/** Reads the order addenda: a code that is deleted as billable and not added again as such has ended. */
export const readOrderAddenda = (text: string): DeletedCode[] => {
  const changes = text.split(/\r?\n/).flatMap((line) => {
    const [, action, billable, code, descriptions = ''] = addendaLine.exec(line) ?? [];
    return code && billable === '1' ? [{ action, code, description: descriptions.slice(61).trim() }] : [];
  });
  const added = changes.filter(({ action }) => action === 'Add').map(({ code }) => code);
  return changes
    .filter(({ action, code }) => action === 'Delete' && !added.includes(code))
    .map(({ code, description }) => ({
      code: dotted(code),
      description,
      replacements: added.filter((other) => splitFrom(code, other)).map(dotted),
    }));
};
