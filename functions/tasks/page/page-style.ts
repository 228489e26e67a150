import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The style sheets as the bundler puts them in; not there when the sources run as they are. */
declare const PAGE_STYLE: string | undefined;

const readStyle = (): string => {
  const { resolve } = createRequire(import.meta.url);
  const sheets = [resolve('@picocss/pico/css/pico.min.css'), resolve('../../../web/task-page.css')];
  return sheets.map((sheet) => readFileSync(sheet, 'utf8')).join('\n');
};

/** Pico CSS and the task page's own rules. */
export const pageStyle = typeof PAGE_STYLE === 'string' ? PAGE_STYLE : readStyle();

/** Names the one style sheet that a page may apply (CSP style-src). */
export const pageStyleHash = `sha256-${createHash('sha256').update(pageStyle).digest('base64')}`;
