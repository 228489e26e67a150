import { Authorization } from '../../domain/patients/authorization.ts';
import type { PatientName } from '../../domain/patients/patient-record.ts';
import { BillingError } from '../../runtime/errors.ts';
import { isConditionFailure } from '../transaction.ts';
import { AuthorizationEntity } from './patient-table.ts';

const findAuthorization = async (
  name: PatientName & { readonly authorizationId: string },
): Promise<Authorization | undefined> => {
  const { data } = await AuthorizationEntity.get(name).go({ consistent: true });
  return data ? Authorization.parse(data.record) : undefined;
};

/** All that payers authorized for the person who is known under these numbers. */
export const authorizationsOf = async (
  practiceId: string,
  patientIds: readonly string[],
): Promise<Authorization[]> => {
  const lists = await Promise.all(
    patientIds.map((patientId) =>
      AuthorizationEntity.query.primary({ practiceId, patientId }).go({ pages: 'all', consistent: true }),
    ),
  );
  return lists.flatMap(({ data }) => data.map(({ record }) => Authorization.parse(record)));
};

/** A table and a person may write one at the same moment: five tries are ample. */
const changeAttempts = 5;

/** Applies a decision to an authorization as it stands, or to none, and decides again when somebody wrote meanwhile. */
export const changeAuthorization = async (
  name: PatientName & { readonly authorizationId: string },
  decide: (before: Authorization | undefined) => Authorization | undefined,
): Promise<Authorization | undefined> => {
  for (let attempt = 0; attempt < changeAttempts; attempt++) {
    const before = await findAuthorization(name);
    const decided = decide(before);
    if (!decided) return before;
    const after = { ...decided, version: (before?.version ?? 0) + 1 };
    if (await replaceAuthorization(before, after)) return after;
  }
  throw new BillingError('ConcurrentChange', 'An authorization kept changing while it was written');
};

const replaceAuthorization = async (
  before: Authorization | undefined,
  after: Authorization,
): Promise<boolean> => {
  const { practiceId, patientId, authorizationId, version } = after;
  try {
    await AuthorizationEntity.put({ practiceId, patientId, authorizationId, version, record: after })
      .where((attributes, { eq, notExists }) =>
        before ? eq(attributes.version, before.version) : notExists(attributes.version),
      )
      .go();
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
};
