import { expect, test } from 'vitest';
import { readBody } from '../../../../scripts/commands/sync/workspace/attempt.ts';

test('the text of an answer, whose characters may be in two chunks', async () => {
  const bytes = new TextEncoder().encode('größer');
  const stream = new ReadableStream({
    start: (controller) => {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  expect(await readBody(new Response(stream))).toBe('größer');
});

test('a response that is larger than anything Postman stores is not read to its end', async () => {
  let pulled = 0;
  const endless = new ReadableStream({
    pull: (controller) => {
      pulled += 1;
      controller.enqueue(new Uint8Array(1000));
    },
  });
  await expect(readBody(new Response(endless), 5000)).rejects.toThrow('larger than 0.005 MB');
  expect(pulled).toBeLessThan(10);
});
