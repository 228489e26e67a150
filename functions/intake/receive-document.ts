import { checkJson } from '../domain/check-input.ts';
import { contentDigest, shortDigest } from '../domain/digest.ts';
import { type Encounter, type EncounterDocument, EncounterRegistration } from '../domain/encounter.ts';
import type { Checked, Finding } from '../domain/finding.ts';

export type IntakeKey = {
  readonly practiceId: string;
  readonly encounterId: string;
  readonly fileName: string;
};

/** Reads `practices/<practiceId>/encounters/<encounterId>/<file>`; undefined for any other key. */
export const parseIntakeKey = (key: string): IntakeKey | undefined => {
  const match = /^practices\/([a-z0-9-]{3,40})\/encounters\/([A-Za-z0-9-]{1,64})\/([^/]+)$/.exec(key);
  return match?.[1] && match[2] && match[3]
    ? { practiceId: match[1], encounterId: match[2], fileName: match[3] }
    : undefined;
};

export const registrationFile = 'encounter.json';

/** Checks a clinic's `encounter.json`; the findings name fields and rules, never values. */
export const readRegistration = (body: Uint8Array): Checked<EncounterRegistration> =>
  checkJson(EncounterRegistration, new TextDecoder().decode(body));

/** Coverages must name payers that the practice has a contract with. */
export const unknownPayers = (registration: EncounterRegistration, known: ReadonlySet<string>): Finding[] =>
  registration.coverages.flatMap(({ payerId }, index) =>
    known.has(payerId)
      ? []
      : [
          {
            code: 'unknown-payer',
            path: `coverages.${index}.payerId`,
            detail: 'The practice has no contract with this payer',
          },
        ],
  );

/** A document of a visit; the same bytes again are no new document. */
export const documentOf = (key: string, body: Uint8Array, receivedAt: string): EncounterDocument => ({
  key,
  digest: contentDigest(body),
  receivedAt,
});

/** Statuses in which codes are not confirmed yet: new data may still change the encounter. */
const openStatuses: readonly Encounter['status'][] = ['registered', 'documented', 'unreadable'];

export const registerEncounter = (
  encounter: Encounter,
  registration: EncounterRegistration,
): Partial<Encounter> | undefined =>
  openStatuses.includes(encounter.status) &&
  JSON.stringify(encounter.registration) !== JSON.stringify(registration)
    ? { registration }
    : undefined;

export const addDocument = (
  encounter: Encounter,
  document: EncounterDocument,
): Partial<Encounter> | undefined =>
  openStatuses.includes(encounter.status) && encounter.document?.digest !== document.digest
    ? { document, status: 'documented' }
    : undefined;

/** The name of the coding workflow for an encounter whose two parts are in: one for each content of them. */
export const codingName = ({
  practiceId,
  encounterId,
  registration,
  document,
}: Encounter): string | undefined =>
  registration && document
    ? shortDigest(JSON.stringify([practiceId, encounterId, registration, document.digest]))
    : undefined;
