import { joinPointer } from '../../base/pointer.ts';
import type { Problem } from '../../base/problem.ts';
import { isObject } from '../../base/read.ts';
import type { Spec } from '../../model/spec.ts';
import { type SpecPart, writtenParts } from './parts.ts';
import { reporter } from './rule.ts';

const report = reporter('secret-is-variable');

/** No text looks like a credential, and credentials are security schemes, so that they become variables. */
export function secretIsVariable(spec: Spec): Problem[] {
  const parts = writtenParts(spec);
  return [
    ...textsOf(spec.bundle, '').flatMap(looksSecret),
    ...parts.flatMap(undeclared),
    ...parts.flatMap(schemesWithValue),
  ];
}

function looksSecret({ pointer, text }: Text): Problem[] {
  return shapes
    .filter(({ shape }) => shape.test(text))
    .map(({ what }) =>
      report(pointer, `This looks like ${what}. Write a placeholder, and revoke the secret if it is real.`),
    );
}

type Text = { readonly pointer: string; readonly text: string };

function textsOf(value: unknown, pointer: string): Text[] {
  if (typeof value === 'string') return [{ pointer, text: value }];
  const children = Array.isArray(value) ? value.entries() : Object.entries(isObject(value) ? value : {});
  return [...children].flatMap(([key, child]) => textsOf(child, joinPointer(pointer, key)));
}

function undeclared({ kind, node, pointer }: SpecPart): Problem[] {
  const { name, in: place } = node;
  if (kind !== 'parameter' || typeof name !== 'string' || typeof place !== 'string') return [];
  if (carriers[place]?.test(name) !== true) return [];
  const message = `The ${place} \`${name}\` carries a credential. Declare it in \`components/securitySchemes\` instead.`;
  return [report(pointer, message)];
}

const values = ['value', 'default', 'example', 'examples', 'x-value', 'x-default', 'x-example'];

function schemesWithValue({ kind, node, pointer }: SpecPart): Problem[] {
  if (kind !== 'securityScheme') return [];
  return values
    .filter((key) => key in node)
    .map((key) =>
      report(joinPointer(pointer, key), `A security scheme must not contain a value. Remove \`${key}\`.`),
    );
}

/** Patterns of credentials. A placeholder such as `<token>` or `{{token}}` matches none of them. */
const shapes: readonly { readonly what: string; readonly shape: RegExp }[] = [
  { what: 'a bearer token', shape: /\bBearer\s+(?=\S*\d)[\w.~+/-]{20,}/i },
  { what: 'Basic credentials', shape: /\bBasic\s+(?=\S*[\d=])[A-Za-z0-9+/]{12,}={0,2}/ },
  { what: 'a JSON Web Token', shape: /\beyJ[\w-]{10,}\.[\w-]{10,}/ },
  { what: 'a key of a payment service', shape: /\b[srp]k_(?:live|test)_\w{8,}/ },
  { what: 'an access key of a cloud', shape: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bAIza[\w-]{35}\b/ },
  {
    what: 'a personal access token',
    shape: /\b(?:gh[opsu]_\w{30,}|github_pat_\w{30,}|glpat-[\w-]{20,}|xox[abprs]-[\w-]{10,})/,
  },
  { what: 'a private key', shape: /-----BEGIN [A-Z ]*PRIVATE KEY-----/ },
  { what: 'a URL with a password', shape: /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@<>{}$]+:[^\s/@<>{}$]+@/i },
];

/** Parameters with these names contain credentials, whatever the spec says about them. */
const carriers: Readonly<Record<string, RegExp>> = {
  header: /^(?:(?:proxy-)?authorization|(?:x-)?(?:api|auth|access)[-_]?(?:key|token)|(?:x-)?token)$/i,
  cookie: /^(?:(?:api|auth|access)[-_]?(?:key|token)|session(?:[-_]?id)?|token)$/i,
  query: /^(?:api[-_]?key|(?:auth|access)[-_]?(?:key|token))$/i,
};
