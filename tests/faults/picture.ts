import type { Claim } from '../../functions/domain/claim.ts';
import { claimPosition, countedPatientBilled, countedWriteOffs } from '../../functions/domain/position.ts';
import { sum } from '../../functions/edi/money.ts';
import { numbersIn } from '../factories/batches/batch-world.ts';
import type { Records } from './records.ts';

/** What must be the same of a claim, whatever went wrong: where its money is, how it ended, what was sent, what was decided. */
type ClaimPicture = Readonly<Record<string, unknown>>;

/** By claim; that of a later payer has an id that follows from its visit, so that it is the same too. */
export type Picture = ReadonlyMap<string, ClaimPicture>;

/** Waiting longer, news that ends a task, and work that stopped follow from how late things came, and what failed. */
const byChance: readonly string[] = ['keep-waiting', 'withdraw', 'start-again'];

export const pictureOf = (records: Records): Picture =>
  new Map(
    [...records.claims.values()]
      .toSorted((a, b) => a.claimId.localeCompare(b.claimId))
      .map((claim) => [claim.claimId, claimPicture(claim, records)]),
  );

const claimPicture = (claim: Claim, records: Records): ClaimPicture => {
  const { insurancePaid, adjustments, patientBalance, open } = claimPosition(claim);
  return {
    ...{ status: claim.status, end: claim.end, insurancePaid, adjustments, patientBalance, open },
    patientBilled: countedPatientBilled(claim),
    writtenOff: sum(countedWriteOffs(claim).map(({ amount }) => amount)),
    takenBack: sum(claim.takebacks.map(({ amount }) => amount)),
    paidInAll: sum(claim.adjudications.map(({ paid }) => paid)),
    ...(claim.payerId !== refusing && workOn(claim, records)),
  };
};

/** Whether it refuses a claim, alone or with others, follows from who shares the file. */
const refusing = 'harbor';

const workOn = (claim: Claim, records: Records): ClaimPicture => ({
  submissions: claim.submissions.map(({ frequency, forwarded }) => (forwarded ? 'forwarded' : frequency)),
  sent: sentOf(claim.claimId, records),
  decided: [...records.tasks.values()]
    .filter(({ claimId, outcome }) => claimId === claim.claimId && outcome)
    .map(({ kind, outcome }) => [kind, outcome?.action ?? ''] as const)
    .filter(([, action]) => !byChance.includes(action))
    .map((one) => one.join(' '))
    .toSorted(),
});

const sentOf = (claimId: string, { objects }: Records): readonly string[] =>
  claimFiles(objects)
    .flatMap(numbersIn)
    .filter((number) => number.startsWith(`${claimId}-`))
    .toSorted();

const claimFiles = (objects: ReadonlyMap<string, string>): readonly string[] =>
  [...objects].flatMap(([key, text]) => (/outbound\/837P/.test(key) ? [text] : []));

/** What differs between two pictures, by claim. */
export const differences = (expected: Picture, found: Picture): readonly string[] =>
  [...new Set([...expected.keys(), ...found.keys()])].flatMap((claimId) => {
    const [one, other] = [expected.get(claimId) ?? {}, found.get(claimId) ?? {}];
    return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((field) => {
      const [was, is] = [JSON.stringify(one[field]), JSON.stringify(other[field])];
      return was === is ? [] : [`${claimId} ${field}: ${was} without faults, ${is} with them`];
    });
  });

const twice = (values: readonly string[]): readonly string[] =>
  [...Map.groupBy(values, (value) => value)].flatMap(([value, all]) => (all.length > 1 ? [value] : []));

/** What must never be, whatever the story. */
export const violations = ({ objects, claims, tasks, files }: Records): readonly string[] => {
  const texts = claimFiles(objects);
  const interchanges = [...objects].flatMap(([key, text]) =>
    key.includes('/outbound/') ? [text.slice(0, 106).split('*')[13] ?? ''] : [],
  );
  const sets = texts.flatMap((text) => [...text.matchAll(/^ST\*837\*(\d+)\*/gm)].map(([, one = '']) => one));
  const sent = new Set(texts.flatMap(numbersIn));
  const recorded = [...claims.values()].flatMap(({ claimId, submissions }) =>
    submissions.flatMap(({ number, sentAt, forwarded }) =>
      sentAt && !forwarded ? [`${claimId}-${number}`] : [],
    ),
  );
  return [
    ...twice(texts.flatMap(numbersIn)).map((number) => `${number} was sent twice`),
    ...twice(interchanges).map((number) => `Two interchanges have the number ${number}`),
    ...twice(sets).map((number) => `Two sets have the number ${number}`),
    ...recorded
      .filter((number) => !sent.has(number))
      .map((number) => `${number} counts as sent and stands in no file`),
    ...[...sent]
      .filter((number) => !recorded.includes(number))
      .map((number) => `${number} was sent and nobody knows`),
    ...[...claims.values()].flatMap(doubled),
    ...unapplied(claims, tasks),
    ...[...files.values()]
      .filter(
        ({ direction, findings }) => direction === 'inbound' && findings.some(({ code }) => isStrange(code)),
      )
      .map(({ key, findings }) => `${key}: ${findings.map(({ code }) => code).join(' ')}`),
  ];
};

/** What may be said of a file where it came twice, or early. */
const isStrange = (code: string): boolean =>
  ['unknown-file', 'unknown-claim', 'unknown-inquiry'].includes(code);

const doubled = ({ claimId, adjudications, takebacks, decisions }: Claim): readonly string[] => [
  ...twice(adjudications.map(({ adjudicationId }) => adjudicationId)).map(
    (id) => `${claimId} has ${id} twice`,
  ),
  ...twice(takebacks.map(({ takebackId }) => takebackId)).map((id) => `${claimId} has ${id} twice`),
  ...twice(decisions.map(({ taskId }) => taskId)).map((id) => `${claimId} took ${id} twice`),
];

/** A decision of a person, of which the claim never heard. */
const unapplied = (claims: Records['claims'], tasks: Records['tasks']): readonly string[] =>
  [...tasks.values()].flatMap(({ taskId, claimId = '', outcome }) => {
    const claim = claims.get(claimId);
    const isKnown = claim === undefined || claim.decisions.some((one) => one.taskId === taskId);
    const isNone = outcome?.action === 'withdraw' || outcome?.action === 'start-again';
    return outcome && !isNone && !isKnown ? [`${taskId} was decided for nothing`] : [];
  });
