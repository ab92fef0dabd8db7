import type { Outcome } from '../model/outcome.ts';
import { createToOutcome } from './clause-result.ts';
import { checkCounts } from './counts.ts';
import { checkDetail } from './detail.ts';
import { type CheckedExchange, toListExchange } from './exchange.ts';
import type { History } from './history.ts';
import { checkList } from './list.ts';
import { recordFirstResponse } from './operands.ts';
import type { JudgedResponse } from './protocol.ts';
import { checkRelations } from './relations.ts';
import { checkRepeat } from './repeat.ts';
import { parseSent } from './sent-request.ts';

/** Compares a success with itself, with its request, and with earlier responses. */
export function checkSuccess(exchange: CheckedExchange): Outcome[] {
  recordFirstResponse(exchange);
  const list = toListExchange(exchange);
  return [
    ...(list === undefined ? [] : checkList(list)),
    ...checkCounts(exchange),
    ...checkRelations(exchange),
    ...checkDetail(exchange),
    ...checkRepeat(exchange),
  ];
}

export function toExchange(
  { pm, expectation, operation: table }: Pick<JudgedResponse, 'pm' | 'expectation' | 'operation'>,
  history: History,
  { header, value }: Pick<CheckedExchange, 'header' | 'value'>,
): CheckedExchange {
  const { operation, statuses, remember = false, repeated = false, provenance = 'documented' } = expectation;
  return {
    operationId: operation,
    request: pm.info.requestId,
    table,
    sent: parseSent(pm.request.url.toString(), table.path),
    value,
    header,
    variable: (name) => String(pm.variables.get(name) || ''),
    history,
    toOutcome: createToOutcome(provenance, table.marks),
    inSuite: statuses !== undefined,
    remember,
    repeated,
  };
}
