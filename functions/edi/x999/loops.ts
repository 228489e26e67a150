import { E, loop, R, S, segment, unbounded, type ValueOf } from '../guide/declare.ts';

/** 5:3: an element, a component of it, and which of its repetitions. */
const positionFields = {
  element: R.count(1),
  component: S.count(2),
  repetition: S.count(3),
};

/**
 * CTX*CLM01:123456789 names the claim that is concerned; CTX*SITUATIONAL TRIGGER*CLM*43*2300*5:3 what made the guide
 * demand more.
 */
const context = segment('CTX', {
  identifications: R.repeat(
    10,
    R.composite(1, {
      name: R.text(1),
      value: S.text(2),
    }),
  ),
  segmentId: S.text(2),
  position: S.count(3), // counted from ST = 1
  loop: S.text(4),
  place: S.composite(5, positionFields),
  referenceNumbers: S.run(2, S.count([6, 1])), // of the elements in X12's dictionary
});

/** Loop 2110: what is wrong with an element. */
const elementErrorLoop = loop('2110', {
  // IK4*5:3*1325*7*9
  error: R.inline(
    segment('IK4', {
      place: R.composite(1, positionFields),
      referenceNumber: S.count(2), // in X12's dictionary
      code: R.code(3, '1 2 3 4 5 6 7 8 9 10 12 13 I6 I9 I10 I11 I12 I13'),
      badValue: S.text(4), // may be PHI
    }),
  ),
  contexts: S.many(10, context),
});

/** Loop 2100: what is wrong with a segment. */
const segmentErrorLoop = loop('2100', {
  // IK3*CLM*22*2300*8
  error: R.inline(
    segment('IK3', {
      segmentId: R.text(1),
      position: R.count(2), // counted from ST = 1
      loop: S.text(3),
      code: E.code(4, '1 2 3 4 5 6 7 8 I4 I6 I7 I8 I9'),
    }),
  ),
  contexts: S.many(10, context),
  elementErrors: S.many(unbounded, elementErrorLoop),
});

const setErrorCodes = '1 2 3 4 5 6 7 8 9 10 11 12 13 15 16 17 18 19 23 24 25 26 27 I5 I6';
const groupErrorCodes = '1 2 3 4 5 6 10 11 12 13 14 15 16 17 18 19 23 24 25 26';

/** Loop 2000: a partner's verdict on one transaction set that we sent. */
export const setAcknowledgementLoop = loop('2000', {
  // AK2*837*0001*005010X222A1
  set: R.inline(
    segment('AK2', {
      transaction: R.code(1, '270 271 276 277 278 820 834 835 837'),
      controlNumber: R.text(2), // our ST02
      version: S.text(3),
    }),
  ),
  segmentErrors: S.many(unbounded, segmentErrorLoop),
  // IK5*R*5
  verdict: R.inline(
    segment('IK5', {
      status: R.code(1, 'A E M R W X'), // A and E accept
      errorCodes: S.run(5, S.code(2, setErrorCodes)), // 5 segments in error
    }),
  ),
});

/** A partner's verdict on the syntax of one functional group that we sent. */
export const implementationAcknowledgementLoop = loop('999', {
  // AK1*HC*4711*005010X222A1
  group: R.inline(
    segment('AK1', {
      functionalId: R.code(1, 'BE HB HC HI HN HP HR HS RA'),
      groupControlNumber: R.text(2), // our GS06
      version: E.text(3),
    }),
  ),
  transactionSets: S.many(unbounded, setAcknowledgementLoop),
  // AK9*P*3*3*1
  verdict: R.inline(
    segment('AK9', {
      status: R.code(1, 'A E M P R W X'), // A, E and P accept in whole or in part
      includedSets: E.count(2), // as our GE01 says
      receivedSets: E.count(3),
      acceptedSets: E.count(4),
      errorCodes: S.run(5, S.code(5, groupErrorCodes)),
    }),
  ),
});

/** The 999 from AK1 on. */
export type ImplementationAcknowledgement = ValueOf<typeof implementationAcknowledgementLoop>;
/** The verdict on one transaction set (2000). */
export type TransactionSetAcknowledgement = ValueOf<typeof setAcknowledgementLoop>;
/** What is wrong with a segment (2100). */
export type SegmentError = ValueOf<typeof segmentErrorLoop>;
/** What is wrong with an element (2110). */
export type ElementError = ValueOf<typeof elementErrorLoop>;
/** Where an error lies in business terms, such as CLM01 and its value (CTX). */
export type ErrorContext = ValueOf<typeof context>;
