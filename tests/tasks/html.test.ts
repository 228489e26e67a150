import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html, trusted } from '../../functions/tasks/html.ts';

describe('html', () => {
  it('escapes values and keeps markup', () => {
    expect(html`<p title="${'"'}">${'<b>&'}${html`<i>${"it's"}</i>`}</p>`.markup).toBe(
      '<p title="&quot;">&lt;b&gt;&amp;<i>it&#39;s</i></p>',
    );
  });

  it('leaves absent values out and joins lists', () => {
    expect(html`${undefined}${false}${[1, 'a', html`<br>`]}${trusted('<hr>')}`.markup).toBe('1a<br><hr>');
  });

  it('lets no text open a tag or end an attribute', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const escaped = html`${text}`.markup;
        expect(escaped).not.toMatch(/[<>"']/);
      }),
    );
  });
});
