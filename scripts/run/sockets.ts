import { Agent as HttpAgent } from 'node:http';
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
  return {
    agents,
    breakOff: () => {
      const busy = both.flatMap(({ sockets }) => Object.values(sockets));
      for (const socket of busy.flatMap((own) => own ?? [])) socket.destroy(new Error('broken off'));
    },
    close: () => {
      for (const agent of both) agent.destroy();
    },
  };
}
