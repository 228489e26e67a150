import { parse } from 'node-html-parser';
import { listMail } from './mailbox.ts';

/** A request to the page of a task that was opened. */
export type OpenedTask = (init?: RequestInit) => Promise<Response>;

/** Throws what a page answers that does not go on, by its status. */
const goesOn = async (what: string, response: Response): Promise<string> => {
  const text = await response.text();
  if (response.status >= 400) throw new Error(`The task page refuses ${what} with ${response.status}`);
  return text;
};

/** The code in the newest mail about a task to a mailbox, as the page names both. */
const mailedCode = async (link: string, page: string): Promise<string> => {
  const named = parse(page).querySelector('.kind')?.text.trim() ?? '';
  const mails = await listMail(new URL(link).origin);
  const mail = mails.findLast(({ subject }) => subject === `Your code · ${named}`);
  const [code] = /\b\d{8}\b/.exec(mail?.text ?? '') ?? [];
  if (!code) throw new Error(`No mail has a code for ${named}`);
  return code;
};

/**
 * Follows the link of a mail as a person does: asks for the code, reads it in the second mail, enters it. Gives what the
 * browser can do from then on. Throws when the page lets nobody in.
 */
export const openLink = async (link: string, attempts = 3): Promise<OpenedTask> => {
  try {
    return await enterByCode(link);
  } catch (error) {
    // Nothing is decided yet: whoever sees the page fail here asks for another code.
    const isFailure = error instanceof Error && /with 5\d\d$/.test(error.message);
    if (!isFailure || attempts === 1) throw error;
    return openLink(link, attempts - 1);
  }
};

/** Signs in at the link of a mail instead, as a member of its practice does; gives what the page answers as well. */
export const signInAtLink = async (
  link: string,
  { mailbox, password, code }: { readonly mailbox: string; readonly password: string; readonly code: string },
): Promise<{ readonly status: number; readonly opened: OpenedTask }> => {
  const body = new URLSearchParams({ mailbox, password, code });
  const entered = await fetch(`${link}/sign-in`, { method: 'POST', body, redirect: 'manual' });
  return { status: entered.status, opened: withCookieOf(link, entered) };
};

const withCookieOf = (link: string, entered: Response): OpenedTask => {
  const [cookie = ''] = (entered.headers.get('set-cookie') ?? '').split(';');
  return (init) => fetch(link, { ...init, headers: { ...init?.headers, cookie } });
};

const enterByCode = async (link: string): Promise<OpenedTask> => {
  const asked = await goesOn('to mail a code', await fetch(`${link}/code`, { method: 'POST' }));
  const body = new URLSearchParams({ code: await mailedCode(link, asked) });
  const entered = await fetch(`${link}/session`, { method: 'POST', body, redirect: 'manual' });
  await goesOn('the code', entered);
  return withCookieOf(link, entered);
};
