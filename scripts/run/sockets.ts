import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { ClientRequest, Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

/** The connections of one run, which can be broken off. */
export type Sockets = {
  readonly agents: { readonly http: HttpAgent; readonly https: HttpsAgent };
  /** Ends every request that is under way with an error. */
  readonly breakOff: () => void;
  readonly close: () => void;
};

/** newman's own timeout starts anew with every byte that comes, and it can't abort a request. */
export function createSockets(): Sockets {
  const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };
  const both = [agents.http, agents.https];
  subscribe(requestStarts, refuseUpgrade);
  return {
    agents,
    breakOff: () => {
      const busy = both.flatMap(({ sockets }) => Object.values(sockets));
      for (const socket of busy.flatMap((own) => own ?? [])) socket.destroy(new Error('broken off'));
    },
    close: () => {
      unsubscribe(requestStarts, refuseUpgrade);
      for (const agent of both) agent.destroy();
    },
  };
}

const requestStarts = 'http.client.request.start';

/**
 * Has a request end with an error when the server switches protocols. Node closes the connection of a request for which
 * nobody waits for that, and neither a response nor an error follows: newman would wait for ever.
 */
function refuseUpgrade(message: unknown): void {
  const request = typeof message === 'object' && message !== null && 'request' in message && message.request;
  if (!(request instanceof ClientRequest) || request.listenerCount('upgrade') > 0) return;
  request.on('upgrade', (_, socket) => {
    socket.destroy();
    request.emit('error', new Error(unasked));
  });
}

/** The error of a request that got `101 Switching Protocols`, which only a request with `Upgrade` may get (RFC 9110, 7.8). */
const unasked = '101 Switching Protocols, though no upgrade was asked for';
