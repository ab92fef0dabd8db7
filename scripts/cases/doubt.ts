import type { Operation } from '../model/api.ts';
import type { Uncertain } from '../model/expectation.ts';
import { Placeholder } from '../model/placeholder.ts';
import { refuses } from './accepts.ts';
import type { DraftMaker, Outgoing, Sent } from './case.ts';

type Doubt = NonNullable<Uncertain['doubt']>;

/** The kinds whose requests are meant to be valid. */
const valid: readonly DraftMaker[] = [
  ...(['whole-list', 'success', 'optional', 'page', 'filter', 'pair', 'sort', 'detail', 'repeat'] as const),
];

/** What makes a refusal of this request prove nothing. */
export function uncertaintyOf(kind: DraftMaker, operation: Operation, outgoing: Outgoing): Uncertain {
  if (!valid.includes(kind)) return {};
  const sent = outgoing.parameters.filter(
    ({ value, disabled }) => !disabled && !(value instanceof Placeholder),
  );
  const [doubt] = [...sent.flatMap(doubtsOf), ...bodyDoubts(operation, outgoing)];
  const invented = [...sent.flatMap(inventedOf), ...inventedInBody(operation, outgoing)];
  return { ...(doubt !== undefined && { doubt }), ...(invented.length > 0 && { invented }) };
}

function doubtsOf({ parameter, value }: Sent): Doubt[] {
  const { name, example, doubt, schema, pointer } = parameter;
  if (value === example)
    return doubt === undefined ? [] : [{ pointer: doubt.pointer, reason: `${name}: ${doubt.reason}` }];
  const isScalar = typeof value !== 'object' && value !== undefined;
  if (!isScalar || !refuses(schema, String(value))) return [];
  return [{ pointer, reason: `${name}: the value ${value} does not match its own schema` }];
}

function bodyDoubts({ body }: Operation, outgoing: Outgoing): Doubt[] {
  const own = outgoing.method === undefined ? body?.doubt : undefined;
  return own === undefined ? [] : [{ pointer: own.pointer, reason: `the body: ${own.reason}` }];
}

function inventedOf({ parameter, value }: Sent): string[] {
  return value === parameter.example && parameter.invented !== undefined ? [parameter.name] : [];
}

/** Without those that a variable fills. */
function inventedInBody({ body }: Operation, { body: value }: Outgoing): string[] {
  if (body === undefined || value === undefined) return [];
  const filled = Object.keys(body.variables).map((name) => `/${name}`);
  const own = (body.invented ?? []).filter((pointer) => !filled.includes(pointer));
  return own.map((pointer) => (pointer === '' ? 'the body' : pointer));
}
