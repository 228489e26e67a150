import http from 'node:http';

/** Calls of AWS by this process, by action ("DynamoDB GetItem", "S3 GET"), while the work is done. */
export const countCalls = async (work: () => Promise<unknown>): Promise<ReadonlyMap<string, number>> => {
  const calls = new Map<string, number>();
  const { request } = http;
  const counting = ((...options: Parameters<typeof request>) => {
    const sent = request(...options);
    sent.once('finish', () => {
      const action = actionOf(sent);
      calls.set(action, (calls.get(action) ?? 0) + 1);
    });
    return sent;
  }) as typeof request;
  http.request = counting;
  try {
    await work();
  } finally {
    http.request = request;
  }
  return calls;
};

const actionOf = (request: http.ClientRequest): string => {
  const target = String(request.getHeader('x-amz-target') ?? '');
  const [service = '', action] = target.split('.');
  return action ? `${service.replace(/_\d+$/, '')} ${action}` : `S3 ${request.method}`;
};
