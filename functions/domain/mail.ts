/** A mail as a person gets it. Mail leaves the system: it names a claim, never a patient. */
export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};
