import type { OperationObject, Spec } from '../../../model/spec.ts';
import { type FoundChange, type Pair, placeOf, plainChange } from './found-change.ts';
import { compareScheme, renamed } from './security-schemes.ts';

type Requirement = Readonly<Record<string, readonly string[]>>;

/** Compares Security Requirement Objects (OpenAPI 3.1, section 4.8.30): a client that met one must still meet one. */
export function compareSecurity(specs: Pair<Spec>, { base, revision }: Pair<OperationObject>): FoundChange[] {
  const before = requirements(specs.base, base).map((own) =>
    Object.fromEntries(Object.entries(own).map(([name, scopes]) => [renamed(specs, name), scopes])),
  );
  const now = requirements(specs.revision, revision);
  const meets = (own: Requirement, wanted: Requirement): boolean =>
    Object.entries(wanted).every(
      ([name, scopes]) => scopes.every((scope) => own[name]?.includes(scope)) && name in own,
    );
  const isNow = (own: Requirement): boolean => now.some((wanted) => meets(own, wanted));
  const lost = before.filter((own) => !isNow(own));
  const gained = now.filter((wanted) => !before.some((own) => meets(wanted, own)));
  const place = placeOf(
    specs,
    revision.security === undefined ? { revision: specs.revision.document } : { revision },
    'security',
  );
  const used = new Set(now.flatMap((requirement) => Object.keys(requirement)));
  return [
    ...(lost.length === 0
      ? []
      : [
          plainChange(
            `requires ${named(now, ' or ')}; ${named(lost, ' or ')} ${lost.length > 1 ? 'were' : 'was'} enough before`,
            true,
            place,
          ),
        ]),
    ...(gained.length === 0 || lost.length > 0
      ? []
      : [plainChange(`now also accepts ${named(gained, ' or ')}`, false, place)]),
    ...[...used].flatMap((name) =>
      compareScheme(
        specs,
        name,
        before.flatMap((own) => own[name] ?? []),
      ),
    ),
  ];
}

/** No requirements mean that no credentials are required, the same as an empty one. */
function requirements({ document }: Spec, { security }: OperationObject): readonly Requirement[] {
  const all = security ?? document.security ?? [];
  return all.length === 0 ? [{}] : all;
}

function named(all: readonly Requirement[], or: string): string {
  return all
    .map((requirement) => Object.entries(requirement).map(toText).join(' and ') || 'no credentials')
    .join(or);
}

function toText([name, scopes]: readonly [string, readonly string[]]): string {
  return scopes.length === 0 ? `\`${name}\`` : `\`${name}\` with ${scopes.join(', ')}`;
}
