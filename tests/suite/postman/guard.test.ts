import { expect, test } from 'vitest';
import { guardScript, guardScriptOf, toEvent } from '../../../scripts/suite/postman/script.ts';
import { runPlain } from '../../fixtures/newman.ts';
import { withServer } from '../../fixtures/server.ts';

test.each([
  ['true', 'sent'],
  ['false', 'skipped'],
  ['', 'skipped'],
  ['yes', 'skipped'],
  ['TRUE', 'skipped'],
  [undefined, 'skipped'],
])('allow_run %o: the request is %s', async (value, wanted) => {
  const asked: string[] = [];
  const seen = await withServer(
    ({ method = '' }) => {
      asked.push(method);
      return {};
    },
    (url) => {
      const event = [toEvent('prerequest', guardScript)];
      const item = [{ id: 'one', name: 'one', request: { method: 'POST', url }, event }];
      const values: Record<string, string> = value === undefined ? {} : { allow_run: value };
      return runPlain({ info: { name: 'Lab' }, item }, values);
    },
  );
  const one = seen.get('one');
  expect(one?.scriptError).toBeUndefined();
  expect(asked).toEqual(wanted === 'sent' ? ['POST'] : []);
  expect(one?.tests).toEqual(wanted === 'sent' ? [] : [expect.stringMatching(/^skipped not sent/)]);
  expect(one?.console).toHaveLength(wanted === 'sent' ? 0 : 1);
});

test.each([
  ['a token', 1],
  ['', 0],
  [undefined, 0],
])('other_region_token %o: %i requests are sent with the token of another region', async (value, wanted) => {
  let sent = 0;
  await withServer(
    () => {
      sent += 1;
      return {};
    },
    (url) => {
      const event = [toEvent('prerequest', guardScriptOf('elsewhere'))];
      const item = [{ id: 'one', name: 'one', request: { method: 'GET', url }, event }];
      const values: Record<string, string> = value === undefined ? {} : { other_region_token: value };
      return runPlain({ info: { name: 'Lab' }, item }, values);
    },
  );
  expect(sent).toBe(wanted);
});
