import type { Outcome } from '../model/outcome.ts';
import { type ClauseResult, createToOutcome, show, unlessTrivial } from './clause-result.ts';
import { checkDetail } from './detail.ts';
import { firstDifference } from './difference.ts';
import { type CheckedExchange, toListExchange, withWhole } from './exchange.ts';
import { type History, record } from './history.ts';
import { checkList } from './list.ts';
import { isReportedMissing } from './missing.ts';
import { recordFirstResponse } from './operands.ts';
import type { JudgedResponse } from './protocol.ts';
import { checkRelations } from './relations.ts';
import { parseSent } from './sent-request.ts';
import { at } from './value-at.ts';

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

/** A filter on a body that counts by value: the value in the request is counted as before, and no other one is. */
function checkCounts(exchange: CheckedExchange): Outcome[] {
  const { operationId, table, sent, value, history, toOutcome, remember } = exchange;
  const { filters } = table.contract;
  const key = `${operationId} counts`;
  const isCounted = Object.keys(filters).some((name) => filters[name]?.keep === 'counts');
  if (remember && isCounted) record(history.bodies, key, value);
  return Object.keys(filters).flatMap((name) => {
    const filter = filters[name];
    const requested = sent.query[name];
    if (filter === undefined || filter.keep !== 'counts' || requested === undefined) return [];
    const own = filter.counts[requested];
    const before = history.bodies[key];
    if (own === undefined || before === undefined) return [];
    const all = Object.keys(filter.counts).map((word) => filter.counts[word] || '');
    // The schema check reports what is missing.
    const missing = history.missing[operationId];
    const pointers = all.filter((pointer) =>
      [before, value].every((body) => !isReportedMissing(missing, body, pointer)),
    );
    const wantedAt = (pointer: string): unknown => (pointer === own ? at(before, pointer) : 0);
    const wrong = pointers.find((pointer) => at(value, pointer) !== wantedAt(pointer));
    const result: ClauseResult =
      wrong === undefined
        ? 'held'
        : {
            message: `${name}=${requested} counts something else`,
            expected: `${wrong} ${show(wantedAt(wrong))}`,
            actual: `${wrong} ${show(at(value, wrong))}`,
          };
    // If nothing else was counted before, nothing shows that it is left out.
    const isConclusive = pointers.some((pointer) => pointer !== own && at(before, pointer) !== 0);
    return unlessTrivial(withWhole(exchange, result), isConclusive).map((one) =>
      toOutcome('filter', filter, one),
    );
  });
}

/** The same request gets the same response. Nobody promises that, so a difference can only be drift. */
function checkRepeat(exchange: CheckedExchange): Outcome[] {
  const { operationId, history, value, toOutcome, remember, repeated, table, sent } = exchange;
  const key = `${operationId} ${sent.url}`;
  const clause = { pointer: table.pointer, provenance: 'inferred' } as const;
  if (remember) {
    if (repeated) record(history.bodies, key, value);
    return [];
  }
  const before = history.bodies[key];
  if (before === undefined) return [];
  // A recheck sends both requests again.
  record(history.bodies, key, undefined);
  const place = firstDifference(before, value);
  if (place === undefined) return [toOutcome('repeat', clause, 'held')];
  const message = `${place === '' ? 'the response' : place} was different just before`;
  const mismatch = { message, expected: show(at(before, place)), actual: show(at(value, place)) };
  return [toOutcome('repeat', clause, withWhole(exchange, mismatch))];
}
