import { dateIn, type TimeZone } from '../domain/calendar/time-zone.ts';
import { day } from '../domain/claim/written.ts';
import type { Task } from '../domain/task.ts';

export { day, dollars } from '../domain/claim/written.ts';

const dayMs = 86_400_000;

/** The day of an ISO 8601 instant where the practice is: "Mar 2, 2026". */
export const dayIn = (zone: TimeZone, instant: string): string => day(dateIn(zone, new Date(instant)));

/** How much time a task leaves, and whether its deadline has passed. */
export const deadline = (task: Pick<Task, 'due'>, now: Date): { text: string; overdue: boolean } => {
  const days = (Date.parse(task.due) - now.getTime()) / dayMs;
  if (days < 0) return { text: `overdue by ${counted(Math.max(1, Math.floor(-days)))}`, overdue: true };
  if (days < 1) return { text: 'less than a day left', overdue: false };
  return { text: `${counted(Math.floor(days))} left`, overdue: false };
};

const counted = (days: number): string => (days === 1 ? '1 day' : `${days} days`);
