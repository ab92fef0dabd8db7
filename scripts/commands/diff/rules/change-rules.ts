import type { Severity } from '../../../model/change.ts';

/** Who sends what is described: the client or the API. */
export type Side = 'request' | 'response';

/** Rules about the OpenAPI objects around schemas, by their ids, with the severity that each has by default. */
const objects = {
  'rate-limit-changed': 'info',
  'webhooks-changed': 'error',
  'operation-added': 'info',
  'operation-moved': 'error',
  'operation-id-changed': 'info',
  'callbacks-changed': 'error',
  'provenance-changed': 'info',
  'contract-changed': 'info',
  'request-body-added': 'info',
  'request-body-added-required': 'error',
  'request-body-removed': 'error',
  'request-body-optional': 'info',
  'request-body-required': 'error',
  'request-media-type-added': 'info',
  'request-media-type-removed': 'error',
  'response-media-type-added': 'info',
  'response-media-type-narrowed': 'info',
  'response-media-type-removed': 'error',
  'parameter-added': 'info',
  'parameter-added-required': 'error',
  'parameter-optional': 'info',
  'parameter-required': 'error',
  'parameter-empty-allowed': 'info',
  'parameter-empty-refused': 'error',
  'style-changed': 'error',
  'explode-changed': 'error',
  'serialization-media-type-changed': 'error',
  'reserved-characters-allowed': 'info',
  'reserved-characters-refused': 'error',
  'request-header-added': 'info',
  'request-header-added-required': 'error',
  'request-header-optional': 'info',
  'request-header-required': 'error',
  'response-header-added': 'info',
  'response-header-optional': 'error',
  'response-header-required': 'info',
  'response-added': 'info',
  'response-added-success': 'error',
  'response-removed': 'info',
  'response-removed-success': 'error',
  'security-narrowed': 'error',
  'security-widened': 'info',
  'security-scheme-changed': 'error',
  'security-flow-added': 'info',
  'security-scope-added': 'info',
  'security-scope-removed': 'error',
  'security-scope-removed-unused': 'info',
  'server-added': 'info',
  'server-removed': 'error',
  'server-url-changed': 'error',
  'server-variable-added': 'info',
  'server-variable-removed': 'error',
  'server-variable-removed-constant': 'info',
  'server-variable-restricted': 'error',
  'server-variable-unrestricted': 'info',
  'server-variable-value-added': 'info',
  'server-variable-value-removed': 'error',
  'server-variable-default-changed': 'info',
  'server-variable-default-lost': 'error',
  'request-property-added': 'info',
  'request-property-added-required': 'error',
  'request-property-generalized': 'info',
  'request-property-required': 'error',
  'request-property-optional': 'info',
  'response-property-added': 'info',
  'response-property-added-to-closed': 'error',
  'response-property-generalized': 'info',
  'response-property-required': 'info',
  'response-property-optional': 'error',
  'version-not-raised': 'warning',
  'version-lowered': 'warning',
  'version-major-not-raised': 'warning',
} as const satisfies Readonly<Record<string, Severity>>;

/** What can be deprecated, announce its end and have a stability level. */
const subjects = [
  'operation',
  'parameter',
  'request-header',
  'response-header',
  'request-property',
  'response-property',
] as const;

export type Subject = (typeof subjects)[number];

const lifecycle = {
  removed: 'error',
  'removed-deprecated': 'warning',
  'removed-before-sunset': 'error',
  'removed-after-sunset': 'info',
  deprecated: 'info',
  reactivated: 'info',
  'sunset-added': 'info',
  'sunset-later': 'info',
  'sunset-earlier': 'error',
  'sunset-removed': 'error',
  'sunset-malformed': 'warning',
  'sunset-missing': 'error',
  'sunset-too-soon': 'error',
  'stability-increased': 'info',
  'stability-decreased': 'error',
  'stability-malformed': 'warning',
} as const satisfies Readonly<Record<string, Severity>>;

/** Keywords of schemas, and what is compared as they are. */
const keywords = [
  ...['type', 'enum', 'x-extensible-enum', 'oneOf', 'anyOf', 'not', 'if', 'then', 'else', 'discriminator'],
  ...['minimum', 'exclusiveMinimum', 'maximum', 'exclusiveMaximum', 'multipleOf'],
  ...['minLength', 'maxLength', 'pattern', 'format', 'contentEncoding', 'contentMediaType', 'contentSchema'],
  ...['minItems', 'maxItems', 'uniqueItems', 'prefixItems', 'unevaluatedItems'],
  ...['contains', 'minContains', 'maxContains', 'minProperties', 'maxProperties'],
  ...['patternProperties', 'propertyNames', 'additionalProperties', 'unevaluatedProperties'],
  ...['dependentRequired', 'dependentSchemas', 'const', '$dynamicRef', 'xml'],
  ...['default', 'x-enum-provenance', 'links', 'encoding'],
] as const;

/** Whether the set of allowed values became smaller, larger, or changed both ways; `none` for what breaks nobody. */
export type Shift = 'narrower' | 'wider' | 'other' | 'none';

const shifts = { narrower: 'narrowed', wider: 'widened', other: 'changed', none: 'noted' } as const;

type ObjectRule = keyof typeof objects | `${Subject}-${keyof typeof lifecycle}`;

/** The id of a kind of change, which users name in a severity file. */
export type ChangeRule = ObjectRule | `${Side}-${string}-${(typeof shifts)[Shift]}`;

/** The rule of a changed keyword. */
export function keywordRule(side: Side, keyword: string, shift: Shift): ChangeRule {
  const name = keyword.replace(/^\$/, '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return `${side}-${name}-${shifts[shift]}`;
}

/** A client breaks if fewer of its requests are accepted, or if responses may have values that it does not know. */
function breaks(side: Side, shift: Shift): boolean {
  return shift !== 'none' && shift !== (side === 'request' ? 'wider' : 'narrower');
}

const sides = ['request', 'response'] as const;

/** All rules, with the severity that each has by default. */
export const changeRules: ReadonlyMap<string, Severity> = new Map<string, Severity>([
  ...Object.entries(objects),
  ...subjects.flatMap((subject) =>
    Object.entries(lifecycle).map(([name, severity]) => [`${subject}-${name}`, severity] as const),
  ),
  ...sides.flatMap((side) =>
    keywords.flatMap((keyword) =>
      (['narrower', 'wider', 'other', 'none'] as const).map(
        (shift) => [keywordRule(side, keyword, shift), breaks(side, shift) ? 'error' : 'info'] as const,
      ),
    ),
  ),
]);

/** The severity that a rule has by default. */
export function severityOf(rule: ChangeRule): Severity {
  const severity = changeRules.get(rule);
  if (severity === undefined) throw new Error(`the rule ${rule} is not in the table`);
  return severity;
}
