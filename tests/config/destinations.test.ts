import { expect, test } from 'vitest';
import { toPlan } from '../../scripts/cases/plan.ts';
import { refusePlainHttp, toDestinations } from '../../scripts/config/destinations.ts';
import { openText } from '../fixtures/open.ts';

const responses = { 200: { description: 'It.' }, 401: { description: 'No.' } };
const parameters = [{ name: 'q', in: 'query', required: true, schema: {}, 'x-variable': 'account' }];
const paths = {
  '/a': { get: { operationId: 'a', parameters, responses } },
  '/b': { servers: [{ url: 'http://path.example' }], get: { operationId: 'b', responses } },
  '/c': {
    get: { operationId: 'c', security: [], responses, servers: [{ url: 'http://operation.example' }] },
    post: { operationId: 'd', responses, servers: [{ url: 'http://unsent.example' }] },
  },
};
const { api } = await openText({
  openapi: '3.1.0',
  info: { title: 'Lab', version: '1' },
  servers: [{ url: 'https://top.example', 'x-region': 'us' }],
  security: [{ key: [] }],
  components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
  paths,
});
const cases = toPlan(api).cases.filter(({ operation }) => operation.id !== 'd');
const [region] = api.regions;
if (region === undefined) throw new Error('no region');
const sending = { region, bases: region.bases, foreignToken: 'CONTRACT_EU_TOKEN' };

test('each host is listed with the variables that go there, servers of paths and operations included', () => {
  const [top, path, operation, unsent] = toDestinations(api, cases, sending);
  const token = 'CONTRACT_US_TOKEN';
  expect(top?.variables.toSorted()).toEqual(['CONTRACT_EU_TOKEN', 'CONTRACT_US_ACCOUNT', token]);
  expect([path?.url, path?.variables[0]]).toEqual(['http://path.example', token]);
  expect([operation?.url, operation?.variables]).toEqual(['http://operation.example', []]);
  expect(unsent).toEqual({ region: 'us', url: 'http://unsent.example', cases: 0, variables: [] });
});

test('several addresses that are the same are one', () => {
  const bases = Object.fromEntries(Object.keys(region.bases).map((name) => [name, 'http://127.0.0.1:1']));
  expect(toDestinations(api, cases, { region, bases })).toHaveLength(1);
});

test('credentials are not sent by http to another machine, which is said with region, host and remedy', () => {
  const refuse = (): void => refusePlainHttp(api, cases, [sending]);
  expect(refuse).toThrow('  us: http://path.example would receive CONTRACT_US_TOKEN');
  expect(refuse).toThrow('add --allow-http');
  // Nothing secret goes to these.
  expect(refuse).not.toThrow(/operation\.example|unsent\.example/);
});

test.each(['https://a.example', 'http://127.0.0.1:1', 'http://[::1]', 'http://localhost'])(
  'credentials are sent to %s',
  (url) => {
    const bases = Object.fromEntries(Object.keys(region.bases).map((name) => [name, url]));
    expect(() => refusePlainHttp(api, cases, [{ region, bases }])).not.toThrow();
  },
);
