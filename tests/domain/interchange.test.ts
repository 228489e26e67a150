import { describe, expect, it } from 'vitest';
import { interchangeHeader } from '../../functions/domain/practice/partner-enrolment.ts';
import { beginningOf } from '../../functions/edi/envelope/beginning-of.ts';
import { writeIsa } from '../../functions/edi/envelope/isa.ts';
import { standardDelimiters } from '../../functions/edi/text/delimiters.ts';
import { payer } from '../factories/payers.ts';
import { practice } from '../factories/practices.ts';

describe('a file of the evening', () => {
  const header = interchangeHeader(practice(), payer(), 7, '2026-11-02T02:30:00.000Z');

  it('has the date and the time of the practice’s clocks', () => {
    expect(writeIsa(header, standardDelimiters)).toContain('*261101*2130*');
    expect(beginningOf(header)).toMatchObject({ date: '2026-11-01', time: '2130' });
  });

  it('names both sides as the partner enrolled them, in test or production', () => {
    const enrolled = practice({
      partners: [
        {
          partnerId: payer().partnerId,
          submitterId: 'BILLCO7',
          submitterQualifier: '30',
          receiverId: 'CLEARHOUSE',
          receiverQualifier: '01',
          usage: 'test',
        },
      ],
    });
    expect(interchangeHeader(enrolled, payer(), 7, '2026-11-02T02:30:00.000Z')).toMatchObject({
      ...{ senderQualifier: '30', senderId: 'BILLCO7' },
      ...{ receiverQualifier: '01', receiverId: 'CLEARHOUSE', usage: 'T' },
    });
    const other = interchangeHeader(enrolled, payer({ partnerId: 'other' }), 7, '2026-11-02T02:30:00.000Z');
    expect(other).toMatchObject({ senderId: practice().taxId, receiverId: payer().receiverId, usage: 'P' });
  });

  it('is the same when it is written again', () => {
    expect(interchangeHeader(practice(), payer(), 7, '2026-11-02T02:30:00.000Z')).toEqual(header);
  });
});
