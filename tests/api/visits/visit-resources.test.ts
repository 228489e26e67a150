import { describe, expect, it } from 'vitest';
import type { PracticeRecords } from '../../../functions/api/practice-records.ts';
import { stepActor } from '../../../functions/domain/actor.ts';
import type { Appointment } from '../../../functions/domain/patients/appointment.ts';
import { claim } from '../../factories/claims.ts';
import { anEncounter } from '../../factories/encounters.ts';
import { patientRecords } from '../../factories/patient-records.ts';
import { callerOn } from '../../factories/practice-caller.ts';
import { practice } from '../../factories/practices.ts';
import { aCodingTask, now } from '../../factories/tasks.ts';
import { catchLogLines } from '../../runtime/log-lines.ts';

catchLogLines();

const visit = anEncounter({
  furtherDocuments: [
    {
      key: 'practices/maple-street/encounters/E1014/document-1.html',
      digest: 'e',
      receivedAt: '2026-10-27T15:00:00.000Z',
    },
  ],
});

const links: [string, object][] = [];

const records: Partial<PracticeRecords> = {
  findPractice: async (id) => practice({ practiceId: id }),
  findEncounter: async ({ practiceId, encounterId }) =>
    practiceId === 'maple-street' && encounterId === 'E1014' ? visit : undefined,
  claimsOfEncounter: async () => [claim()],
  tasksOfEncounter: async () => [aCodingTask()],
  claimHistory: async () => [
    { type: 'generated', at: '2026-12-01T00:00:00.000Z', actor: stepActor('generate-claim'), detail: {} },
  ],
  documents: {
    uploadForm: async () => ({ url: 'https://bucket.example/', fields: {} }),
    downloadUrl: async (key, as) => {
      links.push([key, as]);
      return `https://bucket.example/${key}`;
    },
  },
  now: () => now,
};

const call = callerOn(records, 'client-of-emr');
const get = (path: string) => call('GET', `/v1/practices/maple-street/encounters/${path}`);

describe('the documents of a visit', () => {
  it('are listed in the order in which they came, and got by a link for a minute', async () => {
    const { body } = await get('E1014/documents');
    expect(body.documents).toMatchObject([
      { documentId: 'd', fileName: 'note.txt', contentType: 'text/plain' },
      { documentId: 'e', fileName: 'document-1.html', contentType: 'text/html' },
    ]);
    const one = await get('E1014/documents/e');
    expect([one.status, one.body.expiresInSeconds, one.body.document.documentId]).toEqual([200, 60, 'e']);
    expect(links.at(-1)).toEqual([
      'practices/maple-street/encounters/E1014/document-1.html',
      expect.objectContaining({ contentType: 'text/html', expiresInSeconds: 60 }),
    ]);
  });

  it.each([
    ['E1014/documents/none'],
    ['E9/documents/d'],
    ['E9/documents'],
    ['E9/timeline'],
    ['E9/suggestions'],
  ])('and all else of %s are not found', async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});

it('the suggestions of a visit have their evidence, its text and the task that confirms them', async () => {
  const { status, body } = await get('E1014/suggestions');
  expect([status, body.suggestions[0].evidence[0].quote]).toEqual([200, 'Fatigue']);
  expect(body.text.url).toBe(`https://bucket.example/${visit.textKey}`);
  expect(body.taskIds).toEqual([aCodingTask().taskId]);
});

it('the timeline of a visit has its documents, its tasks and what happened to its claims', async () => {
  const { body } = await get('E1014/timeline');
  const kinds = body.timeline.map((one: { kind: string; type: string }) => `${one.kind} ${one.type}`);
  expect(kinds).toEqual(
    expect.arrayContaining(['visit entered', 'visit document', 'task raised', 'claim generated']),
  );
  const times = body.timeline.map(({ at }: { at: string }) => at);
  expect(times).toEqual(times.toSorted());
});

describe('an appointment', () => {
  const api = () => {
    const { records: patients } = patientRecords();
    const caller = callerOn(
      {
        findPractice: async (id) => practice({ practiceId: id }),
        patients,
        now: () => now,
        payerIds: async () => ['northwind'],
      },
      'client-of-emr',
    );
    return (method: string, path: string, body?: unknown) =>
      caller(method, `/v1/practices/maple-street${path}`, body, true, { 'if-match': undefined });
  };

  it('is cancelled and keeps all else, twice as once', async () => {
    const ask = api();
    const told = { patientId: 'P-204', date: '2026-12-04', time: '09:30', locationId: 'main' };
    await ask('PUT', '/appointments/A1', told);
    const { status, body } = await ask('POST', '/appointments/A1/cancellation');
    expect([status, body.appointment]).toEqual([
      200,
      expect.objectContaining({ ...told, status: 'cancelled' }),
    ]);
    const again = await ask('POST', '/appointments/A1/cancellation');
    expect(again.body.appointment.history).toHaveLength(body.appointment.history.length);
    expect((await ask('POST', '/appointments/A2/cancellation')).status).toBe(404);
  });

  it('that a visit kept is not cancelled', async () => {
    const { records: patients } = patientRecords();
    const kept: Appointment = {
      ...{ practiceId: 'maple-street', appointmentId: 'A1', patientId: 'P-204', date: '2026-12-04' },
      ...{ status: 'kept', encounterId: 'E1', version: 1, saidOn: '', history: [] },
    };
    const caller = callerOn(
      {
        findPractice: async (id) => practice({ practiceId: id }),
        patients: { ...patients, findAppointment: async () => kept },
        now: () => now,
      },
      'client-of-emr',
    );
    const { status, body } = await caller('POST', '/v1/practices/maple-street/appointments/A1/cancellation');
    expect([status, body.findings[0].code]).toEqual([409, 'appointment-kept']);
  });
});
