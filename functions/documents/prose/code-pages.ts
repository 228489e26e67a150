/** Character sets of fonts (RTF 1.9, \fcharset) by the code page of Windows that each stands for. */
const pages: Readonly<Record<number, string>> = {
  0: '1252',
  77: '10000',
  128: '932',
  129: '949',
  134: '936',
  136: '950',
  161: '1253',
  162: '1254',
  163: '1258',
  177: '1255',
  178: '1256',
  186: '1257',
  204: '1251',
  222: '874',
  238: '1250',
};

/** The page of a font's characters; undefined where the document's own holds. */
export const pageOfCharset = (charset: number): string | undefined => pages[charset];

/** Pages that the web knows under other names than a number behind "windows-". */
const names: Readonly<Record<string, string>> = {
  '932': 'shift_jis',
  '936': 'gbk',
  '949': 'euc-kr',
  '950': 'big5',
  '10000': 'macintosh',
  '65001': 'utf-8',
  '866': 'ibm866',
};

const doubles = new Set(['932', '936', '949', '950', '65001']);

export const isDoubleByte = (page: string): boolean => doubles.has(page);

type Decoder = InstanceType<typeof TextDecoder>;

const decoders = new Map<string, Decoder>();

/** An unknown page is read as the western one. */
const decoderOf = (page: string): Decoder => {
  const known = decoders.get(page);
  if (known) return known;
  let made: Decoder;
  try {
    made = new TextDecoder(names[page] ?? `windows-${page}`);
  } catch {
    made = new TextDecoder('windows-1252');
  }
  if (decoders.size < 40) decoders.set(page, made);
  return made;
};

export const bytesOfPage = (bytes: readonly number[], page: string): string =>
  decoderOf(page).decode(Uint8Array.from(bytes));
