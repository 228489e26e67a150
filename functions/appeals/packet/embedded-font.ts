import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';

/** DejaVu Sans, deflated and in base 64, as the bundler puts it in; not there when the sources run as they are. */
declare const PACKET_FONT: string | undefined;

const readFont = (): Uint8Array =>
  readFileSync(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'));

let font: Uint8Array | undefined;

/** A font with the letters of nearly all names that are written in Latin, Greek, Cyrillic, Hebrew, Arabic and more. */
export const embeddedFont = (): Uint8Array => {
  font ??= typeof PACKET_FONT === 'string' ? inflateSync(Buffer.from(PACKET_FONT, 'base64')) : readFont();
  return font;
};
