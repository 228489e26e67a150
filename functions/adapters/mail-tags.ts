/** Tags stay with SES and its events, and stand in no mail; they are of letters, digits, `-` and `_`. */
const taskTag = 'task';

export const tagsOf = (taskId: string): { Name: string; Value: string }[] => [
  { Name: taskTag, Value: Buffer.from(taskId).toString('base64url') },
];

/** The task of a mail, by its tags as SES tells them; undefined where it was about none. */
export const taskIdIn = ({
  [taskTag]: values = [],
}: Readonly<Record<string, readonly string[]>>): string | undefined => {
  const [value] = values;
  return value && Buffer.from(value, 'base64url').toString('utf8');
};
