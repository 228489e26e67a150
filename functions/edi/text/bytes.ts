/** The byte at an offset that the caller knows to be within. */
export const byteAt = (bytes: Uint8Array, offset: number): number => bytes[offset] as number;

/** A piece of a file: text, or the bytes of text that is ASCII. */
export type Piece = string | Buffer;

export const textOf = (piece: Piece): string =>
  typeof piece === 'string' ? piece : piece.toString('latin1');

const notAscii = 255;

/**
 * One byte a character, so that offsets in both agree: a JavaScript engine looks at bytes several times faster than
 * at characters. Characters beyond ASCII, which X12 uses in values alone, become 255.
 */
export const toBytes = (text: string): Uint8Array => {
  if (Buffer.byteLength(text, 'utf8') === text.length) return Buffer.from(text, 'latin1');
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charCodeAt(index);
    bytes[index] = char > 127 ? notAscii : char;
  }
  return bytes;
};

/** Room for texts that are joined one after the other, of which only the latest is still looked at. */
export class Room {
  private room = Buffer.alloc(0);

  join(bytes: Uint8Array, piece: Buffer): Buffer {
    const length = bytes.length + piece.length;
    if (this.room.length < length) this.room = Buffer.allocUnsafe(2 * length);
    this.room.set(bytes);
    this.room.set(piece, bytes.length);
    return this.room.subarray(0, length);
  }
}
