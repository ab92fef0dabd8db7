import { expect, test } from 'vitest';
import { build, open, rivery } from '../../fixtures/open.ts';
import { itemsOf, read, type WrittenEnvironment } from '../../fixtures/postman.ts';

const { files } = await build(await open(rivery));
const people = read(files, 'rivery.postman_collection.json');
const variables = [
  ...['base-url', 'account_id', 'environment_id', 'river_id', 'run_id'],
  ...['start_date', 'end_date', 'token', 'run-base-url', 'allow_run', 'region'],
];

test('the requests have the names that people know', () => {
  expect(itemsOf(people).map(({ name, request }) => `${request.method} ${name}`)).toEqual([
    'POST Run River',
    'GET Get Activities Statistic',
    'GET Get River Activities Statistic',
    'GET Get River Activities Targets',
    'GET Get River Activities Run Groups',
    'GET Get River Activities Sub Rivers',
    'GET Get River Activities Runs',
    'GET Get River Activities Run',
    'GET Get Activities',
  ]);
});

test('the collection has its variables', () => {
  expect(people.variable.map(({ key }) => key).sort()).toEqual([...variables].sort());
});

test.each([
  ['us', 'https://api.rivery.io', 'https://console.rivery.io/api'],
  ['eu', 'https://api.eu-west-1.rivery.io', 'https://eu-west-1.console.rivery.io/api'],
])('the environment of %s', (region, base, run) => {
  const { values } = read<WrittenEnvironment>(files, `rivery.${region}.postman_environment.json`);
  const steering = { allow_run: 'false', allow_unsafe: 'false' };
  const filled = values.filter(({ value }) => value !== '').map(({ key, value }) => [key, value]);
  expect(Object.fromEntries(filled)).toEqual({ 'base-url': base, 'run-base-url': run, ...steering, region });
  expect(values.map(({ key }) => key)).toEqual(expect.arrayContaining(variables));
});

test.each(['us', 'eu'])(
  'the environment of %s holds no token of another region: it is not tried',
  (region) => {
    const { values } = read<WrittenEnvironment>(files, `rivery.${region}.postman_environment.json`);
    const contract = read(files, 'rivery.contract.postman_collection.json');
    const all = [...values, ...contract.variable].filter(({ key }) => key === 'other_region_token');
    expect(all.map(({ value }) => value)).toEqual(['', '']);
  },
);

test('the description of `run-base-url` names both addresses that sources give for the EU', () => {
  const run = people.variable.find(({ key }) => key === 'run-base-url');
  expect(run?.description).toContain('This address is observed');
  expect(run?.description).toContain('names https://api.eu-west-1.rivery.io instead');
});

test('Run River is sent to its own host, the rest to the v1 host', () => {
  const hosts = itemsOf(people).map(({ request }) => request.url.host?.join(''));
  expect(hosts).toEqual(['{{run-base-url}}', ...Array(8).fill('{{base-url}}')]);
});

test('the token is in the collection once, as a variable, and requests inherit it', () => {
  expect(people.auth).toEqual({
    type: 'bearer',
    bearer: [{ key: 'token', value: '{{token}}', type: 'string' }],
  });
  expect(itemsOf(people).filter(({ request }) => 'auth' in request)).toEqual([]);
});
