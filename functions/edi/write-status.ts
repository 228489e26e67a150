import { formatAmount, formatDate } from './elements.ts';
import type { LineStatus, StatusCode, StatusInformation } from './status-information.ts';
import { periodSegments, referenceSegments } from './write-parties.ts';
import type { Composite, SegmentValues } from './write-segments.ts';

const formatCode = (code: StatusCode | undefined): Composite | undefined =>
  code && [code.category, code.status, code.entity];

const statusSegment = (information: StatusInformation): SegmentValues => [
  'STC',
  formatCode(information.codes[0]),
  formatDate(information.effectiveDate),
  information.action,
  formatAmount(information.charge),
  formatAmount(information.paid),
  formatDate(information.finalizedDate),
  undefined,
  formatDate(information.remittanceDate),
  information.remittanceTrace,
  formatCode(information.codes[1]),
  formatCode(information.codes[2]),
  information.message,
];

export const statusSegments = (statuses: readonly StatusInformation[]): SegmentValues[] =>
  statuses.map(statusSegment);

export const lineStatusSegments = (line: LineStatus): SegmentValues[] => [
  [
    'SVC',
    [line.procedureQualifier, line.procedure, ...line.modifiers],
    formatAmount(line.charge),
    formatAmount(line.paid),
    undefined,
    undefined,
    undefined,
    line.units,
  ],
  ...statusSegments(line.statuses),
  ...referenceSegments('FJ', line.lineControlNumber),
  ...periodSegments('472', line.servicePeriod),
];
