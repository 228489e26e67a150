/** A file or artefact that cannot be used; the message says what, where, and what to do next. */
export class CodeSetError extends Error {
  override readonly name = 'CodeSetError';
}
