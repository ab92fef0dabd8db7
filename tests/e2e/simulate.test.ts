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
  expect(out).toContain('    npm run contract -- --region us --base-url us=http://127.0.0.1:18183\n');
  expect(out).toMatch(/^ {4}export RIVERY_BASE_URL=http:\/\/127.0.0.1:18183$/m);
  expect(out).toMatch(/^ {4}export RIVERY_US_TOKEN=(\S+)$[\s\S]*^ {4}export RIVERY_TOKEN=\1$/m);
  expect(out).toContain('Stop with Ctrl-C.');
  expect(out).not.toContain('Fault');
});

test('all faults are listed, a line each', async () => {
  const { code, out } = await call(['simulate', '--list-faults']);
  expect(out.split('\n')).toEqual(faults.map(({ id, title }) => `${id}: ${title}.`));
  expect(code).toBe(0);
});
