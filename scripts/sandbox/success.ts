import type { Expectation, OperationTable } from '../model/expectation.ts';
import type { Outcome } from '../model/outcome.ts';
import { createHolder } from './clause-result.ts';
import { checkCounts } from './counts.ts';
import { checkDetail } from './detail.ts';
import type { Exchange } from './exchange.ts';
import { checkList } from './list.ts';
import type { Memory } from './memory.ts';
import { recallFirst } from './operands.ts';
import type { Pm } from './pm.ts';
import { checkRelations } from './relations.ts';
import { checkRepeat } from './repeat.ts';
import { parseSent } from './sent-request.ts';

/** What a success has to do with itself, with its request and with earlier answers. */
export function checkSuccess(exchange: Exchange): Outcome[] {
  recallFirst(exchange);
  const { list } = exchange.table.contract;
  return [
    ...(list === undefined ? [] : checkList(exchange, list)),
    ...checkCounts(exchange),
    ...checkRelations(exchange),
    ...checkDetail(exchange),
    ...checkRepeat(exchange),
  ];
}

export function toExchange(
  pm: Pm,
  expectation: Expectation,
  table: OperationTable,
  memory: Memory,
  value: unknown,
): Exchange {
  const { operation, statuses, remember = false, repeated = false, provenance = 'documented' } = expectation;
  return {
    operationId: operation,
    table,
    sent: parseSent(pm.request.url.toString(), table.path),
    value,
    header: (name) => pm.response.headers.get(name) ?? undefined,
    variable: (name) => String(pm.variables.get(name) ?? ''),
    memory,
    hold: createHolder(provenance, table.marks),
    inSuite: statuses !== undefined,
    remember,
    repeated,
  };
}
