import { expect, test } from 'vitest';
import { guardScript, toEvent } from '../../scripts/postman/script.ts';
import { runPlain } from '../fixtures/newman.ts';
import { withServer } from '../fixtures/server.ts';

test.each([
  ['true', 200],
  ['false', undefined],
  ['', undefined],
  ['yes', undefined],
  ['TRUE', undefined],
  [undefined, undefined],
])('allow_run %o: status %o', async (value, status) => {
  const seen = await withServer(
    () => ({}),
    (url) => {
      const event = [toEvent('prerequest', guardScript)];
      const item = [{ id: 'one', name: 'one', request: { method: 'POST', url }, event }];
      const values: Record<string, string> = value === undefined ? {} : { allow_run: value };
      return runPlain({ info: { name: 'Lab' }, item }, values);
    },
  );
  expect(seen.get('one')?.status).toBe(status);
  expect(seen.get('one')?.console).toHaveLength(status === undefined ? 1 : 0);
});
