import type { Problem } from '../../base/problem.ts';
import type { Spec } from '../../model/spec.ts';
import { walk } from '../../model/walk.ts';

/** The formats of JSON Schema (Validation 2020-12, section 7.3) and of OpenAPI that ajv-formats checks. */
export const ajvFormats = [
  ...(['date', 'date-time', 'time', 'duration', 'hostname', 'ipv4', 'ipv6', 'uri', 'uri-reference'] as const),
  ...(['uri-template', 'uuid', 'json-pointer', 'relative-json-pointer', 'regex', 'int32', 'int64'] as const),
] as const;

const atom = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
const label = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';

/** Formats of which ajv-formats refuses correct values. */
export const ownFormats: Readonly<Record<string, RegExp>> = {
  // A local part may be quoted, and a domain may be one label or an address (RFC 5321, section 4.1.2).
  email: new RegExp(
    `^(?:${atom}(?:\\.${atom})*|"(?:[ !#-[\\]-~]|\\\\[ -~])*")@(?:${label}(?:\\.${label})*|\\[[\\w.:-]+\\])$`,
    'i',
  ),
  // Both alphabets of RFC 4648 (sections 4 and 5), and without padding, too.
  byte: /^(?:[\w+/-]{4})*(?:[\w+/-]{2}(?:==)?|[\w+/-]{3}=?)?$/,
};

/** Formats of OpenAPI that do not restrict a value. */
const unrestricted = ['password', 'binary', 'float', 'double'];

const known = new Set<string>([...ajvFormats, ...Object.keys(ownFormats), ...unrestricted]);

/** A warning for each unknown `format`, at its first place. */
export function unknownFormats({ bundle }: Spec): Problem[] {
  const found = new Map<string, Problem>();
  walk(bundle, ({ format }, pointer) => {
    if (typeof format !== 'string' || found.has(format)) return;
    if (known.has(format)) return;
    const message = `The format \`${format}\` is unknown, so it is not checked. A \`pattern\` would be checked.`;
    found.set(format, { code: 'format-unknown', severity: 'warning', message, pointer });
  });
  return [...found.values()];
}
