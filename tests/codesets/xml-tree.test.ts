import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodeSetError } from '../../codesets/code-set-error.ts';
import { elements, ownText, readXml, textOf } from '../../codesets/install/xml-tree.ts';

describe('an XML document', () => {
  it('is read with attributes, entities, comments and mixed text', () => {
    const root = readXml(
      `<?xml version="1.0"?><!-- a --><list kind='x "y"'><title>Old <nemod>(b &amp; c)</nemod> NEC</title><empty/><c><![CDATA[<&>]]></c></list>`,
      'a.xml',
    );
    const [title] = elements(root, 'title');
    expect(root.attributes.kind).toBe('x "y"');
    expect(textOf(title)).toBe('Old (b & c) NEC');
    expect(title && ownText(title)).toBe('Old NEC');
    expect(elements(root).map(({ name }) => name)).toEqual(['title', 'empty', 'c']);
    expect(textOf(elements(root, 'c')[0])).toBe('<&>');
  });

  it.each(['<a><b></a></b>', '<a>', '</a>', '', 'words', '<a>\n<b>\n', '<a x=1/>'])(
    'is refused with its line when it is not well formed: %j',
    (text) => {
      expect(() => readXml(text, 'a.xml')).toThrow(/^a\.xml, line \d+: this is not well-formed XML/);
    },
  );

  it('gives back any text that was written into it', () => {
    const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(textOf(readXml(`<a>${escaped(text)}</a>`, 'a.xml'))).toBe(text.replace(/\s+/g, ' ').trim());
      }),
    );
  });

  it('never fails with anything but its own error, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<', '>', '/', 'a', '"', '=', '!', '-', '?', '&', ';', ' ')),
        (parts) => {
          try {
            readXml(parts.join(''), 'a.xml');
          } catch (error) {
            expect(error).toBeInstanceOf(CodeSetError);
          }
        },
      ),
    );
  });
});
