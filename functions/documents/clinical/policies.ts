import type { Draft } from '../draft.ts';
import { stampOf } from '../facts/values.ts';
import type { XmlElement } from '../xml/read-xml.ts';
import { childrenNamed, descendants, firstAt, wordsOf } from '../xml/walk.ts';
import { addNameOf } from './people.ts';

const policyTemplate = '2.16.840.1.113883.10.20.22.4.61';

const isPolicy = (act: XmlElement): boolean =>
  childrenNamed(act, 'templateId').some(({ attributes }) => attributes.root === policyTemplate);

const participantOf = (policy: XmlElement, type: string): XmlElement | undefined =>
  childrenNamed(policy, 'participant').find(({ attributes }) => attributes.typeCode === type);

const payerOf = (policy: XmlElement): XmlElement | undefined =>
  childrenNamed(policy, 'performer')
    .map((performer) => firstAt(performer, 'assignedEntity'))
    .find(
      (entity) =>
        firstAt(entity, 'code')?.attributes.code !== 'GUAR' &&
        firstAt(entity, 'representedOrganization/name'),
    );

/** One policy of a payers section: the payer performs, the patient is covered, the subscriber holds it. */
const addOne = (draft: Draft, policy: XmlElement, path: string): void => {
  const covered = firstAt(participantOf(policy, 'COV'), 'participantRole');
  const holder = firstAt(participantOf(policy, 'HLD'), 'participantRole');
  const payer = payerOf(policy);
  draft.fact(
    'coverage.payerName',
    wordsOf(firstAt(payer, 'representedOrganization/name')),
    `${path}/performer`,
  );
  draft.fact('coverage.payerId', firstAt(payer, 'id')?.attributes.extension, `${path}/performer`);
  draft.fact('coverage.groupNumber', firstAt(policy, 'id')?.attributes.extension, `${path}/id`);
  draft.fact('coverage.planName', firstAt(policy, 'code')?.attributes.displayName, `${path}/code`);
  draft.fact(
    'coverage.memberId',
    firstAt(covered, 'id')?.attributes.extension,
    `${path}/participant[@typeCode="COV"]`,
  );
  draft.fact(
    'coverage.relationship',
    firstAt(covered, 'code')?.attributes.displayName ?? firstAt(covered, 'code')?.attributes.code,
    `${path}/participant[@typeCode="COV"]`,
  );
  addNameOf(
    draft,
    'coverage.subscriber',
    firstAt(holder, 'playingEntity/name'),
    `${path}/participant[@typeCode="HLD"]`,
  );
  draft.fact(
    'coverage.subscriber.birthDate',
    stampOf(firstAt(holder, 'playingEntity/birthTime')?.attributes.value),
    `${path}/participant[@typeCode="HLD"]`,
  );
};

/** The policies of a coverage, each with its own facts. */
export const addPolicy = (draft: Draft, coverage: XmlElement, path: string): void => {
  const policies = descendants(coverage, 'act').filter(isPolicy);
  for (const [at, policy] of policies.entries())
    addOne(draft, policy, `${path}/entryRelationship${policies.length > 1 ? `[${at + 1}]` : ''}/act`);
};
