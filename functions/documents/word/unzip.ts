import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { mostEntries, mostUnpacked } from '../limits.ts';

export type PackageFault = 'damaged' | 'locked' | 'too-large';

export type Package = {
  readonly names: readonly string[];
  /** The bytes of a part; undefined where there is none of that name. Throws `PackageError`. */
  readonly part: (name: string) => Promise<Uint8Array | undefined>;
};

/** Why a package, or a part of it, is not unpacked. */
export class PackageError extends Error {
  readonly fault: PackageFault;
  constructor(fault: PackageFault) {
    super(fault);
    this.fault = fault;
  }
}

const listEntries = async (zip: ZipFile): Promise<ReadonlyMap<string, Entry>> => {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    entries.set(entry.fileName, entry);
    if (entries.size > mostEntries) throw new PackageError('too-large');
  }
  return entries;
};

/** What an entry says of its size is not believed: bytes are counted as they come. */
const unpack = async (zip: ZipFile, entry: Entry, most: number): Promise<Buffer> => {
  if ((entry.generalPurposeBitFlag & 1) === 1) throw new PackageError('locked');
  if (entry.uncompressedSize > most) throw new PackageError('too-large');
  const stream = await zip.openReadStreamPromise(entry, {});
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.length;
    if (bytes > most) {
      stream.destroy();
      throw new PackageError('too-large');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/** Opens a zip archive; its parts are unpacked one by one when they are asked for, and together up to a limit. */
export const openPackage = async (bytes: Uint8Array): Promise<Package> => {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
    const entries = await listEntries(zip);
    let left = mostUnpacked;
    const part = async (name: string): Promise<Uint8Array | undefined> => {
      const entry = entries.get(name);
      if (!entry) return undefined;
      const unpacked = await unpack(zip, entry, left).catch(toPackageError);
      left -= unpacked.length;
      return unpacked;
    };
    return { names: [...entries.keys()], part };
  } catch (error) {
    return toPackageError(error);
  }
};

const toPackageError = (error: unknown): never => {
  throw error instanceof PackageError ? error : new PackageError('damaged');
};
