import { joinPointer } from '../../base/pointer.ts';
import type { Problem } from '../../base/problem.ts';
import { isEnvPrefix } from '../../model/env-name.ts';
import type { Spec } from '../../model/spec.ts';
import { writtenParts } from './parts.ts';
import { reporter } from './rule.ts';

const report = reporter('env-prefix-well-formed');

/** `x-env-prefix` is in `info`, and is a valid prefix of environment variables. */
export function envPrefixWellFormed(spec: Spec): Problem[] {
  return writtenParts(spec).flatMap(({ kind, node, pointer }) => {
    if (!('x-env-prefix' in node)) return [];
    const at = joinPointer(pointer, 'x-env-prefix');
    if (kind !== 'info') return [report(at, '`x-env-prefix` means nothing here. Move it to `info`.')];
    const prefix = node['x-env-prefix'];
    if (typeof prefix === 'string' && isEnvPrefix(prefix)) return [];
    const message = `${JSON.stringify(prefix)} can't begin the name of an environment variable. Write capital letters, digits and \`_\`, a letter first, such as \`SHOP\`.`;
    return [report(at, message)];
  });
}
