import { json, type SimulatedResponse, textOf } from '../answer.ts';
import type { FaultChange, FaultExchange } from './fault.ts';

/** An object of JSON. */
export type Row = Readonly<Record<string, unknown>>;

/** The body as an object; an empty one where it is none. */
export function bodyOf({ body }: SimulatedResponse): Row {
  return isRow(body) ? body : {};
}

/** The items of a list; none where the body is no list. */
export function itemsOf(answer: SimulatedResponse): readonly Row[] {
  const { items } = bodyOf(answer);
  return Array.isArray(items) ? items.filter(isRow) : [];
}

/** Another body in place of the right one. */
export function mapBody(change: (body: Row, exchange: FaultExchange) => unknown): FaultChange {
  return (answer, exchange) => ({ ...answer, body: change(bodyOf(answer), exchange) });
}

/** Another value for each item of a list, or for the body that is no list. */
export function mapItems(change: (item: Row, index: number, items: readonly Row[]) => unknown): FaultChange {
  return (answer) => {
    const body = bodyOf(answer);
    const items = itemsOf(answer);
    return { ...answer, body: 'items' in body ? { ...body, items: items.map(change) } : change(body, 0, []) };
  };
}

/** Another value for the last item of a list of several. */
export function mapLastItem(change: (item: Row) => unknown): FaultChange {
  return mapItems((item, index, items) => (index > 0 && index === items.length - 1 ? change(item) : item));
}

/** The list with other items, and with their number as the size of the page. */
export function withItems(answer: SimulatedResponse, items: readonly Row[]): SimulatedResponse {
  const body = bodyOf(answer);
  const size = 'current_page_size' in body ? { current_page_size: items.length } : {};
  return { ...answer, body: { ...body, items, ...size } };
}

/** A value of an object changed, where it is there. */
export function value(name: string, change: (value: unknown) => unknown): (row: Row) => Row {
  return (row) => (name in row ? { ...row, [name]: change(row[name]) } : row);
}

/** An object with a property of another name. */
export function renamed(from: string, to: string): (row: Row) => Row {
  return (row) =>
    Object.fromEntries(Object.entries(row).map(([key, inner]) => [key === from ? to : key, inner]));
}

/** An object without a property. */
export function without(name: string): (row: Row) => Row {
  return ({ [name]: _, ...rest }) => rest;
}

/** Another text in place of the JSON. */
export function mapText(change: (text: string) => string): FaultChange {
  return (answer) => ({ ...answer, text: change(textOf(answer)) });
}

/** A header more, or another value of it. */
export function withHeader(name: string, content: string): FaultChange {
  return (answer) => ({ ...answer, headers: { ...answer.headers, [name]: content } });
}

/** A header less. */
export function withoutHeader(name: string): FaultChange {
  return (answer) => {
    const { [name]: _, ...headers } = answer.headers;
    return { ...answer, headers };
  };
}

/** Another status, with the same body and headers. */
export function withStatus(status: number): FaultChange {
  return (answer) => ({ ...answer, status });
}

/** A different answer altogether, of JSON. */
export function instead(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): FaultChange {
  return () => json(status, body, headers);
}

function isRow(candidate: unknown): candidate is Row {
  return typeof candidate === 'object' && candidate !== null && !Array.isArray(candidate);
}
