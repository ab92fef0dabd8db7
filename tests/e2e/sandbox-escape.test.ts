import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { toEvent } from '../../scripts/suite/postman/script.ts';
import { missing, published } from '../fixtures/runners.ts';
import { execute } from './run-newman.ts';

/**
 * Ways out of the sandbox: expressions for an object whose constructor may belong to newman's own process.
 * The first three leave uvm before 4.0.1 (newman pull request 3363): what crosses the bridge is no list any more,
 * and the error that newman throws at that comes back to the script.
 */
const ways = {
  'toJSON, a number': thrownWhile('Object', '5'),
  'toJSON, an object': thrownWhile('Array', '({ a: 1 })'),
  'toJSON, null': thrownWhile('Array', 'null'),
  this: 'this',
  pm: 'pm',
  'a response': 'new (require("postman-collection").Response)()',
  'a function of the console': 'console.log',
  'a function that sends': 'pm.sendRequest',
  setTimeout: 'setTimeout',
  'what setTimeout returns': 'setTimeout(() => undefined, 1)',
  'a promise': 'Promise.resolve()',
  'an asynchronous function': 'async () => undefined',
  'the error of a full stack':
    '(() => { const fill = () => fill(); try { fill(); } catch (e) { return e; } })()',
  'a frame of the stack': `(() => {
    Error.prepareStackTrace = (_, frames) => frames.map((frame) => frame.getThis() || frame.getFunction());
    const found = new Error().stack.find((one) => one);
    delete Error.prepareStackTrace;
    return found;
  })()`,
  'an imported module': 'await import("node:process")',
  'an import in new code': 'await Function("return import(\'node:process\')")()',
};

/** What a script catches of an error while that prototype's `toJSON` spoils what it logs. */
function thrownWhile(prototype: string, value: string): string {
  return `(() => {
    ${prototype}.prototype.toJSON = () => ${value};
    try { console.log('spoilt'); } catch (e) { return e; } finally { delete ${prototype}.prototype.toJSON; }
  })()`;
}

/** A script that says on the console which version of Node it reads outside, if that way leads out. */
function attempt(name: string, expression: string): string {
  return `const waiting = setTimeout(() => undefined, 5000);
(async () => {
  let version = 'nothing';
  try {
    const found = ${expression};
    version = (found.default || found.constructor.constructor('return process')()).version;
  } catch {}
  console.log(${JSON.stringify(name)} + ' reads ' + version);
  clearTimeout(waiting);
})();`;
}

test('no script leaves the sandbox', async () => {
  expect(await readBy('node_modules/newman/bin/newman.js')).toEqual(
    Object.keys(ways).map((name) => `${name} reads nothing`),
  );
}, 90_000);

// Shows that the expressions above would lead out if there was a way.
test.skipIf(missing.length > 0)(
  'the first three leave the sandbox of newman as published',
  async () => {
    const outside = Object.keys(ways).slice(0, 3);
    expect((await readBy(published)).slice(0, 3)).toEqual(
      outside.map((name) => `${name} reads ${process.version}`),
    );
  },
  90_000,
);

/** What each script says, in their order, when that newman runs them. */
async function readBy(newman: string): Promise<(string | undefined)[]> {
  const item = Object.entries(ways).map(([name, expression]) => ({
    name,
    // Nothing has to listen there: the script runs before the request.
    request: { method: 'GET', url: 'http://127.0.0.1:1' },
    event: [toEvent('prerequest', attempt(name, expression))],
  }));
  const file = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'escape.postman_collection.json');
  writeFileSync(file, JSON.stringify({ info: { name: 'Escape' }, item }));
  const { out } = await execute(process.execPath, [newman, 'run', file]);
  return [...out.matchAll(/'(.* reads .*)'/g)].map(([, text]) => text);
}
