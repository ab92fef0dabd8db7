import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../../scripts/base/usage-error.ts';
import { readPage } from '../../../../scripts/commands/env/console/read-page.ts';
import { open, openMalformed, rivery } from '../../../fixtures/open.ts';

const { api } = await open(rivery);
const account = '5f00000000000000000000aa';
const environment = '000000000000000000000017';
const river = '5F00000000000000000000C1';
const place = `${account}/${environment}`;
const whole = { account_id: account, environment_id: environment, river_id: river };
const { river_id, ...withoutRiver } = whole;

const hosts = [
  ['us', 'console.rivery.io'],
  ['eu', 'eu-west-1.console.rivery.io'],
] as const;

const pages = [
  ['a river, older', `/river/${place}/river/${river}`, whole],
  ['a river', `/rivers/${place}/${river}`, whole],
  ['the settings of a river', `/rivers/${place}/${river}/settings`, whole],
  ['the runs of a river', `/rivers/${place}/${river}/runs`, whole],
  ['the activities', `/activities/${place}/activities`, withoutRiver],
  ['the activities of a river', `/activities/${place}/activities/${river}`, whole],
  ['the dashboard', `/dashboard/${place}/dashboard`, withoutRiver],
] as const;

describe.each(hosts)('%s', (region, host) => {
  describe.each(pages)('%s', (_, path, values) => {
    test.each([
      ['as it is', `https://${host}${path}`],
      ['behind a hash', `https://${host}/#${path}`],
      ['with what may follow', `https://${host}${path}/?tab=1&token=geheim#top`],
      ['behind a hash, with a query', `https://${host}/?a=b#${path}/?tab=1`],
      ['as people copy it', ` "http://${host.toUpperCase()}${path}//"\n`],
      ['without its scheme', `${host}${path}`],
    ])('%s', (__, url) => {
      expect(readPage(api, url)).toEqual({ region: expect.objectContaining({ name: region }), values });
    });
  });
});

test.each([
  ['a dot after the host', `https://console.rivery.io./rivers/${place}/${river}`],
  ['the port of https', `https://console.rivery.io:443/rivers/${place}/${river}`],
  ['curly quotes', `“https://console.rivery.io/rivers/${place}/${river}”`],
])('%s does no harm', (_, url) => {
  expect(readPage(api, url).values).toEqual(whole);
});

const at = (path: string): string => `https://console.rivery.io${path}`;
const inRiver = (part: string): string => at(`/river/${place}/river/${part}`);

test.each([
  ['nothing', '', 'it is empty'],
  ['quotes only', ' "" ', 'it is empty'],
  ['100 kB', at(`/${'geheim'.repeat(17_000)}`), 'it has 102,026 characters'],
  [
    'a control character',
    at(`/river/${account}\u001b[31m/geheim`),
    'a control character, .* at character 57',
  ],
  ['a line break within', at(`/river/${account}\n/geheim`), 'a line break'],
  ['an invisible space', at(`/river/${account}\u200b/geheim`), 'invisible'],
  ['a text that turns around', at('/river/\u202egeheim'), 'invisible'],
  ['a space in an id', inRiver('5f00 geheim'), 'a space, at character 93'],
  ['backslashes', 'https:\\\\console.rivery.io\\river\\geheim', 'a backslash'],
  ['a word', 'geheim', 'this is not a URL'],
  ['an id alone', account, 'this is not a URL'],
  ['a path', `/river/${place}/river/${river}`, 'this is not a URL'],
  ['a file', './geheim.json', 'this is not a URL'],
  ['a file of Windows', 'C:/geheim.json', 'this is not a URL'],
  ['a URL without a host', 'https://', 'this is not a URL'],
  ['a URL that is percent-encoded', 'https%3A%2F%2Fconsole.rivery.io%2Fgeheim', 'this is not a URL'],
  ['the URL of a file', 'file:///home/geheim', 'must begin with `https://`'],
  ['another scheme', `ftp://console.rivery.io/river/${place}/river/${river}`, 'must begin with `https://`'],
  [
    'a token as user',
    `https://geheim@console.rivery.io/rivers/${place}/${river}`,
    'must not contain credentials',
  ],
  [
    'a password',
    `https://me:geheim@console.rivery.io/rivers/${place}/${river}`,
    'must not contain credentials',
  ],
  [
    'a host before an @',
    `https://console.rivery.io@evil.example/rivers/${place}/${river}`,
    'must not contain credentials',
  ],
  ['the API', `https://api.rivery.io/v1/accounts/${account}`, 'an address of the API'],
  ['the API of the EU', `https://api.eu-west-1.rivery.io/v1/accounts/${account}`, 'an address of the API'],
  ['the older API', 'https://console.rivery.io/api/run', 'an address of the API'],
  [
    'Israel',
    `https://il-central-1.console.rivery.io/rivers/${place}/${river}`,
    'of a region that the spec does not have, .* us \\(console.rivery.io\\), eu \\(',
  ],
  [
    'another product',
    `https://console.cloud.example/rivers/${place}/${river}`,
    "its host is not the console's",
  ],
  [
    'a host that goes on',
    `https://console.rivery.io.evil.example/rivers/${place}/${river}`,
    'only looks like',
  ],
  ['a host that begins otherwise', `https://myconsole.rivery.io/rivers/${place}/${river}`, 'only looks like'],
  ['letters of another script', `https://сonsole.rivery.io/rivers/${place}/${river}`, 'only looks like'],
  ['another port', `https://console.rivery.io:8443/rivers/${place}/${river}`, 'its port'],
  ['the first page', at('/'), 'its path is not one of those with ids.* /rivers/\\{account_id\\}'],
  ['the first page, older', at('/#/'), 'its path is not one of those'],
  ['a page without ids', at('/login'), 'its path is not one of those'],
  ['no environment', at(`/river/${account}/river/${river}`), 'its path is not one of those'],
  ['no river', at(`/rivers/${place}`), 'ends where `river_id` is expected'],
  ['no environment and no river', at(`/#/rivers/${account}/`), 'ends where `environment_id` is expected'],
  ['no word', at(`/activities/${place}`), 'ends where `activities` is expected'],
  ['nothing after the word', at('/rivers'), 'ends where `account_id` is expected'],
  ['two slashes', at(`/rivers/${account}//${river}`), '`environment_id`, part 3 of its path, is empty'],
  ['a slash too many', at(`//rivers/${place}/${river}`), 'its path is not one of those'],
  ['braces', inRiver('{river_id}'), '`river_id`, part 5 of its path, is still a placeholder'],
  [
    'braces behind a hash',
    at(`/#/rivers/{account}/${environment}/${river}`),
    '`account_id`, part 2 .* placeholder',
  ],
  ['angle brackets', inRiver('<river>'), 'is still a placeholder'],
  ['a colon', inRiver(':river'), 'is still a placeholder'],
  ['capitals', at(`/rivers/ACCOUNT_ID/${environment}/${river}`), 'is still a placeholder'],
  ['your own', at(`/rivers/your-account-id/${environment}/${river}`), 'is still a placeholder'],
  ['an ellipsis', inRiver('5f00…c1'), 'is shortened'],
  ['three dots', inRiver('5f00...c1'), 'is shortened'],
  ['percent-encoding', inRiver(`%35${river.slice(1)}`), 'percent-encoded'],
  ['a slash that is encoded', inRiver(`${river}%2Fsettings`), 'percent-encoded'],
  ['another script', inRiver('гeheim'), 'percent-encoded'],
  ['a sign', inRiver(`${river};geheim`), 'contains a character that no id has'],
  [
    'a digit too few',
    inRiver(river.slice(1)),
    '`river_id`, part 5 .* does not have the form of this id. It should look like `5f0',
  ],
  ['a digit too many', at(`/rivers/${account}0/${environment}/${river}`), '`account_id`, part 2 .* the form'],
  [
    'a letter that is no digit',
    at(`/rivers/${account}/g${environment.slice(1)}/${river}`),
    '`environment_id`, part 3',
  ],
  ...['new', 'NEW', 'new-river', 'create', 'undefined'].map((part) => [
    `an unsaved river, ${part}`,
    inRiver(part),
    '`river_id`, part 5 .* is for an object that is not saved yet. Open a saved river, and copy the address',
  ]),
  ['an unsaved river, newer', at(`/rivers/${place}/new/settings`), '`river_id`, part 4 .* not saved yet'],
  ['an unsaved river, older', at(`/#/river/${place}/river/new`), '`river_id`, part 5 .* not saved yet'],
  ['a word that only begins so', inRiver('newest'), 'does not have the form of this id'],
  ['a token', inRiver('geheim.geheim.geheim'), 'does not have the form of this id'],
])('%s is refused', (_, url, wanted) => {
  const read = () => readPage(api, url);
  expect(read).toThrow(UsageError);
  expect(read).toThrow(new RegExp(`^--console-url: .*${wanted}`));
  expect(read).not.toThrow(/geheim|\p{Cc}/u);
});

describe('the console of another API', () => {
  const parameter = (name: string, schema: string): string =>
    `{ name: ${name}, in: path, required: true, schema: ${schema}, example: 7, x-variable: ${name} }`;
  const description = (console: string): string => `
openapi: 3.1.0
info: { title: Shop, version: "1" }
servers: [{ url: https://api.shop.example }]
${console}
paths:
  /{shop}/{order}:
    parameters: [${parameter('shop', '{}')}, ${parameter('order', '{ type: integer }')}]
    get: { operationId: get, responses: { "200": { description: ok } } }
`;
  const pages = 'pages: [{ path: "/{shop}" }, { path: "/{shop}/orders/{order}" }]';
  const console = `x-console: { regions: { default: { url: "http://shop.example:81" } }, ${pages} }`;

  test.each([
    ['acme', { shop: 'acme' }],
    ['17/staff', { shop: '17' }],
    ['new', { shop: 'new' }],
    ['acme/orders/17', { shop: 'acme', order: '17' }],
  ])('%s', async (path, values) => {
    const shop = (await openMalformed(description(console))).api;
    expect(readPage(shop, `http://shop.example:81/${path}`).values).toEqual(values);
  });

  test.each([
    [console, 'http://shop.example:81/acme/orders/x', /`order`, part 3 of its path, does not have the form/],
    [console, 'http://shop.example:81/shop', /`shop`, part 1 of its path, is still a placeholder/],
    [console, 'http://shop.example/acme', /its port is not that/],
    [console, 'https://api.shop.example/acme', /an address of the API/],
    ['', 'http://shop.example:81/acme', /no usable .x-console./],
    [`x-console: { regions: 7, ${pages} }`, 'http://shop.example:81/acme', /no usable .x-console./],
    [
      'x-console: { regions: { default: { url: http://a.example } } }',
      'http://a.example/x',
      /no usable .x-console./,
    ],
  ])('%s %s', async (own, url, wanted) => {
    const shop = (await openMalformed(description(own))).api;
    expect(() => readPage(shop, url)).toThrow(wanted);
  });
});

test('the guide of the description lists the pages that are read', () => {
  const rows = [...api.description.matchAll(/^\| [^|]+ \| `\/(?:#\/)?([^`]+)` \|$/gm)].map(
    ([, path]) => `/${path}`,
  );
  expect(rows.length).toBeGreaterThan(5);
  const bare = rows.map((path) => path.replace(/\/settings$/, ''));
  expect([...new Set(bare)].toSorted()).toEqual(api.console?.paths.toSorted());
});
