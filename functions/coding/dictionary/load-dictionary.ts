import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { type Artefact, artefactOn, oncePerArtefact } from '../../../codesets/artefact.ts';
import abbreviations from '../../../codesets/clinical-terms/abbreviations.json' with { type: 'json' };
import conditions from '../../../codesets/clinical-terms/conditions.json' with { type: 'json' };
import noCondition from '../../../codesets/clinical-terms/no-condition.json' with { type: 'json' };
import words from '../../../codesets/clinical-terms/words.json' with { type: 'json' };
import { diagnosisCodes } from '../../../codesets/code-set.ts';
import { diagnosisEditionOn } from '../../../codesets/diagnosis-edition.ts';
import type { CalendarDate } from '../../domain/calendar.ts';
import type { Dictionary } from './dictionary.ts';
import { decodeDictionary, encodeDictionary, type ImageOrigin, isImageOf } from './dictionary-image.ts';
import { dictionaryOfEdition, starterDictionary } from './read-edition.ts';

/** Raised whenever the way in which terms are made changes; images of another version are made anew. */
const dictionaryVersion = 20;

const ownTables = createHash('sha256')
  .update(JSON.stringify([dictionaryVersion, abbreviations, conditions, noCondition, words]))
  .update(JSON.stringify(diagnosisCodes.map(({ code, terms }) => [code, terms])))
  .digest('hex');

const originOf = ({ path, edition }: Artefact): ImageOrigin => {
  // Not the time of the file: packing a layer changes it.
  const { size } = statSync(path);
  return { edition: edition.edition, fingerprint: `${ownTables} ${edition.rows} ${size}` };
};

/** The compiled dictionary stands beside the edition that it is made of. */
export const imagePath = (artefact: Artefact): string => artefact.path.replace(/\.sqlite$/, '.dictionary');

/** Compiles the dictionary of an installed edition and puts it beside it; takes one to two seconds. */
export const compileDictionary = (artefact: Artefact, dictionary: Dictionary): void => {
  const path = imagePath(artefact);
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, encodeDictionary(dictionary, originOf(artefact)));
  renameSync(temporary, path);
};

const readImage = (artefact: Artefact): Dictionary | undefined => {
  const path = imagePath(artefact);
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  return isImageOf(bytes, originOf(artefact)) ? decodeDictionary(bytes) : undefined;
};

const keep = (artefact: Artefact, dictionary: Dictionary): void => {
  try {
    compileDictionary(artefact, dictionary);
  } catch {
    // The folder may be read-only (a Lambda layer): the dictionary is then made anew in each process.
  }
};

const loaded = oncePerArtefact((artefact) => {
  const image = readImage(artefact);
  if (image) return image;
  const edition = diagnosisEditionOn(artefact.edition.validFrom);
  const dictionary = edition ? dictionaryOfEdition(edition.set) : starterDictionary();
  keep(artefact, dictionary);
  return dictionary;
});

let starter: Dictionary | undefined;

/** The dictionary for a date of service: of the installed edition, else of the starter set. Loaded once per process. */
export const dictionaryOn = (dateOfService: CalendarDate): Dictionary => {
  const found = artefactOn('icd10cm', dateOfService);
  if (found) return loaded(found.chosen);
  starter ??= starterDictionary();
  return starter;
};
