/** A page of documentation, its code blocks apart from its text; both keep the numbers of their lines. */
export type Page = { readonly text: readonly Line[]; readonly code: readonly Line[] };
export type Line = { readonly number: number; readonly content: string };

export const readPage = (markdown: string): Page => {
  const text: Line[] = [];
  const code: Line[] = [];
  let fenced = false;
  for (const [index, content] of markdown.split('\n').entries()) {
    if (content.startsWith('```')) fenced = !fenced;
    else (fenced ? code : text).push({ number: index + 1, content });
  }
  return { text, code };
};

export type Heading = { readonly level: number; readonly title: string; readonly anchor: string };

/** The headings of a page with the anchors that GitHub gives them: a title that comes again gets a number. */
export const headingsOf = ({ text }: Page): Heading[] => {
  const seen = new Map<string, number>();
  return text.flatMap(({ content }) => {
    const [, marks = '', title = ''] = /^(#{1,6}) (.+)$/.exec(content) ?? [];
    if (!marks) return [];
    const plain = slug(title);
    const before = seen.get(plain) ?? 0;
    seen.set(plain, before + 1);
    return [{ level: marks.length, title, anchor: before === 0 ? plain : `${plain}-${before}` }];
  });
};

/** Letters, digits, hyphens and low lines stay, a space becomes a hyphen, all else goes. */
const slug = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');

/** What stands in backticks. */
export const spansOf = (content: string): string[] =>
  Array.from(content.matchAll(/`([^`]+)`/g), ([, span = '']) => span);

/** Where the links of a line lead. */
export const linksOf = (content: string): string[] =>
  Array.from(content.replace(/`[^`]*`/g, '').matchAll(/\]\(([^)\s]+)\)/g), ([, target = '']) => target);
