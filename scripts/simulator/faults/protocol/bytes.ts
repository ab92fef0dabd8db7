import { itemsOf, mapText, withItems } from '../change.ts';
import { onSuccess } from '../conditions.ts';
import type { Fault } from '../fault.ts';

/** Successful responses whose bytes are not one JSON document. */
export const byteFaults: readonly Fault[] = [
  {
    id: 'protocol-duplicate-key',
    class: 'protocol',
    title: 'The first key of successful responses is there twice',
    apply: onSuccess(mapText((text) => text.replace(/^\{("[^"]+":)/, '{$1null,$1'))),
  },
  {
    id: 'protocol-truncated-json',
    class: 'protocol',
    title: 'Successful responses lack their last character',
    apply: onSuccess(mapText((text) => text.slice(0, -1))),
  },
  {
    id: 'protocol-nested-duplicate-key',
    class: 'protocol',
    title: 'Each run has two values for `units`',
    apply: onSuccess(
      mapText((text) => text.replaceAll('"units":', '"units":0,"units":')),
      'getRiverActivitiesRuns',
    ),
  },
  {
    id: 'protocol-not-utf-8',
    class: 'protocol',
    title: 'The names of rivers are encoded in Latin-1',
    apply: onSuccess((response) => {
      const named = itemsOf(response).map((item) => ({ ...item, river_name: `Café ${item.river_name}` }));
      const { body } = withItems(response, named);
      return { ...response, bytes: Buffer.from(JSON.stringify(body), 'latin1') };
    }, 'getActivities'),
  },
  {
    id: 'protocol-html-as-json',
    class: 'protocol',
    title: 'The statistics of the environment are an HTML page',
    apply: onSuccess(
      mapText(() => '<!doctype html><title>Rivery</title><p>Please wait</p>'),
      'getActivitiesStatistic',
    ),
  },
  {
    id: 'protocol-empty-body',
    class: 'protocol',
    title: 'The statistics of a river have an empty body',
    apply: onSuccess(
      mapText(() => ''),
      'getRiverActivitiesStatistic',
    ),
  },
  {
    id: 'protocol-garbage-after',
    class: 'protocol',
    title: 'More text follows the JSON of the list of sub rivers',
    apply: onSuccess(
      mapText((text) => `${text}\n0`),
      'getRiverActivitiesSubRivers',
    ),
  },
  {
    id: 'protocol-byte-order-mark',
    class: 'protocol',
    title: 'The targets begin with a byte order mark',
    apply: onSuccess(
      mapText((text) => `\uFEFF${text}`),
      'getRiverActivitiesTargets',
    ),
  },
  {
    id: 'protocol-trailing-comma',
    class: 'protocol',
    title: 'A comma follows the last property of a single run',
    apply: onSuccess(
      mapText((text) => text.replace(/\}$/, ',}')),
      'getRiverActivitiesRun',
    ),
  },
  {
    id: 'protocol-not-a-number',
    class: 'protocol',
    title: 'Run groups without units have `NaN` for `units`',
    apply: onSuccess(
      mapText((text) => text.replaceAll('"units":0,', '"units":NaN,')),
      'getRiverActivitiesRunGroups',
    ),
  },
];
