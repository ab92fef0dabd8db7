import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { ClientRequest, Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Readable, Writable } from 'node:stream';
import { isObject } from '../base/read.ts';

/** The connections of one run, which can be broken off. */
export type Sockets = {
  readonly agents: { readonly http: HttpAgent; readonly https: HttpsAgent };
  /** Ends every request that is under way with an error. */
  readonly breakOff: () => void;
  readonly close: () => void;
};

/** Node's channel for each request that it starts to send. */
const started = 'http.client.request.start';

/** newman's own timeout starts anew with every byte that comes, and it can't abort a request. */
export function createSockets(): Sockets {
  const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };
  const both = [agents.http, agents.https];
  subscribe(started, failWhereNewmanWaits);
  return {
    agents,
    breakOff: () => {
      const busy = both.flatMap(({ sockets }) => Object.values(sockets));
      for (const socket of busy.flatMap((own) => own ?? [])) socket.destroy(new Error('broken off'));
    },
    close: () => {
      unsubscribe(started, failWhereNewmanWaits);
      for (const agent of both) agent.destroy();
    },
  };
}

/**
 * Has a request end with an error in two cases in which newman hears of none, and its decoder end with it; it does so
 * once for each request.
 */
function failWhereNewmanWaits(message: unknown): void {
  const request = isObject(message) ? message.request : undefined;
  if (!(request instanceof ClientRequest) || request.listenerCount('upgrade') > 0) return;
  failWhenSwitched(request);
  failWhenCut(request);
  stopDecodingWhenAborted(request);
}

/**
 * Node closes the connection of a request whose server switches protocols when nobody waits for that, and neither a
 * response nor an error follows: newman would wait for ever.
 */
function failWhenSwitched(request: ClientRequest): void {
  request.on('upgrade', (_, socket) => {
    socket.destroy();
    request.emit('error', new Error(unasked));
  });
}

/** The error of a request that got `101 Switching Protocols`, which only a request with `Upgrade` may get (RFC 9110, 7.8). */
const unasked = '101 Switching Protocols, though no upgrade was asked for';

/** newman takes what came of a response before its connection broke for all of it. */
function failWhenCut(request: ClientRequest): void {
  request.once('response', (response) => {
    response.once('error', (error) => request.emit('error', error));
  });
}

/**
 * newman aborts a request whose response is too large, but not the decoder of its body: a few hundred bytes of brotli
 * would go on to become gigabytes, and keep what was read before in memory.
 */
function stopDecodingWhenAborted(request: ClientRequest): void {
  request.prependOnceListener('response', (response) => {
    followPipes(response, (stream) => {
      request.once('abort', () => {
        stream.destroy();
        // The library's stream for deflate writes to one of Node's, which nothing else leads to.
        const inner: unknown = Reflect.get(stream, '_stream');
        if (inner instanceof Writable) inner.destroy();
      });
    });
  });
}

/** Calls back with each stream that is piped from this one, directly or through others. */
function followPipes(from: Readable, found: (stream: Writable) => void): void {
  const pipe = from.pipe.bind(from);
  from.pipe = (to, options) => {
    if (to instanceof Writable) found(to);
    if (to instanceof Readable) followPipes(to, found);
    return pipe(to, options);
  };
}
