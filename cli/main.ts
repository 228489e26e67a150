import { failureOf } from './failure.ts';
import { program } from './program.ts';

try {
  await program.parseAsync();
} catch (error) {
  const { text, exitCode } = failureOf(error);
  if (text) console.error(text);
  process.exitCode = exitCode;
}
