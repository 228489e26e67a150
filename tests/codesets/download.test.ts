import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { progressLine } from '../../cli/progress-bar.ts';
import { withDownloads } from '../../codesets/install/download.ts';
import { makeZip } from './make-archive.ts';

const serving = async (answer: RequestListener, use: (address: string) => Promise<void>): Promise<void> => {
  const server = createServer(answer);
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  try {
    // A TCP server's address is an object.
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
};

const zip = makeZip({ 'a.txt': 'words' });

describe('a download', () => {
  it('is there while it is used, reports its progress, and is gone afterwards', () =>
    serving(
      (_request, response) => {
        response.setHeader('content-length', zip.length);
        response.end(zip);
      },
      async (address) => {
        const reports: (number | undefined)[][] = [];
        const sha256 = createHash('sha256').update(zip).digest('hex');
        const path = await withDownloads(
          [{ url: `${address}/files/a.zip`, sha256 }],
          (_name, received, total) => reports.push([received, total]),
          (folder) => {
            expect(readFileSync(join(folder, 'a.zip')).equals(zip)).toBe(true);
            return folder;
          },
        );
        expect(reports.at(-1)).toEqual([zip.length, zip.length]);
        expect(existsSync(path)).toBe(false);
      },
    ));

  it.each<[string, string, RequestListener]>([
    [
      'breaks off',
      'broke off after',
      (_request, response) => {
        response.setHeader('content-length', zip.length);
        response.write(zip.subarray(0, 20), () => response.destroy());
      },
    ],
    [
      'gives a page',
      'gave a page instead of the archive',
      (_request, response) => response.end('<html>Licence</html>'),
    ],
    ['is not found', 'answered 404', (_request, response) => response.writeHead(404).end()],
    [
      'is another file',
      'not the file of the known checksum',
      (_request, response) => response.end(makeZip({ b: 'c' })),
    ],
  ])('that %s is refused in one sentence and never used', (_what, message, answer) =>
    serving(answer, async (address) => {
      const sha256 = createHash('sha256').update(zip).digest('hex');
      let used = false;
      const download = withDownloads(
        [{ url: `${address}/a.zip`, sha256 }],
        () => undefined,
        () => {
          used = true;
        },
      );
      await expect(download).rejects.toThrow(message);
      expect(used).toBe(false);
    }),
  );

  it('from nowhere says that it cannot be reached', async () => {
    const download = withDownloads(
      [{ url: 'http://127.0.0.1:9/a.zip' }],
      () => undefined,
      () => undefined,
    );
    await expect(download).rejects.toThrow('cannot be reached');
  });
});

describe('a line of progress', () => {
  it('shows the share where the whole is known', () => {
    expect(progressLine('a.zip', 500_000, 1_000_000)).toBe(
      `a.zip  ${'█'.repeat(15)}${'░'.repeat(15)}  50 %  0.5 MB`,
    );
    expect(progressLine('a.zip', 500_000, undefined)).toBe('a.zip  0.5 MB');
  });
});
