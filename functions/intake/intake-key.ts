import { encounterIdPattern, practiceIdPattern } from '../domain/ids.ts';

export type IntakeKey = {
  readonly practiceId: string;
  readonly encounterId: string;
  readonly fileName: string;
};

/** Bank statements are read elsewhere. */
export const isOfOtherReader = (key: string): boolean => /^practices\/[^/]+\/deposits\//.test(key);

/** Whose folder an object lies in; undefined outside `practices/<practiceId>/`. */
export const practiceOf = (key: string): string | undefined => {
  const [folder, practiceId = '', rest] = key.split('/');
  return folder === 'practices' && rest !== undefined && practiceIdPattern.test(practiceId)
    ? practiceId
    : undefined;
};

/** Reads `practices/<practiceId>/encounters/<encounterId>/<file>`; undefined for any other key. */
export const parseIntakeKey = (key: string): IntakeKey | undefined => {
  const [, , folder, encounterId = '', fileName, ...deeper] = key.split('/');
  const practiceId = practiceOf(key);
  const isPlaced = folder === 'encounters' && encounterIdPattern.test(encounterId) && deeper.length === 0;
  return practiceId && isPlaced && fileName ? { practiceId, encounterId, fileName } : undefined;
};

/** The file of a visit's folder that registers it. */
export const registrationFile = 'encounter.json';
