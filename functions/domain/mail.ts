/** A mail as a person gets it. Mail leaves the system: it names a claim, never a patient. */
export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** What it is about, so that somebody hears of it when the mail comes back; no part of the mail. */
  readonly taskId?: string;
};
