import newman, { type NewmanRunOptions } from 'newman';
import type { ItemRun } from './item-run.ts';
import { type Args, itemIdOf, messageOf, outcomesOf, requestOf, responseOf } from './newman-events.ts';

/** What newman is to run. */
export type Job = {
  /** A collection in Postman's format. */
  readonly collection: object;
  readonly variables: Readonly<Record<string, string>>;
  /** Milliseconds between two requests. */
  readonly delayMs: number;
  /** Milliseconds until a request is given up. */
  readonly timeoutMs: number;
  /** Nothing more is sent after the first test that fails. */
  readonly bail?: boolean;
  readonly onItem: (run: ItemRun) => void;
};

/** Runs a collection with newman, the only file that knows it. Rejects when newman itself fails. */
export function runCollection({
  collection,
  variables,
  delayMs,
  timeoutMs,
  bail = false,
  onItem,
}: Job): Promise<void> {
  const values = Object.entries(variables).map(([key, value]) => ({ key, value, enabled: true }));
  const options: NewmanRunOptions = {
    collection,
    environment: { values },
    delayRequest: delayMs,
    timeoutRequest: timeoutMs,
    ignoreRedirects: true,
    ...(bail && { bail: ['failure'] }),
  };
  const runs = new Map<string, Omit<ItemRun, 'itemId'>>();
  const add = (args: Args, part: Partial<ItemRun>): void => {
    const id = itemIdOf(args);
    runs.set(id, { durationMs: 0, ...runs.get(id), ...part });
  };
  return new Promise((resolve, reject) => {
    newman
      .run(options, (error) => (error ? reject(error) : resolve()))
      .on('request', (error: unknown, args: Args) =>
        add(args, { ...answerOf(error, args), ...requestOf(args) }),
      )
      .on('script', (error: unknown, args: Args) => error && add(args, { scriptError: messageOf(error) }))
      .on('assertion', (error: unknown, args: Args) => error && add(args, { refusal: messageOf(error) }))
      .on('test', (_: unknown, args: Args) => add(args, outcomesOf(args)))
      .on('item', (_: unknown, args: Args) => {
        const itemId = itemIdOf(args);
        onItem({ itemId, durationMs: 0, ...runs.get(itemId) });
        // The same item may be sent again.
        runs.delete(itemId);
      });
  });
}

function answerOf(error: unknown, args: Args): Partial<ItemRun> {
  return error ? { error: messageOf(error) } : responseOf(args);
}
