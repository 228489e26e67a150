import { describe, expect, it } from 'vitest';
import { TextDecoding } from '../../functions/edi/stream.ts';
import { textOf } from '../../functions/edi/text/bytes.ts';

const decoded = (...chunks: Buffer[]): string => {
  const decoding = new TextDecoding();
  return chunks.map((chunk) => textOf(decoding.decode(chunk))).join('') + decoding.end();
};

const bytes = (text: string): Buffer[] => [...Buffer.from(text)].map((byte) => Buffer.from([byte]));

describe('bytes become text', () => {
  it.each(['CLM*A~', 'GARCÍA~', '€~', '𝄞~', 'aé€𝄞'])('of UTF-8, wherever they are cut: %s', (text) => {
    expect(decoded(Buffer.from(text))).toBe(text);
    expect(decoded(...bytes(text))).toBe(text);
  });

  it('of Latin-1 where they are not UTF-8', () => {
    expect(decoded(Buffer.from('GARCÍA~', 'latin1'))).toBe('GARCÍA~');
    expect(decoded(Buffer.from([0xff, 0x41]))).toBe('ÿA');
  });

  it('and a character that is never ended is Latin-1', () => {
    expect(decoded(Buffer.from('A'), Buffer.from([0xc3]))).toBe('AÃ');
    expect(decoded(Buffer.from([0xc3]), Buffer.from('A'))).toBe('ÃA');
  });

  it('without a copy where they are ASCII', () => {
    const chunk = Buffer.from('CLM*A~');
    expect(new TextDecoding().decode(chunk)).toBe(chunk);
  });
});
