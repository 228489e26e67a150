import { crc32, deflateRawSync } from 'node:zlib';

export type ZipPart = {
  readonly name: string;
  readonly data: Uint8Array | string;
  /** What the archive says of its size, where it lies. */
  readonly claimed?: number;
  readonly isLocked?: true;
};

type Written = { readonly local: Buffer; readonly central: Buffer };

const write = ({ name, data, claimed, isLocked }: ZipPart, offset: number): Written => {
  const bytes = Buffer.from(data);
  const packed = deflateRawSync(bytes);
  const title = Buffer.from(name);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(isLocked ? 0x801 : 0x800, 2);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(crc32(bytes), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(claimed ?? bytes.length, 18);
  common.writeUInt16LE(title.length, 22);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 4);
  common.copy(central, 6);
  central.writeUInt32LE(offset, 42);
  const signature = Buffer.from([0x50, 0x4b, 3, 4]);
  return {
    local: Buffer.concat([signature, common, title, packed]),
    central: Buffer.concat([central, title]),
  };
};

/** A zip archive as others write it. */
export const zip = (parts: readonly ZipPart[]): Buffer => {
  let offset = 0;
  const written = parts.map((part) => {
    const one = write(part, offset);
    offset += one.local.length;
    return one;
  });
  const central = Buffer.concat(written.map((one) => one.central));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...written.map((one) => one.local), central, end]);
};
