import { requiredComponent, requiredElement } from './elements.ts';
import { componentsOf, elementOf, type Segment } from './segments.ts';
import type { Composite } from './write-segments.ts';

/** A service by its code, as the composite C003 carries it in SV1, SVC and SVD. */
export type ProcedureIdentifier = {
  qualifier: string; // C003-1: HC for CPT and HCPCS
  procedure: string; // C003-2
  modifiers: string[]; // C003-3 to -6
  description?: string | undefined; // C003-7
};

export const readProcedure = (segment: Segment, at: number): ProcedureIdentifier => {
  requiredElement(segment, at);
  const parts = componentsOf(segment, at);
  return {
    qualifier: requiredComponent(segment, at, 1),
    procedure: requiredComponent(segment, at, 2),
    modifiers: parts.slice(2, 6).filter((modifier) => modifier !== undefined),
    description: parts[6],
  };
};

/** A procedure where the guide lets it be absent. */
export const readOptionalProcedure = (segment: Segment, at: number): ProcedureIdentifier | undefined =>
  elementOf(segment, at) === undefined ? undefined : readProcedure(segment, at);

/** A description stands in the seventh place, whatever number of modifiers comes before it. */
export const formatProcedure = ({
  qualifier,
  procedure,
  modifiers,
  description,
}: ProcedureIdentifier): Composite =>
  description === undefined
    ? [qualifier, procedure, ...modifiers]
    : [qualifier, procedure, ...Array.from({ length: 4 }, (_, index) => modifiers[index]), description];
