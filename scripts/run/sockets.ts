import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { ClientRequest, Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Readable, Writable } from 'node:stream';
import { isObject } from '../base/read.ts';
import { decodeOtherCodings } from './codings.ts';

/** The connections of one run. newman cannot abort a request, but its connection can be closed. */
export type Sockets = {
  readonly agents: { readonly http: HttpAgent; readonly https: HttpsAgent };
  /** Ends all current requests with an error. */
  readonly breakOff: () => void;
  readonly close: () => void;
};

/** Node publishes each request on this channel before it sends it. */
const started = 'http.client.request.start';

/** Creates the connections of a run. They need a timeout, because newman's own restarts with every byte received. */
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

/** Emits errors that newman misses, once for each request. */
function failWhereNewmanWaits(message: unknown): void {
  const request = isObject(message) ? message.request : undefined;
  if (!(request instanceof ClientRequest) || request.listenerCount('upgrade') > 0) return;
  failWhenSwitched(request);
  failWhenCut(request);
  // Listeners that are added later run earlier: the next one must see how this one pipes.
  decodeOtherCodings(request);
  stopDecodingWhenAborted(request);
}

/**
 * If a server switches protocols and nothing listens for it, Node closes the connection without a response or an error.
 * newman would wait for ever.
 */
function failWhenSwitched(request: ClientRequest): void {
  request.on('upgrade', (_, socket) => {
    socket.destroy();
    request.emit('error', new Error(unexpectedUpgrade));
  });
}

/** A server may switch protocols only if the request has `Upgrade` (RFC 9110, section 7.8). */
const unexpectedUpgrade = '101 Switching Protocols, although no upgrade was requested';

/** If the connection breaks, newman treats the part of the response that was received as the whole. */
function failWhenCut(request: ClientRequest): void {
  request.once('response', (response) => {
    response.once('error', (error) => request.emit('error', error));
  });
}

/**
 * newman aborts a request whose response is too large, but not the decoder of its body. A few hundred bytes of brotli
 * would still be decoded to gigabytes.
 */
function stopDecodingWhenAborted(request: ClientRequest): void {
  request.prependOnceListener('response', (response) => {
    followPipes(response, (stream) => {
      request.once('abort', () => {
        stream.destroy();
        // newman's stream for deflate hides the stream of Node that decodes it.
        const inner: unknown = Reflect.get(stream, '_stream');
        if (inner instanceof Writable) inner.destroy();
      });
    });
  });
}

/** Calls `found` for each stream that this one is piped to, directly or through others. */
function followPipes(from: Readable, found: (stream: Writable) => void): void {
  const pipe = from.pipe.bind(from);
  from.pipe = (to, options) => {
    if (to instanceof Writable) found(to);
    if (to instanceof Readable) followPipes(to, found);
    return pipe(to, options);
  };
}
