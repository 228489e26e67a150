import type { Finding } from '../findings.ts';
import type { InterchangeAcknowledgement } from './interchange.ts';
import { instantOf, withCentury } from './isa.ts';

/** TA1 from its elements; undefined where it does not tell which interchange it is about, or what of it. */
export const acknowledgementOf = (at: (place: number) => string): InterchangeAcknowledgement | undefined => {
  const code = at(4);
  if (!/^\d{1,9}$/.test(at(1)) || code === '') return undefined;
  return {
    controlNumber: Number(at(1)),
    interchangeCreatedAt: instantOf(withCentury(at(2)), at(3)),
    code,
    note: at(5) || undefined,
  };
};

/** What of a TA1 that was read is not as X12 has it; `path` names the segment. */
export const oddInAcknowledgement = (
  { interchangeCreatedAt, note }: InterchangeAcknowledgement,
  at: (place: number) => string,
  path: string,
): Finding[] => {
  const odd = (element: string, detail: string): Finding => ({
    code: 'TA105-024',
    level: 2,
    path: `${path}/${element}`,
    detail,
  });
  const date = at(2).length === 6 ? 'is not valid' : `is ${at(2).length} characters wide; it has to be 6`;
  return [
    ...(interchangeCreatedAt === undefined || at(2).length !== 6
      ? [odd('TA102', `The date or the time of the interchange that is answered ${date}`)]
      : []),
    ...(note === undefined ? [odd('TA105', 'The acknowledgement does not tell its reason')] : []),
  ];
};
