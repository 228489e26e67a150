import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toProfessionalClaimSet } from '../../../functions/claims/837p/claim-set.ts';
import { rendering837p } from '../../../functions/claims/837p/render-claim.ts';
import { claimsForFirstPayer } from '../../../functions/claims/from-visit/claims-of-visit.ts';
import type { Claim, NextPayer } from '../../../functions/domain/claim.ts';
import { EncounterCodes } from '../../../functions/domain/coding.ts';
import type { Coverage } from '../../../functions/domain/party.ts';
import { Payer } from '../../../functions/domain/payer.ts';
import { interchangeHeader } from '../../../functions/domain/practice/partner-enrolment.ts';
import { Practice } from '../../../functions/domain/practice.ts';
import type { EncounterRegistration } from '../../../functions/domain/visit/registration.ts';
import type { ProfessionalClaimSet } from '../../../functions/edi/x837p/loops.ts';
import { readRegistration } from '../../../functions/intake/read-registration.ts';
import { anEncounter } from '../../factories/encounters.ts';

const folder = import.meta.dirname;
const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));

/** The practice of the stories, and the payers it has contracts with. */
export const storyPractice = Practice.parse(json('practice.json'));
const payers = Payer.array().parse(json('payers.json'));

/** The folders of the stories, by their numbers. */
export const storyNames: readonly string[] = readdirSync(folder)
  .filter((name) => /^\d\d-/.test(name))
  .sort();

/** Where the 837P of a story's claim lies: the first, or a further one of a visit that is billed in several. */
export const goldenPath = (story: string, part: number): string =>
  join(folder, story, part === 1 ? 'expected.837' : `expected-${part}.837`);

export type ToldClaim = { readonly claim: Claim; readonly set: ProfessionalClaimSet; readonly text: string };

export type Story = {
  readonly name: string;
  readonly registration: EncounterRegistration;
  readonly codes: EncounterCodes;
  readonly claims: readonly ToldClaim[];
};

/** Reads a story's registration as intake does, makes its claims and renders them. */
export const tellStory = (name: string): Story => {
  const read = readRegistration(readFileSync(join(folder, name, 'encounter.json')));
  if (!read.success) throw new TypeError(`${name}: ${JSON.stringify(read.findings)}`);
  const registration = read.data;
  const codes = EncounterCodes.parse(json(name, 'codes.json'));
  return { name, registration, codes, claims: claimsOf(name, registration, codes) };
};

const createdAt = '2026-10-20T15:00:00.000Z';

const claimsOf = (name: string, registration: EncounterRegistration, codes: EncounterCodes): ToldClaim[] => {
  const encounter = { ...anEncounter(), practiceId: 'harbor-lane', encounterId: name, registration, codes };
  const [first, ...others] = registration.coverages.map(withContract);
  if (!first) throw new TypeError(`${name} has no payer`);
  return claimsForFirstPayer(encounter, storyPractice, [first, ...others], createdAt).map((claim) =>
    rendered(claim, Number(name.slice(0, 2)) * 10 + claim.part),
  );
};

const rendered = (claim: Claim, controlNumber: number): ToldClaim => {
  const [submission] = claim.submissions;
  if (!submission) throw new TypeError('A claim has a transmission');
  const parties = { practice: storyPractice, payer: payerOf(claim) };
  const text = rendering837p({ claim, ...parties }, submission)(controlNumber, createdAt);
  const envelope = interchangeHeader(storyPractice, parties.payer, controlNumber, createdAt);
  return { claim, text, set: toProfessionalClaimSet(claim, submission, parties, envelope) };
};

const payerOf = ({ payerId }: { readonly payerId: string }): Payer => {
  const payer = payers.find((one) => one.payerId === payerId);
  if (!payer) throw new TypeError(`The practice of the stories has no contract with ${payerId}`);
  return payer;
};

const withContract = (coverage: Coverage): NextPayer => {
  const { name: payerName, claimFilingIndicator } = payerOf(coverage);
  return { coverage, payerName, claimFilingIndicator };
};
