import { testRule } from './test-rule.ts';

const get = (change: string): string => `paths: { '/orders/{order_id}': { get: { ${change} } } }`;

testRule('extension-known', [
  ['an extension of somebody else', 'x-logo: { url: a }', []],
  ['a letter wrong', get('x-contact: { effects: costs }'), ['x-contact:']],
  ['a plural', 'servers: { 0: { x-regions: us } }', ['x-regions: us']],
  ['a source', 'info: { x-sourc: Us. }', ['x-sourc: Us.']],
  ['a name that is data', 'components: { schemas: { Order: { properties: { x-contact: {} } } } }', []],
]);
