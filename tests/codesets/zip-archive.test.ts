import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodeSetError } from '../../codesets/code-set-error.ts';
import { readZip } from '../../codesets/install/zip-archive.ts';
import { makeZip } from './make-archive.ts';

describe('a ZIP archive', () => {
  it('gives back the files that went in', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,8}\.txt$/), fc.string()), (files) => {
        const read = readZip(makeZip(files), 'a.zip').map((member) => [
          member.name,
          member.read().toString(),
        ]);
        expect(Object.fromEntries(read)).toEqual({ ...files });
      }),
    );
  });

  it('is refused in one clear sentence when it is cut short anywhere', () => {
    const whole = makeZip({ 'a.txt': 'x'.repeat(5000), 'b.txt': 'y' });
    fc.assert(
      fc.property(fc.nat(whole.length - 1), (length) => {
        const read = () => readZip(whole.subarray(0, length), 'a.zip').map((member) => member.read());
        expect(read).toThrow(CodeSetError);
        expect(read).toThrow('a.zip is no whole ZIP archive');
      }),
    );
  });

  it('never fails with anything but its own error, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          for (const member of readZip(Buffer.from(bytes), 'a.zip')) member.read();
        } catch (error) {
          expect(error).toBeInstanceOf(CodeSetError);
        }
      }),
    );
  });
});
