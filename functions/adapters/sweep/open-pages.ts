import { Claim, ClaimStatus } from '../../domain/claim.ts';
import { Encounter } from '../../domain/encounter.ts';
import { type Page, type PageAsked, shownAs, walkLists } from '../../domain/paging/page.ts';
import { isCoded, type ToLookAfter } from '../../domain/restarts/to-look-after.ts';
import { findClaim } from '../claim-store.ts';
import { findEncounter } from '../encounter-store.ts';
import { readPage } from '../lists/read-page.ts';
import { ClaimEntity, EncounterEntity } from '../table.ts';

const dayMs = 86_400_000;

/** A visit is looked at so long after it came whether the claim is there that it says it has. */
const claimedMs = 30 * dayMs;

const openClaims = ClaimStatus.options.filter((status) => status !== 'closed');
/** Statuses in which the coding workflow drives an encounter, and the one behind it. */
const encounterLists = ['documented', 'coding', 'coded', 'claimed'] as const;

const claimsOf = async (practiceId: string, status: ClaimStatus, page: PageAsked) => {
  const found = await readPage(ClaimEntity.query.byStatus({ practiceId, status }), page, ({ record }) =>
    Claim.parse(record),
  );
  return shownAs(found, (claim): ToLookAfter => ({ claim }));
};

const encountersOf = async (
  practiceId: string,
  status: (typeof encounterLists)[number],
  page: PageAsked,
  now: Date,
) => {
  const since = status === 'claimed' ? new Date(now.getTime() - claimedMs).toISOString() : '';
  const query = EncounterEntity.query.byStatus({ practiceId, status }).gte({ createdAt: since });
  const found = await readPage(query, page, ({ record }) => Encounter.parse(record));
  return shownAs(found, (encounter): ToLookAfter => ({ encounter }));
};

/** A page of what is open of a practice, in an order that does not change: claims by status, then visits. */
export const openPage = (practiceId: string, page: PageAsked, now: Date): Promise<Page<ToLookAfter>> =>
  walkLists(
    [...openClaims.map((status) => `claim/${status}`), ...encounterLists.map((status) => `visit/${status}`)],
    page,
    (list, part) => {
      const claims = openClaims.find((status) => list === `claim/${status}`);
      if (claims) return claimsOf(practiceId, claims, part);
      const visits = encounterLists.find((status) => list === `visit/${status}`) ?? 'coded';
      return encountersOf(practiceId, visits, part, now);
    },
  );

/** What a record's name in the records of restarts says; undefined where it is not open any more. */
export const findOpen = async (recordId: string): Promise<ToLookAfter | undefined> => {
  const [kind, ...id] = recordId.split('/');
  if (kind === 'claim') {
    const claim = await findClaim(id[0] ?? '');
    return claim && claim.status !== 'closed' ? { claim } : undefined;
  }
  const [practiceId = '', encounterId = ''] = id;
  const encounter = await findEncounter({ practiceId, encounterId });
  return encounter && isCoded(encounter) ? { encounter } : undefined;
};
