import type { ItemRun, Job } from './job.ts';
import { runCollection } from './newman.ts';

/** A message from the process of a region to the one that started it. */
export type Message =
  | { readonly item: ItemRun }
  | { readonly waiting: string }
  | { readonly received: number }
  | { readonly failed: string }
  | { readonly done: true };

// Ctrl-C reaches both processes. The one that started this one decides when it ends.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit());

process.on('message', async (job: Job) => {
  try {
    await runCollection(job, {
      onItem: (item) => send({ item }),
      onWaiting: (waiting) => send({ waiting }),
      onResponse: (received) => send({ received }),
    });
    send({ done: true });
  } catch (error) {
    send({ failed: error instanceof Error ? error.message : String(error) });
  }
});

function send(message: Message): void {
  process.send?.(message);
}
