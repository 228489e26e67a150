import type { CodedService, EncounterCodes } from '../../domain/coding.ts';

/** What one claim takes: twelve diagnoses (HI), fifty lines (2400). */
const mostDiagnoses = 12;
const mostLines = 50;

type Part = { readonly services: CodedService[]; readonly pointed: Set<number> };

/**
 * Divides the codes of a visit into those of claims that each have room: lines stay in their order, each with the
 * diagnoses that it points at, those in the order of the visit. Diagnoses at which no line points stand on the first
 * claims that have room for them. A visit that fits one claim is that one claim.
 */
export const splitVisit = ({ diagnoses, services }: EncounterCodes): readonly EncounterCodes[] => {
  if (diagnoses.length <= mostDiagnoses && services.length <= mostLines) return [{ diagnoses, services }];
  const parts: Part[] = [];
  for (const service of services) {
    const last = parts.at(-1);
    if (last && hasRoom(last, service)) add(last, service);
    else parts.push({ services: [service], pointed: new Set(service.diagnosisPointers) });
  }
  fill(parts, diagnoses.length);
  return parts.map((part) => codesOf(part, diagnoses));
};

/** The diagnoses of a visit that no claim of it has room for: they stay with the visit's record. */
export const unreportedDiagnoses = (
  { diagnoses }: EncounterCodes,
  parts: readonly EncounterCodes[],
): readonly string[] => {
  const reported = new Set(parts.flatMap((part) => part.diagnoses));
  return diagnoses.filter((code) => !reported.has(code));
};

const hasRoom = ({ services, pointed }: Part, { diagnosisPointers }: CodedService): boolean =>
  services.length < mostLines && new Set([...pointed, ...diagnosisPointers]).size <= mostDiagnoses;

const add = ({ services, pointed }: Part, service: CodedService): void => {
  services.push(service);
  for (const pointer of service.diagnosisPointers) pointed.add(pointer);
};

const fill = (parts: readonly Part[], diagnoses: number): void => {
  for (let pointer = 1; pointer <= diagnoses; pointer++) {
    if (parts.some(({ pointed }) => pointed.has(pointer))) continue;
    parts.find(({ pointed }) => pointed.size < mostDiagnoses)?.pointed.add(pointer);
  }
};

const codesOf = ({ services, pointed }: Part, diagnoses: readonly string[]): EncounterCodes => {
  const kept = [...pointed].sort((one, other) => one - other);
  const place = new Map(kept.map((pointer, at) => [pointer, at + 1]));
  return {
    diagnoses: kept.flatMap((pointer) => diagnoses[pointer - 1] ?? []),
    services: services.map((service) => ({
      ...service,
      diagnosisPointers: service.diagnosisPointers.flatMap((pointer) => place.get(pointer) ?? []),
    })),
  };
};
