/** The characters that editors of coverage articles write by name. */
const named = new Map(
  Object.entries({
    ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', sol: '/', bsol: '\\' },
    ...{ comma: ',', period: '.', colon: ':', semi: ';', lpar: '(', rpar: ')', lsqb: '[', rsqb: ']' },
    ...{ ast: '*', num: '#', plus: '+', equals: '=', percnt: '%', hyphen: '-', dash: '-', lowbar: '_' },
    ...{
      ndash: '-',
      mdash: '-',
      lsquo: "'",
      rsquo: "'",
      ldquo: '"',
      rdquo: '"',
      bull: '*',
      reg: '',
      trade: '',
    },
    ...{ ge: '≥', le: '≤', Tab: ' ', NewLine: '\n', excl: '!', quest: '?', commat: '@', dollar: '$' },
  }),
);

const reference = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi;

const characterOf = (number: number): string => (number <= 0x10ffff ? String.fromCodePoint(number) : ' ');

const unescapeOnce = (text: string): string =>
  text.replace(reference, (whole: string, decimal?: string, hex?: string, name?: string) => {
    if (decimal) return characterOf(Number(decimal));
    if (hex) return characterOf(Number.parseInt(hex, 16));
    return named.get(name ?? '') ?? named.get((name ?? '').toLowerCase()) ?? whole;
  });

const block = /<\/?(?:p|div|br|li|ul|ol|tr|td|th|table|h\d)\b[^>]*>/gi;
const inline = /<\/?[a-z][^>]*>/gi;

/**
 * The lines of a paragraph of the Medicare Coverage Database, whose HTML is escaped twice ("&amp;lt;p&amp;gt;") beside
 * what HTML itself escapes: what stands in blocks of its own is a line.
 */
export const linesOfParagraph = (paragraph: string): readonly string[] =>
  unescapeOnce(unescapeOnce(unescapeOnce(paragraph)).replace(block, '\n').replace(inline, ''))
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');

/** Its sentences, and the labels that stand like one ("Primary Diagnosis:"). */
export const sentencesOf = (paragraph: string): readonly string[] =>
  linesOfParagraph(paragraph).flatMap((line) =>
    line.split(/(?<=[.;!?])\s+(?=[A-Z("*\d])|(?<=:)\s+(?=(?:Primary|Secondary|For)\b)/),
  );
