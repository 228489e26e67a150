import { z } from 'zod';
import type { TaskAction } from '../task.ts';
import type { PartDecision } from '../tasks/decided-part.ts';

/** What people and programs are in a practice; one may be several. */
export const Role = z.enum(['coder', 'biller', 'manager', 'clinic', 'administrator']);
export type Role = z.infer<typeof Role>;

/** What a route of the API does, as far as not everybody may. Scopes of programs are called alike. */
export const Permission = z.enum([
  'read',
  'register',
  'code',
  'bill',
  'appeal',
  'write-off',
  'approve',
  'export',
  'administer',
]);
export type Permission = z.infer<typeof Permission>;

/** The one table of who may do what within a practice. Nobody may anything in a practice that he is no member of. */
export const rolesThat: Readonly<Record<Permission, readonly Role[]>> = {
  read: ['coder', 'biller', 'manager', 'clinic', 'administrator'],
  register: ['biller', 'manager', 'clinic'],
  code: ['coder', 'manager'],
  bill: ['biller', 'manager'],
  appeal: ['biller', 'manager'],
  'write-off': ['biller', 'manager'],
  // Not the biller: whoever proposes write-offs does not confirm those of the others.
  approve: ['manager'],
  export: ['manager', 'administrator'],
  administer: ['administrator'],
};

/** What one has to be permitted to do something: one of these is enough. */
export type Need = readonly Permission[];

/** Whether any of the roles may do what is needed. */
export const rolesPermit = (roles: readonly Role[], need: Need): boolean =>
  need.some((permission) => rolesThat[permission].some((role) => roles.includes(role)));

/** Each desk decides what lies on it, so that what several desks are asked has several permissions. */
const needOfAction: Readonly<Record<TaskAction, Need>> = {
  'confirm-codes': ['code'],
  'check-again': ['code', 'bill', 'register'],
  'bill-as-is': ['code', 'bill'],
  'not-billable': ['code', 'bill'],
  resubmit: ['bill'],
  appeal: ['appeal'],
  'bill-next-payer': ['bill'],
  'bill-other-payer': ['bill'],
  void: ['bill'],
  'bill-patient': ['bill'],
  'write-off': ['write-off'],
  'keep-waiting': ['bill'],
  'decide-parts': ['bill'],
  withdraw: ['bill'],
  'let-stand': ['bill'],
  'send-again': ['bill'],
  'work-each': ['bill'],
  dismiss: ['code', 'bill', 'register'],
  'start-over': ['code', 'bill', 'register'],
  'mend-record': ['register'],
  'keep-record': ['register'],
  'start-again': ['code', 'bill'],
};

/** What whoever works at a desk may do with a task without deciding it, the clinic's people among them. */
export const needToHandle: Need = ['code', 'bill', 'register'];

/** Of a decision what says how far it goes. */
export type StatedDecision = {
  readonly action: TaskAction;
  readonly parts?: readonly PartDecision[] | undefined;
};

/** Whether a decision gives up money. */
export const writesOff = ({ action, parts = [] }: StatedDecision): boolean =>
  action === 'write-off' || (action === 'decide-parts' && parts.some((part) => part.action === 'write-off'));

/** What one needs to decide a task so. */
export const needToDecide = (decision: StatedDecision): Need =>
  writesOff(decision) ? ['write-off'] : needOfAction[decision.action];
