import { inflateSync } from 'node:zlib';
import { mostUnpacked } from '../limits.ts';

/** No stream grows by more than some thousand times: smaller ones cannot reach the limit. */
const leastBytes = mostUnpacked / 16_000;

const isPicture = (dictionary: string): boolean => /\/Subtype\s*\/Image\b/.test(dictionary);

const sizeOf = (stream: Buffer, most: number): number => {
  try {
    return inflateSync(stream, { maxOutputLength: Math.max(1, most) }).length;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? most + 1 : 0;
  }
};

/** Whether the streams of a PDF unpack to more than is read; pictures are not unpacked at all. */
export const isBomb = (bytes: Uint8Array): boolean => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let left = mostUnpacked;
  let at = file.indexOf('stream');
  while (at >= 0 && left >= 0) {
    const end = file.indexOf('endstream', at);
    if (end < 0) return false;
    const start = at + (file[at + 6] === 0x0d ? 8 : 7);
    const dictionary = file.toString('latin1', Math.max(0, at - 500), at);
    if (end - start >= leastBytes && dictionary.includes('Flate') && !isPicture(dictionary))
      left -= sizeOf(file.subarray(start, end), left);
    at = file.indexOf('stream', end + 9);
  }
  return left < 0;
};
