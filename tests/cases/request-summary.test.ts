import { expect, test } from 'vitest';
import type { Outgoing } from '../../scripts/cases/case.ts';
import { plain, without, withValue } from '../../scripts/cases/outgoing.ts';
import { requestDifferences } from '../../scripts/cases/request-summary.ts';
import { open, rivery } from '../fixtures/open.ts';

const { api } = await open(rivery);
const operationOf = (id: string) => api.operations.find((one) => one.id === id) ?? expect.fail();
const list = operationOf('getActivities');
const run = operationOf('runRiver');
const parameterOf = (name: string) => list.parameters.find((one) => one.name === name) ?? expect.fail();
const usual = plain(list);

test.each<[string, Outgoing, string[]]>([
  ['nothing', usual, []],
  ['a value', withValue(usual, parameterOf('status'), 'failed'), ['status=failed']],
  ['a part of the path', withValue(usual, parameterOf('account_id'), 'f'), ['account_id=f']],
  ['what is missing', without(usual, parameterOf('start_time')), ['no start_time']],
  ['a long value', withValue(usual, parameterOf('search'), 'x'.repeat(99)), [`search=${'x'.repeat(60)}…`]],
  ['the token', { ...usual, credentials: 'elsewhere' }, ["another region's token"]],
  ['the method', { ...usual, method: 'HEAD' }, ['HEAD instead of GET']],
])('%s', (_, outgoing, wanted) => {
  expect(requestDifferences({ operation: list, outgoing })).toEqual(wanted);
});

test.each<[string, Partial<Outgoing>, string[]]>([
  ['another body', { body: { river_id: [] } }, ['body {"river_id":[]}']],
  ['no body', { body: undefined }, ['no body']],
  ['an empty one', { rawBody: '' }, ['an empty body']],
  ['a broken one', { rawBody: '{"' }, ['body {"']],
])('%s', (_, changed, wanted) => {
  expect(requestDifferences({ operation: run, outgoing: { ...plain(run), ...changed } })).toEqual(wanted);
});
