import { parsePointer } from '../../../base/pointer.ts';
import type { Spec } from '../../../model/spec.ts';
import type { ChangePlace, FoundChange, Pair } from './found.ts';

/** What has schemas: a parameter, a body, an answer, a header, or a component; `of` names what is inside it. */
export type SchemaHolder = { readonly whole: string; readonly of: (path: string) => string };

type Point = { readonly holder: SchemaHolder; readonly path: string };

/** Where a comparison of schemas stands. */
export type At = Point & {
  readonly specs: Pair<Spec>;
  readonly side: 'request' | 'response';
  /** The same seen from the component that is being compared. */
  readonly component?: Point;
  /** Whether both may be null, and only what is beside that is compared. */
  readonly isNullTold?: boolean;
  /** Whether these two were not compared yet below the same holder: schemas can hold themselves. */
  readonly isNew: (pair: Pair<readonly object[]>) => boolean;
};

/** What a sentence is about. */
export type SchemaSubject = {
  readonly whole: string;
  /** `items[].id`; empty for the whole. */
  readonly path: string;
  readonly name: string;
  readonly child: (name: string) => string;
};

/** Whether what is accepted, or what may come, became less, more, or both. */
export type Shift = 'narrower' | 'wider' | 'other';

/** A client breaks when less of what it sends is accepted, or when more may come than it knows. */
export function breaks({ side }: At, shift: Shift): boolean {
  return shift !== (side === 'request' ? 'wider' : 'narrower');
}

/** A change of what is compared here. */
export function found(
  at: At,
  breaking: boolean,
  place: ChangePlace,
  says: (subject: SchemaSubject) => string,
): FoundChange {
  const text = says(toSubject(at));
  return {
    breaking,
    text,
    place,
    side: at.side,
    ...(at.component !== undefined && { shared: says(toSubject(at.component)) }),
  };
}

function toSubject({ holder, path }: Point): SchemaSubject {
  const child = (name: string): string => holder.of(joinPath(path, name));
  return { whole: holder.whole, path, name: path === '' ? holder.whole : holder.of(path), child };
}

/** One step further in: a property's name, or `[]`. */
export function inside(at: At, step: string): At {
  const { component } = at;
  return {
    ...at,
    path: joinPath(at.path, step),
    isNullTold: false,
    ...(component !== undefined && { component: { ...component, path: joinPath(component.path, step) } }),
  };
}

/** The name of a property below a path. */
export function joinPath(path: string, step: string): string {
  return path === '' || step.startsWith('[') ? path + step : `${path}.${step}`;
}

/** The same place, seen from a component where both descriptions have it here. */
export function enter(at: At, { base, revision }: Pair<object | undefined>): At {
  const name = revision && componentName(at.specs.revision, revision);
  if (name === undefined || base === undefined || componentName(at.specs.base, base) !== name) return at;
  const of = (path: string): string => `\`${joinPath(name, path)}\``;
  return { ...at, component: { holder: { whole: `\`${name}\``, of }, path: '' } };
}

/** The name under `components` of what is written there. */
export function componentName({ pointerOf }: Spec, part: object): string | undefined {
  const [root, , name, ...below] = parsePointer(pointerOf(part));
  return root === 'components' && below.length === 0 ? name : undefined;
}

/** Remembers pairs. */
export function createIsNew(): At['isNew'] {
  const ids = new Map<object, number>();
  const met = new Set<string>();
  const idOf = (part: object): number => {
    const id = ids.get(part) ?? ids.size;
    ids.set(part, id);
    return id;
  };
  return ({ base, revision }) => {
    const key = [base.map(idOf), revision.map(idOf)].join('|');
    const isNew = !met.has(key);
    met.add(key);
    return isNew;
  };
}
