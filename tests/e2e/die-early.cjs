'use strict';

// Preloaded into every function by faults.test.ts: kills the function's process at the worst moment, when a write has
// reached the records and the function has not heard so. The first process dies on its first write, the next on its
// second, and so on, until the function has died as often as it is told to.

const { writeFileSync } = require('node:fs');
const http = require('node:http');
const { join } = require('node:path');

const { DEATH_MARKERS: folder, DEATHS: deaths, AWS_LAMBDA_FUNCTION_NAME: name } = process.env;

const writingActions = /\.(PutItem|UpdateItem|DeleteItem|TransactWriteItems|StartExecution|SendTaskSuccess)$/;

const isWrite = (request) =>
  writingActions.test(request.getHeader('x-amz-target') ?? '') ||
  request.method === 'PUT' ||
  (request.method === 'POST' && request.path.startsWith('/v2/email/outbound-emails'));

/** Whether no other process of the function has died on its n-th write: the marker's creation is exclusive. */
const isFirst = (write) => {
  try {
    writeFileSync(join(folder, `${name}.${write}`), '', { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
};

let writes = 0;
const { request } = http;
http.request = (...options) => {
  const sent = request(...options);
  sent.prependOnceListener('response', () => {
    if (!isWrite(sent)) return;
    writes += 1;
    if (writes <= Number(deaths) && isFirst(writes)) process.kill(process.pid, 'SIGKILL');
  });
  return sent;
};
