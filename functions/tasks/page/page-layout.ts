import { type Html, html, trusted } from '../html.ts';
import { pageStyle, pageStyleHash } from './page-style.ts';

/** A page of a task: its status as HTTP has it, and the whole document. */
export type Page = { readonly status: number; readonly markup: string };

/**
 * No script runs, nothing is loaded, nothing frames the page, no cache keeps it, and no site it leads to learns its
 * address, which is the secret that opens it.
 */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': [
    "default-src 'none'",
    `style-src '${pageStyleHash}'`,
    'img-src data:',
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
};

export type PageParts = {
  readonly status: number;
  readonly title: string;
  /** Whether something in it is to be put right: said first where pages are listed or read out. */
  readonly isWrong?: boolean;
  readonly practiceName?: string | undefined;
  readonly body: Html;
};

/** The frame that all pages share; everything in it works without scripts. */
export const layOut = ({ status, title, isWrong = false, practiceName, body }: PageParts): Page => ({
  status,
  markup: html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${isWrong && 'Error: '}${title} – Claimwright</title>
<style>${trusted(pageStyle)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the task</a>
<header class="container masthead"><strong>Claimwright</strong>${practiceName && html`<span>${practiceName}</span>`}</header>
<main class="container" id="main" tabindex="-1">
${body}
</main>
</body>
</html>`.markup,
});
