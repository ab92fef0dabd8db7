import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import type { ItemRun } from '../../scripts/run/job.ts';
import { runCollection } from '../../scripts/run/newman.ts';
import { listenOn } from '../fixtures/server.ts';

const begin = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';

/** What a server sends before it closes the connection, and why that is no response. */
const responses = [
  ['cut-in-the-middle', `${begin}Content-Length: 100\r\n\r\n{"a":1}`, 'aborted'],
  ['cut-in-a-chunk', `${begin}Transfer-Encoding: chunked\r\n\r\n9\r\n{"a":1}`, 'aborted'],
  [
    'long-header',
    `${begin}X: ${'x'.repeat(140_000)}\r\nContent-Length: 0\r\n\r\n`,
    'Parse Error: Header overflow',
  ],
] as const;

test('a response that is cut, or whose headers are too long, is none', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (request) => {
      socket.end(responses.find(([name]) => String(request).startsWith(`GET /${name} `))?.[1] ?? '');
    });
  });
  const url = await listenOn(server);
  const item = responses.map(([name]) => ({
    id: name,
    name,
    request: { method: 'GET', url: `${url}/${name}` },
  }));
  const runs: ItemRun[] = [];
  const job = {
    collection: { info: { name: 'Lab' }, item },
    variables: {},
    delayMs: 0,
    timeoutMs: 30_000,
    bail: false,
  };
  await runCollection(job, { onItem: (run) => runs.push(run), onWaiting: () => undefined });
  server.close();
  expect(runs.map(({ itemId, status, error }) => [itemId, status, error])).toEqual(
    responses.map(([name, , error]) => [name, undefined, error]),
  );
});
