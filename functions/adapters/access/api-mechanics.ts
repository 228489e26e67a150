import { cursorKey } from '../link-signer.ts';
import { countRequests } from './client-count-store.ts';
import { requestKeys } from './request-key-store.ts';

/** What is the same of every route of the API. */
export const apiMechanics = { cursorKey, keys: requestKeys, countRequests };
