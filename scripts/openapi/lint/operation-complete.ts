import type { Problem } from '../../base/problem.ts';
import { isObject } from '../../base/read.ts';
import { type Located, operationsOf } from '../../model/operations.ts';
import type { Spec } from '../../model/spec.ts';
import { reporter } from './rule.ts';

const report = reporter('operation-complete');

/** An operation has an id, a summary, a success and each error that its callers must expect. */
export function operationComplete(spec: Spec): Problem[] {
  return operationsOf(spec).flatMap((located) =>
    wanted
      .filter(({ when, has }) => when(located, spec) && !has(located))
      .map(({ add }) => report(located.pointer, `${located.name} is not complete. Add ${add}.`)),
  );
}

type Wanted = {
  readonly add: string;
  readonly when: (located: Located, spec: Spec) => boolean;
  readonly has: (located: Located) => boolean;
};

const always = (): boolean => true;

const wanted: readonly Wanted[] = [
  { add: 'an `operationId`', when: always, has: ({ operation }) => Boolean(operation.operationId) },
  { add: 'a `summary`', when: always, has: ({ operation }) => Boolean(operation.summary) },
  { add: 'a response of success (2xx)', when: always, has: documentsStatus(/^2(\d\d|xx)$/i) },
  { add: 'a 401 response: it is secured', when: isSecured, has: documentsError('401') },
  { add: 'a 403 response: it is secured', when: isSecured, has: documentsError('403') },
  { add: 'a 404 response: its path has a parameter', when: hasPathParameter, has: documentsError('404') },
  { add: 'a 422 or 400 response: it takes input', when: takesInput, has: documentsError('4(?:22|00)') },
  { add: 'a 429 response: there is a rate limit', when: isLimited, has: documentsError('429') },
];

function documentsStatus(status: RegExp): (located: Located) => boolean {
  return ({ operation }) => Object.keys(operation.responses ?? {}).some((key) => status.test(key));
}

/** A range or `default` covers every error that isn't listed (OpenAPI 3.1, section 4.8.16). */
function documentsError(status: string): (located: Located) => boolean {
  return documentsStatus(new RegExp(`^(?:${status}|4xx|default)$`, 'i'));
}

function isSecured({ operation }: Located, { document }: Spec): boolean {
  const requirements = operation.security ?? document.security ?? [];
  return requirements.some((requirement) => Object.keys(requirement).length > 0);
}

function hasPathParameter({ parameters }: Located): boolean {
  return parameters.some((parameter) => parameter.in === 'path');
}

function takesInput({ operation, parameters }: Located): boolean {
  return parameters.length > 0 || operation.requestBody !== undefined;
}

function isLimited(_: Located, { bundle }: Spec): boolean {
  return 'x-rate-limit' in bundle && isObject(bundle['x-rate-limit']);
}
