/** What a link in a task's email says. It opens one task for one mailbox, as long as the task is open. */
export type TaskLink = {
  readonly taskId: string;
  readonly nonce: string;
  /** The mailbox that the link was sent to, which then answers for the decision. */
  readonly recipient: string;
  readonly expiresAt: string;
};

/**
 * Who proved by a code that the mailbox of a link is its own, or signed in as a member of the practice: good for that one
 * task by that one link, and not for long.
 */
export type CaseSession = {
  readonly taskId: string;
  readonly mailbox: string;
  /** Of a member who signed in: the subject of the token. What it may is read anew at each request. */
  readonly subject?: string | undefined;
  readonly expiresAt: string;
};

/** A link as it comes back: what it says, or why it is not followed. */
export type OpenedLink = Omit<TaskLink, 'expiresAt'> | { readonly refused: 'forged' | 'expired' };
