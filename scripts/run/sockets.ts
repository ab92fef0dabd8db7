import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { ClientRequest, Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { isObject } from '../model/read.ts';

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
  const onRequest = (message: unknown): void => {
    const request = isObject(message) ? message.request : undefined;
    if (!(request instanceof ClientRequest)) return;
    if (both.some((agent) => agent === Reflect.get(request, 'agent'))) failWhenCut(request);
  };
  subscribe(started, onRequest);
  return {
    agents,
    breakOff: () => {
      const busy = both.flatMap(({ sockets }) => Object.values(sockets));
      for (const socket of busy.flatMap((own) => own ?? [])) socket.destroy(new Error('broken off'));
    },
    close: () => {
      unsubscribe(started, onRequest);
      for (const agent of both) agent.destroy();
    },
  };
}

/** newman takes what came of a response before its connection broke for all of it, and does not hear of the error. */
function failWhenCut(request: ClientRequest): void {
  request.once('response', (response) => {
    response.once('error', (error) => request.emit('error', error));
  });
}
