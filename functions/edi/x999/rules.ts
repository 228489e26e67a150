import type { Report, SetRules } from '../guide/rules.ts';
import type { ImplementationAcknowledgement, TransactionSetAcknowledgement } from './loops.ts';

/** IK501 and AK901: accepted, or accepted although errors were noted. */
const accepting = ['A', 'E'];

/** IK501 and IK502 fit the errors that are told of the set. */
const checkSet = (set: TransactionSetAcknowledgement, report: Report): void => {
  const { status, errorCodes, segmentErrors } = set;
  const hasErrors = errorCodes !== undefined || segmentErrors !== undefined;
  if (status === 'A' && hasErrors) {
    const detail = 'The set is accepted without errors, yet errors are told';
    report({ code: 'IK403-I12', level: 4, detail, steps: [['IK5', 1]], element: 1 });
  }
  if (status !== 'A' && !hasErrors) {
    const detail = 'The set has errors, yet none is told';
    report({ code: 'IK403-I9', level: 4, detail, steps: [['IK5', 1]], element: 2 });
  }
};

type Counts = { accepted: number; rejected: number; withErrors: number };

const fault = (element: number, detail: string, report: Report): void =>
  report({ code: 'IK403-I12', level: 3, detail, steps: [['AK9', 1]], element });

/** AK903 and AK904 hold all sets that stand in loops 2000; a set without errors need not stand there. */
const checkCounts = (group: ImplementationAcknowledgement, counts: Counts, report: Report): void => {
  const { receivedSets, acceptedSets } = group;
  if (receivedSets === undefined || acceptedSets === undefined) return;
  if (acceptedSets > receivedSets) fault(4, 'More sets were accepted than received', report);
  else if (counts.accepted + counts.rejected > receivedSets)
    fault(3, 'More sets are told of than were received', report);
  else if (counts.accepted > acceptedSets || counts.rejected > receivedSets - acceptedSets)
    fault(4, 'The number of accepted sets is not that of the verdicts on them', report);
};

/** Whether AK901 may stand for so many accepted sets of those received. */
const isFitting = (status: string, accepted: number, received: number): boolean => {
  if (accepting.includes(status)) return accepted === received;
  return status === 'P' ? accepted > 0 && accepted < received : accepted === 0;
};

const checkGroup = (group: ImplementationAcknowledgement, counts: Counts, report: Report): void => {
  checkCounts(group, counts, report);
  const { status, receivedSets = 0, acceptedSets = 0 } = group;
  if (!isFitting(status, acceptedSets, receivedSets))
    fault(1, 'The verdict on the group does not fit the number of accepted sets', report);
  else if (status === 'A' && counts.withErrors > 0)
    fault(1, 'The group is accepted without errors, yet one of its sets has some', report);
};

/** What 005010X231A1 demands beyond single segments. */
export const implementationAcknowledgementRules = (): SetRules => {
  const counts: Counts = { accepted: 0, rejected: 0, withErrors: 0 };
  return {
    unit: (unit, _, report) => {
      const set = unit as TransactionSetAcknowledgement; // the guide's unit
      counts[accepting.includes(set.status) ? 'accepted' : 'rejected'] += 1;
      if (set.status !== 'A') counts.withErrors += 1;
      checkSet(set, report);
    },
    set: (set, report) => checkGroup(set as ImplementationAcknowledgement, counts, report), // the guide's root
  };
};
