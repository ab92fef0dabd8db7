import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { Problem } from '../../base/problem.ts';
import type { Spec } from '../../model/spec.ts';
import { walk } from '../../model/walk.ts';

/** Formats of OpenAPI that do not restrict a value. */
const unchecked = new Set(['password', 'binary', 'byte']);

/** A warning for each unknown `format`, at its first place. */
export function unknownFormats({ bundle }: Spec): Problem[] {
  const found = new Map<string, Problem>();
  walk(bundle, ({ format }, pointer) => {
    if (typeof format !== 'string' || found.has(format)) return;
    if (Object.hasOwn(fullFormats, format) || unchecked.has(format)) return;
    const message = `The format \`${format}\` is unknown, so it is not checked. A \`pattern\` would be checked.`;
    found.set(format, { code: 'format-unknown', severity: 'warning', message, pointer });
  });
  return [...found.values()];
}
