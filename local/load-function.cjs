const { appendFileSync } = require('node:fs');
const { enableCompileCache, flushCompileCache } = require('node:module');

/** By then a call has compiled what it needs, and nobody waits; a worker is killed and never ends by itself. */
const afterFirstCallMs = 500;

/**
 * The handler of a bundle, loaded as fast as can be: what one worker has compiled serves the next, and the source map,
 * which takes half as long to read as all the rest, stays unread unless CLAIMWRIGHT_SOURCE_MAPS=yes. Each call leaves a
 * byte in the file of calls when it begins and another when it ends.
 */
module.exports = ({ bundle, compiled, calls }) => {
  process.setSourceMapsEnabled(process.env.CLAIMWRIGHT_SOURCE_MAPS === 'yes');
  enableCompileCache(compiled);
  const { handler } = require(bundle);
  let called = false;
  return async (event, context) => {
    appendFileSync(calls, '.');
    try {
      return await handler(event, context);
    } finally {
      appendFileSync(calls, '.');
      if (!called) setTimeout(flushCompileCache, afterFirstCallMs).unref();
      called = true;
    }
  };
};
