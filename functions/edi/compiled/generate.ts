/**
 * A value that generated text returns; the text may use what `scope` names. The text comes from the guides alone, never
 * from a file that is read (docs/decisions/0002). The caller knows what the text returns.
 */
export const generate = <T>(text: string, scope: { readonly [name: string]: unknown } = {}): T =>
  new Function(...Object.keys(scope), text)(...Object.values(scope)) as T;
