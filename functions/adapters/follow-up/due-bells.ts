import type { Bell } from '../../domain/follow-up/bell.ts';
import type { Page } from '../../domain/paging/page.ts';
import { readPage } from '../lists/read-page.ts';
import { TaskEntity } from '../table.ts';
import { WaitEntity } from './wait-table.ts';

/** So many at once: they are small, and rung a few at a time. */
const limit = 100;

/** What stands behind an instant in a key comes after the bare instant. */
const through = (instant: string): string => `${instant}~`;

type Asked = { readonly shard: string; readonly until: string; readonly after?: string | undefined };

const waitsDue = ({ shard, until, after }: Asked): Promise<Page<Bell>> =>
  readPage(
    WaitEntity.query.byBell({ bell: shard }).between({ ringAt: '' }, { ringAt: through(until) }),
    { limit, after },
    ({ waitId, round = 0, ringAt = '' }): Bell => ({ kind: 'wait', waitId, round, at: ringAt }),
  );

const tasksDue = ({ shard, until, after }: Asked): Promise<Page<Bell>> =>
  readPage(
    TaskEntity.query.byBell({ bell: shard }).between({ bellAt: '' }, { bellAt: through(until) }),
    { limit, after },
    ({ taskId, bellAt = '' }): Bell => ({ kind: 'task', taskId, at: bellAt }),
  );

/** A page of what is to ring until an instant, of one kind and in one part of the index, the earliest first. */
export const dueBells = (kind: Bell['kind'], asked: Asked): Promise<Page<Bell>> =>
  kind === 'wait' ? waitsDue(asked) : tasksDue(asked);
