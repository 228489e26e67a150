import { getDocumentProxy } from 'unpdf';

/** A text of a PDF with the point at which it begins, from the lower left corner of its page. */
export type ReadText = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
};

/** Reads a PDF with somebody else's reader: the texts of each page, as they stand on the paper. */
export const readPdf = async (bytes: Uint8Array): Promise<readonly (readonly ReadText[])[]> => {
  const document = await getDocumentProxy(Uint8Array.from(bytes));
  const numbers = Array.from({ length: document.numPages }, (_, at) => at + 1);
  return Promise.all(
    numbers.map(async (number) => {
      const { items } = await (await document.getPage(number)).getTextContent();
      return items.flatMap((item) =>
        'str' in item && item.str.trim() !== ''
          ? [{ text: item.str, x: item.transform[4], y: item.transform[5], size: item.transform[0] }]
          : [],
      );
    }),
  );
};
