import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractText, nameOversized, tooMuch } from '../../functions/coding/extract-text.ts';
import { mostMarkupBytes, mostTextBytes } from '../../functions/domain/objects/size-limits.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('extractText', () => {
  it('drops the byte-order mark and normalises line ends', () => {
    const text = 'Assessment:\nSeasonal allergies';
    expect(extractText(bytes('\uFEFFAssessment:\r\nSeasonal allergies'))).toEqual({
      outcome: 'extracted',
      text,
    });
  });

  it.each([
    ['PDF', '%PDF-1.7 text'],
    ['empty', ' \r\n '],
    ['mostly signs', '120/80 98.6 72 16 99 % 188 70 26.9'],
  ])('calls a document that is %s unreadable and says what to send', (what, content) => {
    const extraction = extractText(bytes(content));
    expect(extraction).toMatchObject({ outcome: 'unreadable', reason: expect.stringContaining(what) });
    expect(extraction).toMatchObject({ reason: expect.stringContaining('plain text') });
  });

  it.each([
    [
      'rich text',
      String.raw`{\rtf1\ansi{\fonttbl{\f0 Gout;}}\pard\b Assessment:\b0\par Sj\'f6gren\u8217?s{\v hidden}\par A1c\cell 7.2\cell\row}`,
      'Assessment:\nSjögren’s\nA1c\t7.2\t\n',
    ],
    [
      'HTML',
      '<!doctype html><head><style>gout{}</style></head><body><h2>Assessment</h2><ol><li>Sj&ouml;gren&#39;s &lt;new&gt;</li></ol><script>var gout;</script><table><tr><td>A1c</td><td>7.2</td></tr></table></body>',
      "Assessment\n1. Sjögren's <new>\n\nA1c\t7.2\n",
    ],
    [
      'a clinical document',
      '<?xml version="1.0"?><ClinicalDocument><given>Ann</given><section><title>Plan</title><text><list><item>Rest</item></list></text><entry><value displayName="Gout">x</value></entry></section></ClinicalDocument>',
      'Plan\n- Rest\n',
    ],
    ['a plain note with signs of its own', 'BP <120 and <br> gout > 5', 'BP <120 and <br> gout > 5'],
  ])('reads %s as its reader sees it', (_, content, text) => {
    expect(extractText(bytes(content))).toEqual({ outcome: 'extracted', text });
  });

  it('does not take a note that begins with "BM" for a bitmap', () => {
    expect(extractText(bytes('BMI reviewed with the patient.')).outcome).toBe('extracted');
  });

  it('refuses bytes that are no UTF-8', () => {
    expect(extractText(Uint8Array.of(0x4d, 0x75, 0xf1, 0x6f, 0x7a)).outcome).toBe('unreadable');
  });

  it('believes the content type of an image', () => {
    expect(extractText(bytes('looks like text'), { contentType: 'image/png' }).outcome).toBe('unreadable');
  });

  it('answers for any bytes without throwing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (content) => {
        expect(['extracted', 'unreadable']).toContain(extractText(content).outcome);
      }),
    );
  });
});

describe('a document that is too large', () => {
  const sentence = 'The patient has had a cough for three days. ';
  const prose = (bytes: number): string =>
    sentence.repeat(Math.ceil(bytes / sentence.length)).slice(0, bytes);
  const read = (text: string) => extractText(new TextEncoder().encode(text));

  it('is read as text up to 256 KB, and one byte more is the clinic’s to shorten', () => {
    expect(read(`${prose(mostTextBytes - 1)}.`).outcome).toBe('extracted');
    expect(read(`${prose(mostTextBytes)}.`)).toMatchObject({
      outcome: 'unreadable',
      reason: expect.stringMatching(/256 KB.*Please send/),
    });
  });

  it('counts of markup what its reader sees, and not what stands between', () => {
    const page = (text: string, picture: number): string =>
      `<html><body><p>${text}</p><img src="data:${'A'.repeat(picture)}"></body></html>`;
    expect(read(page('Assessment: gout.', 1_000_000)).outcome).toBe('extracted');
    expect(read(page(prose(mostTextBytes + 1), 0))).toEqual(tooMuch);
    expect(read(page('Assessment: gout.', mostMarkupBytes))).toEqual(tooMuch);
    expect(read(`{\\rtf1 {\\pict ${'0'.repeat(1_000_000)}}Assessment: gout.}`).outcome).toBe('extracted');
  });

  it('is called what it is by its first bytes alone', () => {
    const beginning = (text: string): Uint8Array => new TextEncoder().encode(text);
    expect(nameOversized(beginning('%PDF-1.7')).reason).toContain('a PDF');
    expect(nameOversized(beginning(sentence))).toEqual(tooMuch);
  });
});
