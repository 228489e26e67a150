/** The package ships no types. It adds to the definition given, so each check takes a fresh one. */
declare module 'asl-validator' {
  export default function validate(definition: unknown): {
    readonly isValid: boolean;
    readonly errorsText: () => string;
  };
}
