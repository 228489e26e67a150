/** Markup that is safe to send: every value in it was escaped when it was put in. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

export type HtmlValue = Html | string | number | undefined | false | readonly HtmlValue[];

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

const render = (value: HtmlValue): string => {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.markup;
  return typeof value === 'object' ? value.map(render).join('') : escaped(String(value));
};

/**
 * Builds markup from a template: text and numbers are escaped, markup and lists of it stay, absent values vanish.
 * Attribute values have to stand in double quotes.
 */
export const html = (parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html =>
  new Html(parts.map((part, index) => part + render(values[index])).join(''));

/** Markup that this program itself wrote (a style sheet), never what came from outside. */
export const trusted = (markup: string): Html => new Html(markup);
