import type { CodedService } from '../../domain/coding.ts';

/** One row of services as it stands in a form: text, however wrong. */
export type ServiceRow = {
  readonly procedure: string;
  readonly modifiers: string;
  readonly units: string;
  readonly pointers: string;
};

export const blankServiceRow: ServiceRow = { procedure: '', modifiers: '', units: '', pointers: '' };

/** A service as it is written into a row. */
export const serviceRow = ({ procedure, modifiers, units, diagnosisPointers }: CodedService): ServiceRow => ({
  procedure,
  modifiers: modifiers.join(' '),
  units: String(units),
  pointers: diagnosisPointers.join(' '),
});
