import { bodyText, json, type SimulatedResponse } from '../response.ts';
import type { FaultChange, FaultExchange } from './fault.ts';

/** A JSON object. */
export type Row = Readonly<Record<string, unknown>>;

/** The body, or an empty object if the body is not an object. */
export function bodyOf({ body }: SimulatedResponse): Row {
  return isRow(body) ? body : {};
}

/** The items of a list; none if the body is not a list. */
export function itemsOf(response: SimulatedResponse): readonly Row[] {
  const { items } = bodyOf(response);
  return Array.isArray(items) ? items.filter(isRow) : [];
}

/** Changes the body. */
export function mapBody(change: (body: Row, exchange: FaultExchange) => unknown): FaultChange {
  return (response, exchange) => ({ ...response, body: change(bodyOf(response), exchange) });
}

/** Changes each item of a list, or a body that is not a list. */
export function mapItems(change: (item: Row, index: number, items: readonly Row[]) => unknown): FaultChange {
  return (response) => {
    const body = bodyOf(response);
    const items = itemsOf(response);
    return {
      ...response,
      body: 'items' in body ? { ...body, items: items.map(change) } : change(body, 0, []),
    };
  };
}

/** Changes the last item of a list that has several. */
export function mapLastItem(change: (item: Row) => unknown): FaultChange {
  return mapItems((item, index, items) => (index > 0 && index === items.length - 1 ? change(item) : item));
}

/** The list with other items and the matching page size. */
export function withItems(response: SimulatedResponse, items: readonly Row[]): SimulatedResponse {
  const body = bodyOf(response);
  const size = 'current_page_size' in body ? { current_page_size: items.length } : {};
  return { ...response, body: { ...body, items, ...size } };
}

/** Changes a property of an object that has it. */
export function mapValue(name: string, change: (value: unknown) => unknown): (row: Row) => Row {
  return (row) => (name in row ? { ...row, [name]: change(row[name]) } : row);
}

/** A number that is greater by the difference. */
export function plus(difference: number): (number: unknown) => number {
  return (number) => Number(number) + difference;
}

/** Renames a property. */
export function renameProperty(from: string, to: string): (row: Row) => Row {
  return (row) =>
    Object.fromEntries(Object.entries(row).map(([key, inner]) => [key === from ? to : key, inner]));
}

/** Removes a property. */
export function removeProperty(name: string): (row: Row) => Row {
  return ({ [name]: _, ...rest }) => rest;
}

/** Changes the text of the body. */
export function mapText(change: (text: string) => string): FaultChange {
  return (response) => ({ ...response, text: change(bodyText(response)) });
}

/** Sets a header. */
export function withHeader(name: string, content: string): FaultChange {
  return (response) => ({ ...response, headers: { ...response.headers, [name]: content } });
}

/** Removes a header. */
export function withoutHeader(name: string): FaultChange {
  return (response) => {
    const { [name]: _, ...headers } = response.headers;
    return { ...response, headers };
  };
}

/** Changes the status, but not the body and headers. */
export function withStatus(status: number): FaultChange {
  return (response) => ({ ...response, status });
}

/** Makes two changes, one after the other. */
export function both(first: FaultChange, second: FaultChange): FaultChange {
  return (response, exchange) => second(first(response, exchange), exchange);
}

/** Replaces the response with another JSON response. */
export function replaceWith(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): FaultChange {
  return () => json(status, body, headers);
}

/** Replaces the response with a server error. */
export const serverError = replaceWith(500, { detail: 'Internal Server Error' });

function isRow(candidate: unknown): candidate is Row {
  return typeof candidate === 'object' && candidate !== null && !Array.isArray(candidate);
}
