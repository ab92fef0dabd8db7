import { parsePointer } from '../../../base/pointer.ts';
import type { Spec } from '../../../model/spec.ts';
import { type ChangeRule, keywordRule, type Shift, type Side } from './change-rules.ts';
import type { ChangePlace, FoundChange } from './found-change.ts';
import type { Specs } from './lifecycle.ts';
import type { Pair } from './pair.ts';

/** What has schemas: a parameter, body, response, header or component. `of` names what is inside it. */
export type SchemaHolder = { readonly whole: string; readonly of: (path: string) => string };

type Point = { readonly holder: SchemaHolder; readonly path: string };

/** Where in the specs two schemas are compared. */
export type SchemaContext = Point & {
  readonly specs: Specs;
  readonly side: Side;
  /** The same position, relative to the component that contains it. */
  readonly component?: Point;
  /** Whether null is left out of the comparison, because both schemas allow it. */
  readonly isNullHandled?: boolean;
  /** Whether only the existence of changes matters. */
  readonly isProbe?: boolean;
  /** Whether this pair was not compared yet below the same holder: schemas can be recursive. */
  readonly isNew: (pair: Pair<readonly object[]>) => boolean;
};

/** The subject of a sentence. */
export type SchemaSubject = {
  readonly whole: string;
  /** `items[].id`; empty for the whole. */
  readonly path: string;
  readonly name: string;
  readonly child: (name: string) => string;
};

/** How schemas changed. */
export type SchemaChange = {
  readonly keyword: string;
  readonly shift: Shift;
  /** The rule, if it is not that of the keyword. */
  readonly rule?: ChangeRule;
  /** What follows the name in the sentence, or the whole sentence. */
  readonly message: string | ((subject: SchemaSubject) => string);
};

/** The same for one keyword; `place` if it is not that of the keyword. Nothing where a rule finds no change. */
export type KeywordChange = (SchemaChange & { readonly place?: ChangePlace }) | false | undefined;

/** A change to the schemas that are compared here. */
export function schemaChange(at: SchemaContext, place: ChangePlace, change: SchemaChange): FoundChange {
  const { keyword, shift, message, rule = keywordRule(at.side, keyword, shift) } = change;
  const toText = (subject: SchemaSubject): string =>
    typeof message === 'string' ? `${subject.name} ${message}` : message(subject);
  return {
    rule,
    text: toText(toSubject(at)),
    place,
    side: at.side,
    ...(at.component !== undefined && { shared: toText(toSubject(at.component)) }),
  };
}

function toSubject({ holder, path }: Point): SchemaSubject {
  const child = (name: string): string => holder.of(joinPath(path, name));
  return { whole: holder.whole, path, name: path === '' ? holder.whole : holder.of(path), child };
}

/** The context of what a request or response has at its top. */
export function contextOf(specs: Specs, side: Side, holder: SchemaHolder): SchemaContext {
  return { specs, side, holder, path: '', isNew: createIsNew() };
}

/** A holder whose name begins the names of what is inside it: a parameter or component. */
export function named(name: string): SchemaHolder {
  return { whole: `\`${name}\``, of: (path) => `\`${joinPath(name, path)}\`` };
}

/** The context of a subschema: that of a property, or `[]` for items. */
export function inside(at: SchemaContext, step: string): SchemaContext {
  const { component } = at;
  return {
    ...at,
    path: joinPath(at.path, step),
    isNullHandled: false,
    ...(component !== undefined && { component: { ...component, path: joinPath(component.path, step) } }),
  };
}

/** The name of a property below a path. */
export function joinPath(path: string, step: string): string {
  return path === '' || step.startsWith('[') ? path + step : `${path}.${step}`;
}

/** The context relative to a component, if both specs refer to the same component here. */
export function enterComponent(at: SchemaContext, pair: Pair<object | undefined>): SchemaContext {
  const { base, revision } = pair;
  const name = revision && componentName(at.specs.revision, revision);
  if (name === undefined || base === undefined || componentName(at.specs.base, base) !== name) return at;
  return { ...at, component: { holder: named(name), path: '' } };
}

/** The name of a part under `components`; `undefined` for other parts. */
export function componentName({ pointerOf }: Spec, part: object): string | undefined {
  const [root, , name, ...below] = parsePointer(pointerOf(part));
  return root === 'components' && below.length === 0 ? name : undefined;
}

/** Returns a function that is true for a pair only the first time. */
export function createIsNew(): SchemaContext['isNew'] {
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
