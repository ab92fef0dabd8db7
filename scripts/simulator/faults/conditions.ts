import type { FaultChange } from './fault.ts';

/** Applies the change to 200 responses of the operations; of all operations if none is given. */
export function onSuccess(change: FaultChange, ...operations: readonly string[]): FaultChange {
  return onStatus(200, change, ...operations);
}

/** Applies the change to responses with a status of the operations; of all operations if none is given. */
export function onStatus(status: number, change: FaultChange, ...operations: readonly string[]): FaultChange {
  return (response, exchange) => {
    const isIncluded = operations.length === 0 || operations.includes(exchange.operationId ?? '');
    return isIncluded && response.status === status ? change(response, exchange) : response;
  };
}

/** Applies the change if the request has the query parameter, or has it with this value. */
export function ifQuery(name: string, change: FaultChange, value?: string): FaultChange {
  return (response, exchange) => {
    const sent = exchange.request.query[name];
    const isSent = value === undefined ? sent !== undefined : String(sent) === value;
    return isSent ? change(response, exchange) : response;
  };
}

/** Applies the change to the pages after the first. */
export function onLaterPages(change: FaultChange): FaultChange {
  return (response, exchange) =>
    Number(exchange.request.query.page ?? 1) > 1 ? change(response, exchange) : response;
}

/** Applies the change to the first response of an operation with its status. */
export function once(change: FaultChange): FaultChange {
  return (response, exchange) => (exchange.turn === 1 ? change(response, exchange) : response);
}
