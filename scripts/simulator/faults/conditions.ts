import type { FaultChange, FaultChanges } from './fault.ts';
import { pageNumber } from './other-requests.ts';

/** Applies the change to runs, in their list and alone. */
export function ofRuns(change: FaultChange): FaultChanges {
  return { getRiverActivitiesRuns: change, getRiverActivitiesRun: change };
}

/** Applies the change to the operations that read. */
export function ofReads(change: FaultChange): FaultChange {
  return (response, exchange) =>
    exchange.operationId === 'runRiver' ? response : change(response, exchange);
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
  return (response, exchange) => (pageNumber(exchange) > 1 ? change(response, exchange) : response);
}

/** Applies the change to the first response of an operation with its status. */
export function once(change: FaultChange): FaultChange {
  return (response, exchange) => (exchange.turn === 1 ? change(response, exchange) : response);
}
