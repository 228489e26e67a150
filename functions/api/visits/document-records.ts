/** What is done with documents where they lie. */
export type DocumentRecordsOfPractice = {
  /** A form by which one object may be POSTed within the seconds given: of this type, and of so many bytes. */
  readonly uploadForm: (
    object: {
      readonly key: string;
      readonly contentType: string;
      readonly bytes: readonly [least: number, most: number];
    },
    expiresInSeconds: number,
  ) => Promise<{ readonly url: string; readonly fields: Readonly<Record<string, string>> }>;
  /** A URL from which one object may be got within the seconds given. */
  readonly downloadUrl: (
    key: string,
    as: {
      readonly fileName: string;
      readonly contentType: string;
      readonly expiresInSeconds: number;
    },
  ) => Promise<string>;
};
