import type { ItemRun, Job } from './job.ts';
import { runCollection } from './newman.ts';

/** What the process of a region says to the one that started it. */
export type Message =
  | { readonly item: ItemRun }
  | { readonly waiting: string }
  | { readonly received: number }
  | { readonly failed: string }
  | { readonly done: true };

// The process that started this one decides when it ends, and takes it along.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit());

process.on('message', async (job: Job) => {
  try {
    await runCollection(job, {
      onItem: (item) => say({ item }),
      onWaiting: (waiting) => say({ waiting }),
      onResponse: (received) => say({ received }),
    });
    say({ done: true });
  } catch (error) {
    say({ failed: error instanceof Error ? error.message : String(error) });
  }
});

function say(message: Message): void {
  process.send?.(message);
}
