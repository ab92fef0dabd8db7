import { beforeAll, expect, test } from 'vitest';
import { bundle } from '../../scripts/suite/checks/bundle.ts';
import { toSources } from '../../scripts/suite/checks/sources.ts';
import { toEvent } from '../../scripts/suite/postman/script.ts';
import { runPlain, type Seen } from '../fixtures/newman.ts';
import { openText } from '../fixtures/open.ts';
import { withServer } from '../fixtures/server.ts';

const time = (name: string, end: string, schema: object): object => ({
  name,
  in: 'query',
  required: true,
  schema,
  'x-variable': name,
  'x-contract': { window: end },
});
const date = { type: 'string', format: 'date' };
const zoned = { type: 'string', format: 'date-time' };
const parameters = {
  naive: [time('from', 'start', { type: 'string' }), time('to', 'end', { type: 'string' })],
  zoned: [time('from-z', 'start', zoned), time('to-z', 'end', zoned)],
  date: [time('from-d', 'start', date), time('to-d', 'end', date)],
  id: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
};
const description = {
  openapi: '3.1.0',
  info: { title: 'Lab', version: '1' },
  security: [{ key: [] }],
  paths: Object.fromEntries(
    Object.entries(parameters).map(([name, own]) => [
      name === 'id' ? '/id/{id}' : `/${name}`,
      { get: { parameters: own, responses: { 200: { description: 'It.' } } } },
    ]),
  ),
  components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
};

type Values = Readonly<Record<string, string>>;
const token = 'tok-secret-0001';
const whole = { token, id: '5f00', from: '2026-01-01T00:00:00', to: '2026-01-02T00:00:00' };

/** The request, values, and the message that stops it; nothing where it is sent. */
const table: readonly (readonly [string, Values, string])[] = [
  ['/id/{{id}}', { token, id: '5f00' }, ''],
  ['/id/{{id}}', { token }, '`id` is not set.'],
  ['/id/{{id}}', { token, id: '' }, '`id` is not set.'],
  ['/id/{{id}}', { token, id: '   ' }, '`id` is not set.'],
  ['/id/{{id}}', { token, id: '<river id>' }, '`id` still holds its placeholder.'],
  ['/id/{{id}}', { token, id: 'your-id' }, '`id` still holds its placeholder.'],
  ['/id/{{id}}', { token, id: '{{token}}' }, '`id` still holds its placeholder.'],
  ['/id/{{id}}', { token, id: 'x{' }, '`id` holds `{{`, or ends in `{`'],
  ['/id/{{id}}', { token, id: '{5f00}' }, ''],
  ['/id/{{id}}', { token: 'x{', id: '5f00' }, ''],
  ['/id/{{id}}', { token, id: '/5f00' }, '`id` holds a slash'],
  ['/id/{{id}}', { token, id: '5f/00' }, '`id` holds a slash'],
  ['/id/{{id}}', { token, id: '5f00 ' }, '`id` has a space or a line break around it.'],
  ['/id/{{id}}', { id: '5f00' }, '`token` is not set.'],
  ['/id/{{id}}', {}, '`token` is not set. `id` is not set.'],
  ['/id/{{id}}', { id: '5f00', token: '<your token>' }, '`token` still holds its placeholder.'],
  ['/id/{{id}}', { id: '5f00', token: ` ${token}` }, '`token` has a space or a line break around it.'],
  ['/id/{{id}}', { id: '5f00', token: `${token}==/+` }, ''],
  ['/naive?a={{from}}&b={{to}}', whole, ''],
  ['/naive?a={{from}}&b={{to}}', { ...whole, to: '2025-12-31T00:00:00' }, '`to` is before `from`.'],
  ['/naive?a={{from}}&b={{to}}', { ...whole, to: '2026-01-01T00:00:00' }, ''],
  ['/naive?a={{from}}&b={{to}}', { ...whole, to: '2026-01-01T00:00:00Z' }, ''],
  ['/naive?a={{from}}&b={{to}}', { token, from: '2026-01-01T00:00:00' }, '`to` is not set.'],
];

const windows = [
  { path: '/naive?a={{from}}&b={{to}}', form: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/ },
  { path: '/zoned?a={{from-z}}&b={{to-z}}', form: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/ },
  { path: '/date?a={{from-d}}&b={{to-d}}', form: /^\d{4}-\d\d-\d\d$/ },
];

let script = '';

beforeAll(async () => {
  const { spec, api } = await openText(description);
  script = `${await bundle(toSources(spec, api).runtime)}\ncontract.prepare(pm);`;
});

test.each(table)('%s with %o: %s', async (path, values, wanted) => {
  const { seen, asked } = await send(path, values);
  expect(asked.length).toBe(wanted === '' ? 1 : 0);
  expect(seen.tests).toEqual(wanted === '' ? [] : [expect.stringContaining(`failed not sent: ${wanted}`)]);
  expect(seen.console).toEqual(wanted === '' ? [] : [expect.stringContaining(wanted)]);
  expect(JSON.stringify(seen)).not.toContain(token);
});

test.each(windows)('$path is filled with the last 24 hours', async ({ path, form }) => {
  const before = Date.now();
  const { asked } = await send(path, { token });
  const { searchParams } = new URL(asked[0] ?? '', 'http://localhost');
  const [from = '', to = ''] = [searchParams.get('a') ?? '', searchParams.get('b') ?? ''];
  expect([from, to]).toEqual([expect.stringMatching(form), expect.stringMatching(form)]);
  const utc = (text: string) => Date.parse(/T[\d:]+$/.test(text) ? `${text}Z` : text);
  expect(utc(to) - utc(from)).toBe(24 * 60 * 60 * 1000);
  expect(Math.abs(utc(to) - before)).toBeLessThan(form.source.includes('T') ? 60_000 : 24 * 60 * 60 * 1000);
});

async function send(path: string, values: Values): Promise<{ seen: Seen; asked: readonly string[] }> {
  const asked: string[] = [];
  const seen = await withServer(
    ({ url = '' }) => {
      asked.push(url);
      return {};
    },
    async (url) => {
      const request = { method: 'GET', url: `${url}${path}` };
      const item = [{ id: 'one', name: 'one', request, event: [toEvent('prerequest', script)] }];
      return (await runPlain({ info: { name: 'Lab' }, item }, values)).get('one');
    },
  );
  return { seen: seen ?? { tests: [], console: [] }, asked };
}
