import type { Draft } from '../draft.ts';
import { sexOf, stampOf } from '../facts/values.ts';
import type { XmlElement } from '../xml/read-xml.ts';
import { allAt, childrenNamed, firstAt, placeIn, wordsOf } from '../xml/walk.ts';
import { addAddressOf, addNameOf, addProvider, fullName, nameOf } from './people.ts';

const root = '/ClinicalDocument';
/** Numbers of social security; nothing here needs them. */
const socialSecurity = '2.16.840.1.113883.4.1';

const addTelecoms = (draft: Draft, role: XmlElement, path: string): void => {
  for (const {
    attributes: { value = '' },
  } of childrenNamed(role, 'telecom')) {
    const kind = value.startsWith('mailto:') ? 'email' : 'phone';
    draft.fact(`patient.${kind}`, value.replace(/^(tel|mailto):/, ''), `${path}/telecom`);
  }
};

const addPatient = (draft: Draft, role: XmlElement, path: string): void => {
  const patient = firstAt(role, 'patient');
  const at = `${path}/patient`;
  addNameOf(draft, 'patient', nameOf(childrenNamed(patient, 'name')), `${at}/name`);
  draft.fact(
    'patient.birthDate',
    stampOf(firstAt(patient, 'birthTime')?.attributes.value)?.slice(0, 10),
    `${at}/birthTime`,
  );
  draft.fact(
    'patient.sex',
    sexOf(firstAt(patient, 'administrativeGenderCode')?.attributes.code),
    `${at}/administrativeGenderCode`,
  );
  for (const id of childrenNamed(role, 'id'))
    if (id.attributes.root !== socialSecurity)
      draft.fact('patient.id', id.attributes.extension, `${path}/${placeIn(role, id)}`);
  addAddressOf(draft, 'patient', firstAt(role, 'addr'), `${path}/addr`);
  addTelecoms(draft, role, path);
};

const addVisit = (draft: Draft, encounter: XmlElement | undefined): void => {
  if (!encounter) return;
  const path = `${root}/componentOf/encompassingEncounter`;
  const time = firstAt(encounter, 'effectiveTime');
  const day = (element: XmlElement | undefined) => stampOf(element?.attributes.value)?.slice(0, 10);
  draft.fact('visit.date', day(time) ?? day(firstAt(time, 'low')), `${path}/effectiveTime`);
  draft.fact('visit.endDate', day(firstAt(time, 'high')), `${path}/effectiveTime`);
  draft.fact('visit.number', firstAt(encounter, 'id')?.attributes.extension, `${path}/id`);
  draft.fact(
    'visit.class',
    firstAt(encounter, 'code')?.attributes.displayName ?? firstAt(encounter, 'code')?.attributes.code,
    `${path}/code`,
  );
  const place = firstAt(encounter, 'location/healthCareFacility');
  draft.fact(
    'visit.location',
    wordsOf(firstAt(place, 'location/name')) || wordsOf(firstAt(place, 'serviceProviderOrganization/name')),
    `${path}/location`,
  );
  addProvider(
    draft,
    'provider',
    firstAt(encounter, 'responsibleParty/assignedEntity'),
    `${path}/responsibleParty/assignedEntity`,
  );
  for (const one of childrenNamed(encounter, 'encounterParticipant'))
    addProvider(
      draft,
      one.attributes.typeCode === 'REF' ? 'referringProvider' : 'provider',
      firstAt(one, 'assignedEntity'),
      `${path}/encounterParticipant/assignedEntity`,
    );
};

/** Who wrote the document, saw the patient, and sent them. */
const addProviders = (draft: Draft, document: XmlElement): void => {
  for (const performer of allAt(document, 'documentationOf/serviceEvent/performer')) {
    const role =
      firstAt(performer, 'functionCode')?.attributes.code === 'PCP' ? 'primaryCareProvider' : 'provider';
    addProvider(
      draft,
      role,
      firstAt(performer, 'assignedEntity'),
      `${root}/documentationOf/serviceEvent/performer/assignedEntity`,
    );
  }
  for (const author of allAt(document, 'author/assignedAuthor'))
    addProvider(draft, 'author', author, `${root}/author/assignedAuthor`);
  for (const one of childrenNamed(document, 'participant'))
    if (one.attributes.typeCode === 'REF')
      addProvider(
        draft,
        'referringProvider',
        firstAt(one, 'associatedEntity'),
        `${root}/participant/associatedEntity`,
      );
};

/** The header: what the document is, whose, of which visit, by whom. */
export const addHeader = (draft: Draft, document: XmlElement): void => {
  draft.fact('document.title', wordsOf(firstAt(document, 'title')), `${root}/title`);
  draft.fact('document.type', firstAt(document, 'code')?.attributes.displayName, `${root}/code`);
  draft.fact(
    'document.date',
    stampOf(firstAt(document, 'effectiveTime')?.attributes.value)?.slice(0, 10),
    `${root}/effectiveTime`,
  );
  const targets = childrenNamed(document, 'recordTarget');
  for (const target of targets) {
    const role = firstAt(target, 'patientRole');
    if (role) addPatient(draft, role, `${root}/${placeIn(document, target)}/patientRole`);
  }
  addVisit(draft, firstAt(document, 'componentOf/encompassingEncounter'));
  addProviders(draft, document);
};

/** One line for people: whose document this is. */
export const headLine = (document: XmlElement): string => {
  const patient = firstAt(document, 'recordTarget/patientRole/patient');
  const name = fullName(nameOf(childrenNamed(patient, 'name')));
  return name === undefined ? '' : `Patient: ${name}`;
};
