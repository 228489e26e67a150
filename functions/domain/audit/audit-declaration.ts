import type { AuditPurpose } from './audit-entry.ts';
import type { SubjectFields, SubjectKind } from './audit-subjects.ts';

/**
 * What a route says of itself for the audit: which records of patients it shows or changes, and what for; or that no
 * patient is in it. `fields` are those of its own path, query, body or answer that name records under another name.
 */
export type AuditDeclaration =
  | 'no-patient-data'
  | {
      readonly of: readonly [SubjectKind, ...SubjectKind[]];
      readonly why: AuditPurpose;
      readonly fields?: SubjectFields;
    };

/** A look at what names no patient is no entry; a change is one, whatever it changes, and so is every refusal. */
export const isAudited = (audit: AuditDeclaration, method: string): boolean =>
  audit !== 'no-patient-data' || method !== 'GET';
