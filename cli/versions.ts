import { InvalidArgumentError } from 'commander';
import { type Actor, describeActor } from '../functions/domain/actor.ts';
import type { Finding } from '../functions/domain/finding.ts';
import type { Printing } from './print.ts';

/** What somebody should look at, though it is taken. */
export const tellNotes = (file: string, notes: readonly Finding[]): void => {
  for (const { path, detail } of notes) console.warn(`${file}: ${path}: ${detail}`);
};

/** What is wrong where; the command ends with exit code 1. */
export const refuse = (file: string, findings: readonly Finding[], { json }: Printing = {}): void => {
  if (json) console.log(JSON.stringify({ file, findings }, undefined, 2));
  else for (const { path, detail } of findings) console.error(`${file}: ${path}: ${detail}`);
  process.exitCode = 1;
};

type Version = {
  readonly version: number;
  readonly at: string;
  readonly by: Actor;
  readonly note: string;
  readonly rules: readonly unknown[];
};

/** A version of a practice's rules, as lists of them show it. */
export const versionLine = ({ version, at, by, note, rules }: Version): string =>
  `${String(version).padStart(3)}  ${at.slice(0, 19).replace('T', ' ')}  ${describeActor(by)}  ${rules.length} rules${note ? `  ${note}` : ''}`;

/** The number of a version that an option names; 0: there is none yet. */
export const versionNumber = (text: string): number => {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('Write the number of a version, such as 3.');
  return Number(text);
};

/** How many records an option asks for. */
export const manyOf = (text: string): number => {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError('Write how many, such as 200.');
  return Number(text);
};
