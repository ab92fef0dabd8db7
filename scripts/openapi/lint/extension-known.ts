import { didYouMean } from '../../base/did-you-mean.ts';
import { joinPointer } from '../../base/pointer.ts';
import type { Problem } from '../../base/problem.ts';
import type { Spec } from '../../model/spec.ts';
import { ownExtensions } from './own-extensions.ts';
import { writtenParts } from './parts.ts';
import { reporter } from './rule.ts';

const warn = reporter('extension-known', 'warning');
const known = [...ownExtensions, 'x-source'];

/** No key is a misspelt name of one of our extensions. It would have no effect, and no other rule would report it. */
export function extensionKnown(spec: Spec): Problem[] {
  return writtenParts(spec).flatMap(({ node, pointer }) =>
    Object.keys(node)
      .filter((key) => key.startsWith('x-') && !known.includes(key))
      .map((key) => ({ key, hint: didYouMean(key, known) }))
      .filter(({ hint }) => hint !== '')
      .map(({ key, hint }) =>
        warn(joinPointer(pointer, key), `\`${key}\` is not an extension that this program reads.${hint}`),
      ),
  );
}
