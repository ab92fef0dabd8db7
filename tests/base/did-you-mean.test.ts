import { expect, test } from 'vitest';
import { didYouMean } from '../../scripts/base/did-you-mean.ts';

test.each<[given: string, names: readonly string[], nearest: string | undefined]>([
  ['eu', [], undefined],
  ['eu', ['eu'], 'eu'],
  ['EU', ['eu'], 'eu'],
  ['', ['eu'], 'eu'],
  ['', ['all'], undefined],
  ['getRivr', ['getRiver', 'getRun'], 'getRiver'],
  ['getRiverr', ['getRiver'], 'getRiver'],
  ['getRover', ['getRun', 'getRiver'], 'getRiver'],
  ['gteRiver', ['getRiver'], 'getRiver'],
  ['gteRivr', ['getRiver'], undefined],
  ['us', ['eu', 'usa'], 'usa'],
])('%j among %j', (given, names, nearest) => {
  expect(didYouMean(given, names)).toBe(nearest === undefined ? '' : ` Did you mean \`${nearest}\`?`);
});
