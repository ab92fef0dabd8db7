import { createServer, type RequestListener } from 'node:http';

/** A region to serve; port 0 means any free port. */
export type ListenPlan = { readonly name: string; readonly port: number; readonly app: RequestListener };

/** A served region. */
export type Listening = { readonly name: string; readonly url: string; readonly close: () => Promise<void> };

/** Listens on 127.0.0.1. Rejects with a remedy if the port can't be used. */
export async function listen({ name, port, app }: ListenPlan): Promise<Listening> {
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(toSentence(error, name, port)));
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address !== null ? address.port : port;

  return {
    name,
    url: `http://127.0.0.1:${actual}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function toSentence(error: NodeJS.ErrnoException, region: string, port: number): Error {
  const reason = error.code === 'EADDRINUSE' ? 'is in use' : `cannot be used (${error.message})`;
  return new Error(
    `Port ${port} for the region \`${region}\` ${reason}: stop what listens there or give the region another port`,
    { cause: error },
  );
}
