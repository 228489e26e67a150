import { z } from 'zod';

/**
 * The codes that were mailed for a link's task to its mailbox. Of the last one a keyed digest is kept, never the code:
 * eight digits could be guessed from a plain one.
 */
export const LinkCode = z.object({
  version: z.int().min(1),
  digest: z.string(),
  expiresAt: z.string().describe('instant'),
  triesLeft: z.int().min(0),
  askedAt: z.array(z.string()).describe('instants of the last hour'),
});
export type LinkCode = z.infer<typeof LinkCode>;

/** Long enough to change to the mailbox and back. */
export const codeMinutes = 10;
const tries = 5;
/** With five tries each: 25 guesses an hour among a hundred million. */
const codesPerHour = 5;

const minuteMs = 60_000;

/** A new code in place of the one before; undefined where too many were asked for within the hour. */
export const issueCode = (before: LinkCode | undefined, digest: string, now: Date): LinkCode | undefined => {
  const recent = (before?.askedAt ?? []).filter((at) => now.getTime() - Date.parse(at) < 60 * minuteMs);
  if (recent.length >= codesPerHour) return undefined;
  return {
    version: (before?.version ?? 0) + 1,
    digest,
    expiresAt: new Date(now.getTime() + codeMinutes * minuteMs).toISOString(),
    triesLeft: tries,
    askedAt: [...recent, now.toISOString()],
  };
};

/** Takes one of the tries; a code that was right is spent. Undefined where there is none to try. */
export const tryCode = (
  before: LinkCode | undefined,
  digest: string,
  now: Date,
): { readonly after: LinkCode; readonly isRight: boolean } | undefined => {
  if (!before || before.triesLeft === 0 || Date.parse(before.expiresAt) <= now.getTime()) return undefined;
  const isRight = before.digest === digest;
  const triesLeft = isRight ? 0 : before.triesLeft - 1;
  return { after: { ...before, version: before.version + 1, triesLeft }, isRight };
};
