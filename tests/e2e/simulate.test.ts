import { expect, test } from 'vitest';
import { faults } from '../../scripts/simulator/faults/faults.ts';
import { call } from './call.ts';

const [us, eu] = [
  ['--port', 'us=18183'],
  ['--port', 'eu=18184'],
];
const fault = ['--fault', 'body-null-name', '--fault', 'body-wrong-type'];

test.each([
  ['all that run', ['--region', 'us', ...us], 'us'],
  ['each of several', [...us, ...eu], 'us and eu'],
  ['the one that is named', [...us, ...eu, '--fault-region', 'eu'], 'eu'],
])('the faults that are shown are told, with their regions: %s', async (_, args, regions) => {
  const { code, out, err } = await call(['simulate', ...args, ...fault]);
  const told = out.split('\n').filter((line) => line.startsWith('Fault'));
  expect(told).toEqual([
    expect.stringMatching(new RegExp(`^Fault in ${regions}: body-null-name: [A-Z].+\\.$`)),
    expect.stringMatching(new RegExp(`^Fault in ${regions}: body-wrong-type: [A-Z].+\\.$`)),
  ]);
  expect([code, err]).toEqual([0, '']);
});

test('what is to be pasted is printed whole; without a fault none is told', async () => {
  const { out } = await call(['simulate', '--region', 'us', ...us]);
  expect(out).toContain('\n  npm run contract -- --region us --base-url us=http://127.0.0.1:18183\n');
  expect(out).toMatch(/^ {4}export RIVERY_BASE_URL=http:\/\/127.0.0.1:18183$/m);
  expect(out).toMatch(/^ {4}export RIVERY_TOKEN=(\S+)$[\s\S]*^ {2}export RIVERY_US_TOKEN=\1$/m);
  expect(out).toContain('Stop with Ctrl-C.');
  expect(out).not.toContain('Fault');
});

test('one command runs the suite against all regions', async () => {
  const { out } = await call(['simulate', ...us, ...eu]);
  const suite = out.slice(out.indexOf('The contract suite'));
  const urls = '--base-url us=http://127.0.0.1:18183 --base-url eu=http://127.0.0.1:18184';
  expect(suite).toContain(`\n  npm run contract -- ${urls}\n`);
  expect(out.match(/npm run contract/g)).toHaveLength(1);
  expect(suite).toMatch(/^ {2}export RIVERY_US_TOKEN=\S+$[\s\S]*^ {2}export RIVERY_EU_TOKEN=\S+$/m);
  expect(suite).toContain('Add --allow-run to also call `runRiver`, which costs nothing in a local region.');
});

test.each([
  ['simulate', ['--fault']],
  ['simulate', ['--fault', 'nope']],
  ['faults', ['--only']],
  ['faults', ['--only', 'nope']],
  ['contract', ['--simulate', '--fault']],
  ['contract', ['--simulate', '--fault', 'body-null-name']],
  ['contract', ['--simulate', '--fault', 'body-null-name', '--fault-region', 'eu']],
])('%s %j says how to list the faults', async (command, args) => {
  const { code, err } = await call([command, ...args]);
  expect(err).toContain('List all faults with `npm run simulate -- --list-faults`.');
  expect(code).toBe(3);
});

test('all faults are listed, a line each', async () => {
  const { code, out } = await call(['simulate', '--list-faults']);
  expect(out.split('\n')).toEqual(faults.map(({ id, title }) => `${id}: ${title}.`));
  expect(code).toBe(0);
});
