import { diagnosisCases } from './diagnosis-cases.ts';
import type { EditCase } from './edit-case.ts';
import { filingCases } from './filing-cases.ts';
import { identityCases } from './identity-cases.ts';
import { modifierCases } from './modifier-cases.ts';

/** What each edit finds and what it leaves alone; those of NCCI and enrolments have tables of their own. */
export const allCases: readonly EditCase[] = [
  ...identityCases,
  ...filingCases,
  ...modifierCases,
  ...diagnosisCases,
];
