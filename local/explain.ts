/** Ends a program with what a person can do about the failure; the stack trace of an expected one would hide it. */
export const explain = (error: unknown): never => {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
};
