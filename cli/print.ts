/** The option that every command has which prints for people. */
export const jsonOption = ['--json', 'one JSON document, for programs'] as const;

export type Printing = { readonly json?: boolean | undefined };

/** Prints what a command found out: for people, or as one JSON document. */
export const print = ({ json }: Printing, value: unknown, render: () => string): void =>
  console.log(json ? JSON.stringify(value, undefined, 2) : render());
