import { testRule } from './test-rule.ts';

testRule('env-prefix-well-formed', [
  ['capitals', 'info: { x-env-prefix: SHOP_2 }', []],
  ['a number', 'info: { x-env-prefix: 5 }', ['x-env-prefix: 5']],
  ['a digit first', 'info: { x-env-prefix: 2SHOP }', ['x-env-prefix: 2SHOP']],
  ['a hyphen', 'info: { x-env-prefix: my-shop }', ['x-env-prefix: my-shop']],
  ['nothing', "info: { x-env-prefix: '' }", ['x-env-prefix: ""']],
  ['where it means nothing', 'x-env-prefix: SHOP', ['x-env-prefix: SHOP']],
]);
