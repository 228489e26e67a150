import { combineDiagnoses } from './combine-diagnoses.ts';
import { afterSurgeryRules } from './rules/after-surgery.ts';
import { aftercareRules, treatmentRules } from './rules/aftercare.ts';
import { airwayRules } from './rules/airways.ts';
import { circulationRules } from './rules/circulation.ts';
import { diabetesRules } from './rules/diabetes.ts';
import { drugRules } from './rules/drug-effects.ts';
import { encounterRules } from './rules/encounters.ts';
import { episodeRules } from './rules/episodes.ts';
import { infectionRules } from './rules/infections.ts';
import { injuryRules } from './rules/injuries.ts';
import { manifestationRules } from './rules/manifestations.ts';
import { mentalRules } from './rules/mental-disorders.ts';
import { neoplasmRules } from './rules/neoplasms.ts';
import { pregnancyRules } from './rules/pregnancy.ts';
import { type BookNote, changing, type GuidelineRule, type Ruling } from './rules/ruling.ts';
import { deniedEdemaRules, statedTypeRules } from './rules/stated-type.ts';
import { statusRules } from './rules/status.ts';
import { ulcerRules, ulcerSiteRules } from './rules/ulcers.ts';
import { urologyRules } from './rules/urology.ts';
import { weightRules } from './rules/weight.ts';
import type { DiagnosisCandidate } from './suggest-diagnoses.ts';

/** What the note tells of a condition first, then what belongs together; a later rule sees what an earlier one made. */
const toSpecify: readonly GuidelineRule[] = [
  ...treatmentRules,
  ...encounterRules,
  ...aftercareRules,
  ...afterSurgeryRules,
  ...episodeRules,
  ...statedTypeRules,
  ...urologyRules,
  ...airwayRules,
  ...mentalRules,
  ...circulationRules,
  ...neoplasmRules,
  ...ulcerRules,
  ...diabetesRules,
  ...deniedEdemaRules,
  changing((found, note) => combineDiagnoses(found, note)),
  ...manifestationRules,
  ...ulcerSiteRules,
  ...infectionRules,
  ...drugRules,
  ...injuryRules,
  ...pregnancyRules,
];

const toAdd: readonly GuidelineRule[] = [...statusRules, ...weightRules];

const onePerCode = (found: readonly DiagnosisCandidate[]): readonly DiagnosisCandidate[] => {
  const seen = new Set<string>();
  return found.filter(({ entry }) => !seen.has(entry.code) && seen.add(entry.code));
};

const apply = (rules: readonly GuidelineRule[], ruling: Ruling, note: BookNote): Ruling => {
  const ruled = rules.reduce((so, rule) => rule(so, note), ruling);
  return { ...ruled, diagnoses: onePerCode(ruled.diagnoses) };
};

/** Makes of the diagnoses that the note names what the guidelines of their chapters ask for (section I.C). */
export const applyGuidelines = (named: readonly DiagnosisCandidate[], note: BookNote): Ruling =>
  apply(toSpecify, { diagnoses: named, rejected: [], questions: [] }, note);

/** Adds what the guidelines have beside the diagnoses, behind those that were chosen. */
export const addBesides = (ruling: Ruling, note: BookNote): Ruling => apply(toAdd, ruling, note);
