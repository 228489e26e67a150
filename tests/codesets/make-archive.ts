import { crc32, deflateRawSync } from 'node:zlib';

/** A ZIP archive of the files, deflated, as publishers make them; an archive may be one of them. */
export const makeZip = (files: Readonly<Record<string, string | Uint8Array>>): Buffer => {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const data = typeof text === 'string' ? Buffer.from(text) : Buffer.from(text);
    const packed = deflateRawSync(data);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    entries.push(
      Buffer.concat([
        Buffer.from('PK\x01\x02', 'latin1'),
        Buffer.from([20, 0]),
        common,
        rest,
        Buffer.from(name),
      ]),
    );
    bodies.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, directory, Buffer.from('PK\x05\x06', 'latin1'), end]);
};

/** An archive of one file in the layout of ZIP64, which those have whose file is longer than four gigabytes. */
export const makeZip64 = (name: string, text: string): Buffer => {
  const plain = makeZip({ [name]: text });
  const end = plain.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const at = plain.readUInt32LE(end + 16);
  const entry = Buffer.from(plain.subarray(at, end));
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  [24, 20, 42].forEach((field, place) => {
    extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(field)), 4 + place * 8);
    entry.writeUInt32LE(0xffff_ffff, field);
  });
  entry.writeUInt16LE(extra.length, 30);
  const directory = Buffer.concat([entry, extra]);
  const wideEnd = Buffer.alloc(56);
  wideEnd.write('PK\x06\x06', 0, 'latin1');
  wideEnd.writeBigUInt64LE(BigInt(directory.length), 40);
  wideEnd.writeBigUInt64LE(BigInt(at), 48);
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 0, 'latin1');
  locator.writeBigUInt64LE(BigInt(at + directory.length), 8);
  const narrowEnd = Buffer.from(plain.subarray(end));
  narrowEnd.writeUInt32LE(0xffff_ffff, 12);
  narrowEnd.writeUInt32LE(0xffff_ffff, 16);
  return Buffer.concat([plain.subarray(0, at), directory, wideEnd, locator, narrowEnd]);
};
