import { randomUUID } from 'node:crypto';
import type { httpHandler } from '../../functions/runtime/http-handler.ts';
import { aRoutingRule } from '../denials/routing/a-rule.ts';
import { aRule } from '../domain/rules/a-visit.ts';
import { aMember, aProgram } from '../factories/access/members.ts';
import { paperClaim } from '../factories/by-hand-records.ts';
import { adjudicated, injectionClaim } from '../factories/claims.ts';
import { anEncounter } from '../factories/encounters.ts';
import { anHttpEvent, claimsOf, withClaims } from '../factories/http-event.ts';
import { aContext } from '../factories/lambda-context.ts';
import { aPerson } from '../factories/patient-records.ts';
import { payers } from '../factories/payers.ts';
import { practice } from '../factories/practices.ts';
import { aTask, decidedTask } from '../factories/tasks.ts';

type Handler = ReturnType<typeof httpHandler>;

/** Ids that name records of a practice, by the name of their place in paths. */
export type KnownIds = Readonly<Record<string, readonly string[]>>;

export type Seed = {
  readonly practiceId: string;
  /** A letter and a digit, by which the ids of the practice's records are told from others'. */
  readonly letter: string;
  /** A word that stands in every record of the practice, and nowhere else. */
  readonly word: string;
};

/** The stores read their configuration when they are loaded: not before the environment tells it. */
const stores = async () => ({
  ...(await import('../../functions/adapters/access/member-store.ts')),
  ...(await import('../../functions/adapters/claim-store.ts')),
  ...(await import('../../functions/adapters/coder-memory-store.ts')),
  ...(await import('../../functions/adapters/encounter-store.ts')),
  ...(await import('../../functions/adapters/practices/practice-store.ts')),
  ...(await import('../../functions/adapters/task-store.ts')),
});

const idsOf = ({ letter }: Seed) => ({
  program: `seed-of-${letter}`,
  person: `person-of-${letter}`,
  encounterId: `E${letter}`,
  claimIds: [`C000000000${letter}A1`, `C000000000${letter}B1`],
  tasks: { denial: `T${letter}-denial`, coding: `T${letter}-coding`, done: `T${letter}-done` },
  patients: [`P-${letter}-1`, `P-${letter}-2`],
});

/** What no route enters: visits, claims and tasks, which workflows make. */
const addRecords = async (seed: Seed): Promise<void> => {
  const { practiceId, word } = seed;
  const { encounterId, claimIds, tasks, program, person, patients } = idsOf(seed);
  const to = await stores();
  const at = { practiceId, encounterId };
  const [patientId = ''] = patients;
  await to.savePractice(practice({ practiceId, name: `${word} Group` }));
  for (const payer of payers) await to.savePayer(practiceId, { ...payer, name: `${payer.name} ${word}` });
  await to.addMembership(aProgram(program, { practiceId, name: word }));
  await to.addMembership(aMember({ practiceId, subject: person, name: word, mailbox: `${word}@x.example` }));
  await to.changeEncounter(at, () =>
    anEncounter({ ...at, textKey: `extracted/${word}`, executionArn: word }),
  );
  for (const claimId of claimIds) {
    const patient = { ...injectionClaim().patient, lastName: word, patientId };
    await to.addClaim(adjudicated({ ...at, claimId, patient, patientId, executionArn: 'none' }), {
      ...{ type: 'claim-generated', actor: { kind: 'step', subject: 'test' }, detail: { word } },
    });
  }
  const of = { ...at, claimId: claimIds[0] ?? '', title: word };
  await to.addTask(aTask({ ...of, taskId: tasks.denial }));
  await to.addTask(aTask({ ...of, taskId: tasks.coding, kind: 'coding', owner: 'coder' }));
  await to.addTask(decidedTask('dismiss', { ...of, taskId: tasks.done }));
  await to.addTermDecisions(practiceId, `review-of-${practiceId}`, [
    { kind: 'term', term: word, code: 'R53.83', accepted: 1, rejected: 0 },
  ]);
};

/** Today, and a day that lies so far back that lists without days show it. */
const day = (daysAgo: number): string =>
  new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);

type Request = readonly [method: string, path: string, body: object];

/** All that can be entered over the API, each with the word in it. */
const requestsOf = (seed: Seed): readonly Request[] => {
  const { word, letter } = seed;
  const [one = '', other = ''] = idsOf(seed).patients;
  const [claimId = ''] = idsOf(seed).claimIds;
  const coverage = { payerId: 'northwind', responsibility: 'P', memberId: word, relationship: 'self' };
  const span = { from: '2026-01-01', to: '2026-12-31' };
  const rule = aRule({ warn: word }, { note: word, when: { path: 'payer.payerId', is: 'northwind' } });
  const routed = aRoutingRule({ note: word });
  return [
    ['PUT', `/patients/${one}`, { patient: aPerson({ lastName: word }) }],
    ['PUT', `/patients/${other}`, { patient: aPerson({ lastName: word, firstName: 'Mirian' }) }],
    ['PUT', `/patients/${one}/coverages`, { coverage, ...span }],
    [
      'PUT',
      `/patients/${one}/authorizations`,
      { payerId: 'northwind', number: `PA-${letter}`, ...span, note: word },
    ],
    ['PUT', `/appointments/A-${letter}`, { patientId: one, date: day(3), status: 'kept', locationId: word }],
    ['POST', '/deposits', { deposits: [{ date: day(2), amount: 5000, text: word }] }],
    [
      'POST',
      '/payments',
      {
        ...{ payerId: 'northwind', trace: word, date: day(2), amount: 20_000, document: word, note: word },
        claims: [{ ...paperClaim('A'), claimNumber: `${claimId}-1` }],
      },
    ],
    [
      'POST',
      '/payments',
      {
        ...{
          payerId: 'northwind',
          trace: `${word}2`,
          date: day(2),
          amount: 20_000,
          document: word,
          note: word,
        },
        ...{ claims: [{ ...paperClaim('A'), claimNumber: word }] },
      },
    ],
    [
      'POST',
      '/payments',
      {
        ...{ payerId: 'northwind', trace: `${word}3`, date: day(2), amount: 500, document: word, note: word },
        providerLevel: [{ reason: 'WO', reference: word, amount: -500 }],
      },
    ],
    ['PUT', '/rules', { rules: [rule], note: word }],
    ['PUT', '/routing', { rules: [routed], note: word }],
    [
      'PUT',
      '/adjustment-classes',
      {
        adjustmentClasses: [{ reasons: ['45'], class: 'contractual', because: word }],
      },
    ],
    ['PUT', '/locations', { locations: [{ locationId: 'main', name: word, placeOfService: '11' }] }],
    [
      'POST',
      `/claims/${claimId}/refunds`,
      {
        ...{ amount: 100, date: day(1), document: word, note: word },
      },
    ],
    [
      'POST',
      '/imports',
      {
        ...{ kind: 'fees', payerId: 'northwind', table: word, apply: true },
        csv: 'payer,procedure,fee,from,to\nnorthwind,99213,84.00,2026-01-01,\n',
      },
    ],
  ];
};

type Answer = { readonly status: number; readonly body: Record<string, never> };

const callerOf = (handler: Handler, seed: Seed) => {
  const claims = claimsOf({ subject: idsOf(seed).program, kind: 'program' });
  return async (method: string, path: string, body?: object): Promise<Answer> => {
    const ask = async (headers: Readonly<Record<string, string>>): Promise<Answer> => {
      const event = anHttpEvent(method, `/v1/practices/${seed.practiceId}${path}`, {
        ...(body && { body: JSON.stringify(body) }),
        headers: { 'idempotency-key': randomUUID(), ...headers },
      });
      const answer = await handler(withClaims(event, claims), aContext());
      return { status: answer.statusCode ?? 0, body: JSON.parse(answer.body ?? '') };
    };
    const first = await ask({});
    // What is there already is edited whatever its version is.
    return first.status === 428 ? ask({ 'if-match': '*' }) : first;
  };
};

/** Fills a practice with a record of every kind, the seed's word in each; gives the ids that lead to them. */
export const seedPractice = async (handler: Handler, seed: Seed): Promise<KnownIds> => {
  await addRecords(seed);
  const call = callerOf(handler, seed);
  for (const [method, path, body] of requestsOf(seed)) {
    const { status, body: said } = await call(method, path, body);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(said)}`);
  }
  const ids = idsOf(seed);
  type Listed = Readonly<Record<string, string>>;
  const listed = async (path: string, name = 'items'): Promise<readonly Listed[]> =>
    (await call('GET', path)).body[name] ?? [];
  const depositIds = (await listed('/deposits')).map(({ depositId = '' }) => depositId);
  const { tie } = (
    await call('POST', '/reconciliation/ties', { depositIds, paymentIds: [], note: seed.word })
  ).body as { tie?: Listed };
  const paymentIds = (await listed('/payments')).map(({ paymentId = '' }) => paymentId);
  const details = await Promise.all(paymentIds.map((id) => call('GET', `/payments/${id}`)));
  const held = details.flatMap(({ body }) => (body.payment as unknown as { held: Listed[] }).held);
  const [claimId = ''] = ids.claimIds;
  const { claim } = (await call('GET', `/claims/${claimId}`)).body as unknown as {
    claim: { refunds: Listed[] };
  };
  const accounts = await listed('/provider-ledger', 'accounts');
  return {
    encounterId: [ids.encounterId],
    claimId: ids.claimIds,
    taskId: Object.values(ids.tasks),
    patientId: ids.patients,
    appointmentId: [`A-${seed.letter}`],
    payerId: ['northwind', 'cascade'],
    paymentId: paymentIds,
    adjudicationId: held.flatMap(({ adjudicationId }) => adjudicationId ?? []),
    accountId: accounts.flatMap(({ accountId }) => accountId ?? []),
    refundId: claim.refunds.flatMap(({ refundId }) => refundId ?? []),
    tieId: [tie?.tieId ?? ''],
    subject: [ids.program, ids.person],
  };
};
