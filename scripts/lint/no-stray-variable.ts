import { isObject } from '../model/read.ts';
import type { Spec } from '../model/spec.ts';
import { joinPointer } from '../pointer.ts';
import type { Problem } from '../problem.ts';
import { reporter } from './rule.ts';

const report = reporter('no-stray-variable');

/** What Postman takes for a variable, wherever it stands in a request. It has no way to write it otherwise. */
const variable = /\{\{([^{}]*)\}\}/;

/** For people, in no request. Answers are not either. */
const prose = new Set(['description', 'summary', 'title', 'pattern', 'x-source']);

/** Nothing that is sent holds `{{name}}`: Postman would put a value there, the caller's token for example. */
export function noStrayVariable({ bundle }: Spec): Problem[] {
  const { servers, paths, components } = bundle;
  return strayIn({ servers, paths, components }, '');
}

function strayIn(value: unknown, pointer: string): Problem[] {
  if (typeof value === 'string') return isStray(value) ? [problem(value, pointer)] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => strayIn(item, joinPointer(pointer, index)));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const own = joinPointer(pointer, key);
    if (key === 'responses' || (prose.has(key) && typeof child === 'string')) return [];
    return [...(isStray(key) ? [problem(key, own)] : []), ...strayIn(child, own)];
  });
}

function isStray(text: string): boolean {
  return variable.test(text);
}

function problem(text: string, pointer: string): Problem {
  const [found = text] = variable.exec(text) ?? [];
  const message = `Postman would replace \`${found}\` by a variable's value. Write something else; for the caller's own value, \`x-variable\`.`;
  return report(pointer, message);
}
