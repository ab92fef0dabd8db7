import { describe, expect, test } from 'vitest';
import { UsageError } from '../../scripts/base/usage-error.ts';
import { toPlan } from '../../scripts/cases/plan.ts';
import { areLocal, isLoopback, parseBaseUrls } from '../../scripts/config/base-url.ts';
import { selectRegions, toTargets } from '../../scripts/config/targets.ts';
import { open, rivery } from '../fixtures/open.ts';

const { api } = await open(rivery);
const { cases } = toPlan(api);
const now = Date.UTC(2026, 0, 8, 12);

const complete = Object.fromEntries(
  ['US', 'EU'].flatMap((region) =>
    ['TOKEN', 'ACCOUNT_ID', 'ENVIRONMENT_ID', 'RIVER_ID', 'RUN_ID'].map((name) => [
      `RIVERY_${region}_${name}`,
      `${region}${name}`,
    ]),
  ),
);
const options = {
  regions: [],
  baseUrls: [],
  windowDays: 7,
  allowHttp: false,
  allowed: { costs: false, unsafe: false, foreignTokens: false },
};
const targets = (more: object = {}, env: Record<string, string> = {}) =>
  toTargets(api, cases, { ...options, ...more }, { env: { ...complete, ...env }, now });

const local = { RIVERY_US_BASE_URL: 'http://127.0.0.1:1', RIVERY_US_RUN_BASE_URL: 'http://localhost:2/api' };
const bothLocal = {
  ...local,
  RIVERY_EU_BASE_URL: 'http://[::1]:3',
  RIVERY_EU_RUN_BASE_URL: 'http://127.1.2.3',
};

test.each([
  ['as described', {}, [], false],
  ['one of them on this machine', local, [], false],
  ['all on this machine', bothLocal, [], true],
  [
    'all but one address on this machine',
    { ...bothLocal, RIVERY_EU_RUN_BASE_URL: 'https://a.example' },
    [],
    false,
  ],
  ['all on this machine, by --base-url', local, ['eu=http://127.0.0.1:1'], true],
  ['elsewhere, by --base-url', bothLocal, ['eu=https://a.example'], false],
])('with hosts %s all regions are local: %s', (_, env, baseUrls, wanted) => {
  const overrides = parseBaseUrls(baseUrls, ['us', 'eu']);
  expect(areLocal(api, api.regions, env, overrides)).toBe(wanted);
});

test.each([false, true])(
  'the token of another region is sent only where that is allowed: %s',
  (foreignTokens) => {
    const allowed = { ...options.allowed, foreignTokens };
    expect(targets({ allowed }).map(({ foreignToken }) => foreignToken)).toEqual(
      foreignTokens ? ['RIVERY_EU_TOKEN', 'RIVERY_US_TOKEN'] : [undefined, undefined],
    );
    expect(targets({ allowed }).map(({ variables }) => variables.other_region_token)).toEqual(
      foreignTokens ? ['EUTOKEN', 'USTOKEN'] : [undefined, undefined],
    );
  },
);

describe('--base-url', () => {
  test.each([
    ['us=https://a.example', 'https://a.example'],
    ['us=https://a.example/', 'https://a.example'],
    ['us=http://127.0.0.1:8080/api//', 'http://127.0.0.1:8080/api'],
  ])('%s', (argument, url) => {
    expect(parseBaseUrls([argument], ['us']).get('us')).toBe(url);
  });

  test.each([
    '',
    'us',
    'us=',
    'us=/api',
    'us=ftp://a',
    'us=https://u:p@a',
    'us=https://a?b=c',
    'us=https://a#b',
    'eu=https://a',
    '=https://a',
  ])('%j is refused', (argument) => {
    expect(() => parseBaseUrls([argument], ['us'])).toThrow(UsageError);
  });
});

test.each([
  ['http://127.0.0.1:1', true],
  ['http://localhost/x', true],
  ['http://[::1]:8', true],
  ['http://[0:0:0:0:0:0:0:1]/', true],
  ['http://127.255.0.9', true],
  ['http://LOCALHOST', true],
  ['http://[::2]', false],
  ['http://128.0.0.1', false],
  ['http://localhost.example.com', false],
  ['https://127.0.0.1.example.com', false],
  ['https://api.example.com', false],
  ['nonsense', false],
])('%s stays on this machine: %s', (url, wanted) => {
  expect(isLoopback(url)).toBe(wanted);
});

describe('targets', () => {
  test('values, base URLs and the time window of the last seven days', () => {
    const [us, eu] = targets();
    expect(us?.variables).toMatchObject({
      token: 'USTOKEN',
      'base-url': 'https://api.rivery.io',
      'run-base-url': 'https://console.rivery.io/api',
      start_date: '2026-01-01T12:00:00',
      end_date: '2026-01-08T12:00:00',
      allow_run: 'false',
    });
    expect(eu?.variables).toMatchObject({ token: 'EUTOKEN', 'base-url': 'https://api.eu-west-1.rivery.io' });
  });

  test('the pace is the described one on a live region, none on this machine, or the given one', () => {
    expect(targets()[0]?.perMinute).toBe(15);
    expect(targets({ baseUrls: ['us=http://127.0.0.1:1'] })[0]?.perMinute).toBeUndefined();
    expect(targets({ perMinute: 3, baseUrls: ['us=http://127.0.0.1:1'] })[0]?.perMinute).toBe(3);
  });

  test('a base URL of the command line wins over the environment, which wins over the description', () => {
    const env = { RIVERY_US_BASE_URL: 'https://env.example' };
    expect(targets({}, env)[0]?.baseUrl).toBe('https://env.example');
    const given = targets({ baseUrls: ['us=https://given.example'] }, env)[0];
    expect(given?.variables).toMatchObject({
      'base-url': 'https://given.example',
      'run-base-url': 'https://given.example',
    });
  });

  test.each([
    ['RIVERY_US_TOKEN', '', /RIVERY_US_TOKEN is not set/],
    ['RIVERY_EU_RIVER_ID', '  ', /RIVERY_EU_RIVER_ID is not set/],
    ['RIVERY_EU_RUN_ID', 'a/b', /RIVERY_EU_RUN_ID contains a slash/],
    ['RIVERY_US_RIVER_ID', 'a/b', /RIVERY_US_RIVER_ID contains a slash/],
    ['RIVERY_US_RIVER_ID', 'a b', /RIVERY_US_RIVER_ID contains a slash/],
    ['RIVERY_US_TOKEN', 'a\nb', /RIVERY_US_TOKEN contains a control character/],
    ['RIVERY_US_TOKEN', ' \t ', /RIVERY_US_TOKEN is not set/],
    ['RIVERY_US_TOKEN', 'Bearer geheim', /RIVERY_US_TOKEN begins with `Bearer`, .* set only the token/],
    ['RIVERY_US_TOKEN', 'bearer  geheim', /RIVERY_US_TOKEN begins with `Bearer`/],
    ['RIVERY_US_TOKEN', '"geheim"', /RIVERY_US_TOKEN is in quotes: set the token without them/],
    ['RIVERY_EU_TOKEN', "geheim'", /RIVERY_EU_TOKEN is in quotes/],
    ['RIVERY_US_TOKEN', '<token>', /RIVERY_US_TOKEN is still a placeholder/],
    ['RIVERY_EU_ACCOUNT_ID', '{{account}}', /RIVERY_EU_ACCOUNT_ID is still a placeholder/],
    ['RIVERY_EU_ACCOUNT_ID', 'a{', /RIVERY_EU_ACCOUNT_ID ends in `{`/],
    ['RIVERY_EU_TOKEN', 'x{{token}}', /RIVERY_EU_TOKEN is still a placeholder/],
    ['RIVERY_EU_BASE_URL', 'https://a.example/{{token}}', /BASE_URL can't be used: it must not contain `{{`/],
    ['RIVERY_US_RIVER_ID', '..', /RIVERY_US_RIVER_ID contains a slash/],
    ['RIVERY_US_RIVER_ID', 'a%2Fb', /RIVERY_US_RIVER_ID contains a slash/],
    ['RIVERY_US_START_DATE', '2026-01-01T00:00:00+02:00', /RIVERY_US_START_DATE must be a time in UTC/],
    ['RIVERY_US_START_DATE', '2026-01-01', /START_DATE must look like `2026-01-31T12:00:00`, in UTC/],
    ['RIVERY_US_END_DATE', 'yesterday', /END_DATE must look like/],
    ['RIVERY_US_END_DATE', '1795756229', /END_DATE must look like/],
    ['RIVERY_US_BASE_URL', 'nowhere', /RIVERY_US_BASE_URL can't be used: it is not a URL/],
    [
      'RIVERY_US_BASE_URL',
      'https://me:geheim@a.example',
      /RIVERY_US_BASE_URL can't be used: it must not contain credentials/,
    ],
  ])('%s=%j', (name, value, wanted) => {
    expect(() => targets({}, { [name]: value })).toThrow(wanted);
    expect(() => targets({}, { [name]: value })).not.toThrow(/geheim/);
  });

  test('a window that ends before it begins is refused', () => {
    const env = { RIVERY_US_START_DATE: '2026-01-02T00:00:00', RIVERY_US_END_DATE: '2026-01-01T23:59:59' };
    expect(() => targets({}, env)).toThrow('RIVERY_US_START_DATE is later than RIVERY_US_END_DATE.');
    expect(targets({}, { ...env, RIVERY_US_END_DATE: env.RIVERY_US_START_DATE })).toHaveLength(2);
  });

  test('a token that only begins like a scheme is one', () => {
    expect(targets({}, { RIVERY_US_TOKEN: 'bearer-of-news' })).toHaveLength(2);
  });

  test.each(['2026-01-01T00:00', '2026-01-01T00:00:00', '2026-01-01T00:00:00.5Z'])('%s is a time', (time) => {
    expect(targets({}, { RIVERY_US_START_DATE: time })).toHaveLength(2);
  });

  test('what no case uses is not asked for', () => {
    const statistics = cases.filter(({ operation }) => operation.id === 'getActivitiesStatistic');
    const env = { ...complete, RIVERY_US_RIVER_ID: '', RIVERY_US_RUN_ID: '' };
    expect(toTargets(api, statistics, options, { env, now })).toHaveLength(2);
  });

  test('regions are those of the description, in its order', () => {
    expect(selectRegions(api, ['eu', 'us']).map(({ name }) => name)).toEqual(['us', 'eu']);
    expect(() => selectRegions(api, ['mars'])).toThrow(/The regions are us, eu/);
  });
});
