import { itemsOf, mapText, withItems } from '../change.ts';
import type { FaultTable } from '../fault.ts';

/** Successful responses whose bytes are not one JSON document. */
export const byteFaults: FaultTable = {
  'protocol-duplicate-key': {
    title: 'The first key of successful responses is there twice',
    200: mapText((text) => text.replace(/^\{("[^"]+":)/, '{$1null,$1')),
  },
  'protocol-truncated-json': {
    title: 'Successful responses lack their last character',
    200: mapText((text) => text.slice(0, -1)),
  },
  'protocol-nested-duplicate-key': {
    title: 'Each run has two values for `units`',
    getRiverActivitiesRuns: mapText((text) => text.replaceAll('"units":', '"units":0,"units":')),
  },
  'protocol-not-utf-8': {
    title: 'The names of rivers are encoded in Latin-1',
    getActivities: (response) => {
      const named = itemsOf(response).map((item) => ({ ...item, river_name: `Café ${item.river_name}` }));
      const { body } = withItems(response, named);
      return { ...response, bytes: Buffer.from(JSON.stringify(body), 'latin1') };
    },
  },
  'protocol-html-as-json': {
    title: 'The statistics of the environment are an HTML page',
    getActivitiesStatistic: mapText(() => '<!doctype html><title>Rivery</title><p>Please wait</p>'),
  },
  'protocol-empty-body': {
    title: 'The statistics of a river have an empty body',
    getRiverActivitiesStatistic: mapText(() => ''),
  },
  'protocol-garbage-after': {
    title: 'More text follows the JSON of the list of sub rivers',
    getRiverActivitiesSubRivers: mapText((text) => `${text}\n0`),
  },
  'protocol-byte-order-mark': {
    title: 'The targets begin with a byte order mark',
    getRiverActivitiesTargets: mapText((text) => `\uFEFF${text}`),
  },
  'protocol-trailing-comma': {
    title: 'A comma follows the last property of a single run',
    getRiverActivitiesRun: mapText((text) => text.replace(/\}$/, ',}')),
  },
  'protocol-not-a-number': {
    title: 'Run groups without units have `NaN` for `units`',
    getRiverActivitiesRunGroups: mapText((text) => text.replaceAll('"units":0,', '"units":NaN,')),
  },
};
