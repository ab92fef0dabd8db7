import type { FaultChange } from './fault.ts';

/** The change to answers of 200 of the operations, or of all where none is named; others stay. */
export function onSuccess(change: FaultChange, ...operations: readonly string[]): FaultChange {
  return onStatus(200, change, ...operations);
}

/** The change to answers of a status of the operations, or of all where none is named; others stay. */
export function onStatus(status: number, change: FaultChange, ...operations: readonly string[]): FaultChange {
  return (answer, exchange) => {
    const named = operations.length === 0 || operations.includes(exchange.operationId ?? '');
    return named && answer.status === status ? change(answer, exchange) : answer;
  };
}

/** The change to answers to requests with a value of the query parameter, or with this value. */
export function ifSent(name: string, change: FaultChange, value?: string): FaultChange {
  return (answer, exchange) => {
    const sent = exchange.request.query[name];
    const meant = value === undefined ? sent !== undefined : String(sent) === value;
    return meant ? change(answer, exchange) : answer;
  };
}

/** The change to the pages after the first. */
export function onLaterPages(change: FaultChange): FaultChange {
  return (answer, exchange) =>
    Number(exchange.request.query.page ?? 1) > 1 ? change(answer, exchange) : answer;
}

/** The change to the first answer of its operation and status in the region. */
export function once(change: FaultChange): FaultChange {
  return (answer, exchange) => (exchange.turn === 1 ? change(answer, exchange) : answer);
}
