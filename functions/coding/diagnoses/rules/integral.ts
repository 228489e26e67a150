import integralSymptoms from '../../../../codesets/clinical-terms/integral-symptoms.json' with {
  type: 'json',
};
import { isWithin } from '../../../../codesets/code-notation.ts';
import type { DiagnosisCandidate } from '../suggest-diagnoses.ts';
import { type BookNote, statementsOf } from './ruling.ts';

/** Parts of the body by the words of descriptions; what is beneath the same region hurts there. */
const regions: readonly (readonly [string, RegExp])[] = [
  ['knee', /\b(knee|patell\w+|menisc\w+)\b/i],
  ['hip', /\b(hip|thigh|trochanter\w*|femur|femoral)\b/i],
  ['foot', /\b(ankle|foot|toes?|heel|plantar|metatars\w+|hallux|calcane\w+|achilles)\b/i],
  ['leg', /\b(lower leg|tibia\w*|fibula|calf|lower limb)\b/i],
  ['shoulder', /\b(shoulder|rotator cuff|clavicle|humer\w+|upper arm)\b/i],
  ['elbow', /\b(elbow|epicondyl\w+|olecranon|forearm)\b/i],
  ['hand', /\b(wrist|hands?|fingers?|thumb|carpal|metacarp\w+|radial styloid)\b/i],
  ['neck', /\b(neck|cervic(al|o\w*))\b/i],
  ['back', /\b(back|lumb(ar|o\w*)|sacr\w+|spin(e|al)|thoracic|sciatica|dorsalgia)\b/i],
];

/** Some conditions do not name the part that they are in. */
const regionOfCode: readonly (readonly [readonly string[], string])[] = [
  [['G56', 'M65.3', 'M65.4', 'M72.0', 'M67.4'], 'hand'],
  [['M17', 'M22', 'M23', 'S83'], 'knee'],
  [['M16', 'M70.6'], 'hip'],
  [['M72.2', 'M76.6', 'M20.1', 'G57.6', 'M76.8', 'M20.4'], 'foot'],
  [['M75', 'S43'], 'shoulder'],
  [['M77.0', 'M77.1'], 'elbow'],
  [['M54.2', 'M50', 'S13', 'S16.1'], 'neck'],
  [['M51', 'M54.4', 'M54.5', 'M47.816', 'M48.06', 'S39.0'], 'back'],
];

const regionOf = ({ code, description }: DiagnosisCandidate['entry']): string | undefined =>
  regionOfCode.find(([codes]) => isWithin(code, codes))?.[1] ??
  regions.find(([, words]) => words.test(description))?.[0];

/** Pains, swellings and stiffness belong to a place. */
const ofPlace = ['M25.4', 'M25.5', 'M25.6', 'M79.6', 'M54', 'M79.1', 'R22', 'R20'];

/** Whether a symptom of a place is at the place of the condition, on the same side. */
const isElsewhere = (
  { entry: symptom }: DiagnosisCandidate,
  { entry: condition }: DiagnosisCandidate,
): boolean => {
  if (!isWithin(symptom.code, ofPlace)) return false;
  const [one, other] = [regionOf(symptom), regionOf(condition)];
  if (one && other && one !== other) return !(spreads.get(other)?.includes(one) ?? false);
  const sides = [symptom.side, condition.side];
  return sides.includes('right') && sides.includes('left');
};

/** A nerve or a joint is felt beyond its place: a hip in the knee, a back in the leg. */
const spreads = new Map([
  ['back', ['leg', 'foot', 'hip', 'knee']],
  ['neck', ['shoulder', 'hand', 'elbow']],
  ['leg', ['foot', 'knee']],
  ['knee', ['leg']],
  ['hand', ['elbow']],
  ['elbow', ['hand']],
  ['shoulder', ['elbow']],
]);

/** Findings that are no sign of the disease beside them and are always told (guideline I.B.6). */
const alwaysTold = ['R09.02', 'R65', 'R64', 'R57'];

/** What a sequela or COVID-19 left is coded before it (guidelines I.B.10, I.C.1.g.1.m). */
const leavesSymptoms = (code: string): boolean =>
  code === 'U09.9' || (code.length === 8 && code.endsWith('S'));

const unexplained =
  /\b(new(ly|[- ]onset)?|unexplained|unclear (cause|etiology|source)|undetermined|etiology|work-?up|unrelated|separate)\b/i;

/** A problem of its own in the list that the clinician does not take for a sign of what is known: "cough, new". */
const isUnexplained = (one: DiagnosisCandidate, other: DiagnosisCandidate, note: BookNote): boolean =>
  one.item !== other.item &&
  !isWithin(one.entry.code, ofPlace) &&
  statementsOf(one, note)
    .slice(0, 1)
    .some(({ text }) => unexplained.test(text));

/**
 * Guideline I.B.5: a sign or symptom that routinely belongs to a definitive diagnosis is not coded beside it. A symptom
 * elsewhere in the body is not, and neither is one that the clinician assesses as a problem of its own.
 */
export const integralTo = (one: DiagnosisCandidate, other: DiagnosisCandidate, note: BookNote): boolean => {
  const { entry } = one;
  if (leavesSymptoms(other.entry.code)) return false;
  if (isWithin(entry.code, other.entry.includes) && !isElsewhere(one, other)) return true;
  const row = integralSymptoms.find(
    ({ conditions, symptoms }) => isWithin(other.entry.code, conditions) && isWithin(entry.code, symptoms),
  );
  return (
    row !== undefined &&
    !isWithin(entry.code, alwaysTold) &&
    !isElsewhere(one, other) &&
    !isUnexplained(one, other, note)
  );
};
