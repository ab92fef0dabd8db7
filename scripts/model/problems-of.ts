import { joinPointer } from '../base/pointer.ts';
import type { Problem } from '../base/problem.ts';
import { listOf } from '../base/words.ts';
import type { Operation } from './api.ts';
import type { MediaTypeObject, OperationObject, ParameterObject, PathItem, Spec } from './spec.ts';
import { toAuth } from './to-auth.ts';
import { toExample } from './to-example.ts';
import { asWritten } from './written-number.ts';

/** Parts of an operation that a Postman request can't express, and gaps that make a check impossible. */
export function problemsOf(spec: Spec, item: PathItem, operation: OperationObject): Problem[] {
  const pointer = spec.pointerOf(operation);
  const warning = (code: string, message: string): Problem => ({
    code,
    severity: 'warning',
    message,
    pointer,
  });
  const name = operation.operationId ?? operation.summary ?? pointer;
  const auth = toAuth(spec, operation.security);
  const reasons = auth.type === 'unusable' ? listOf(auth.reasons) : '';
  const noAuth = `${name}: a Postman request can't meet any of its security requirements, so the suite does not send it: ${reasons}.`;
  const unrefused = `${name}: it is secured but documents no refusal (401, 403, 4XX or default), so no case checks that a token is needed.`;
  const isSecured = auth.type !== 'none' && auth.type !== 'unusable';
  const refusals = ['401', '403', '4XX', 'default'];
  const isRefused = refusals.some((status) => status in (operation.responses ?? {}));
  return [
    ...(isSecured && !isRefused ? [warning('refusal-not-documented', unrefused)] : []),
    ...(auth.type === 'unusable' ? [warning('security-not-usable', noAuth)] : []),
    ...[...(item.parameters ?? []), ...(operation.parameters ?? [])].flatMap((parameter) =>
      unquoted(spec, parameter),
    ),
    ...Object.values(operation.requestBody?.content ?? {}).flatMap((content) => unquoted(spec, content)),
  ];
}

/** Numbers that are written where only strings are described. YAML takes `012`, `1e3` and `0x1F` for numbers. */
function unquoted(spec: Spec, part: ParameterObject | MediaTypeObject): Problem[] {
  const problems: Problem[] = [];
  const { schema, example, examples } = part;
  const named = Object.values(examples ?? {}).find(({ value }) => value !== undefined);
  asWritten(toExample(part, schema ?? {}).value, [part], {
    path: [],
    report: ({ text, path, found }) => {
      const base =
        named === undefined ? spec.pointerOf(schema ?? {}) : joinPointer(spec.pointerOf(named), 'value');
      const given = example === undefined ? base : joinPointer(spec.pointerOf(part), 'example');
      const own = found === undefined ? '' : spec.pointerOf(found.holder);
      problems.push({
        code: 'number-for-string',
        severity: 'warning',
        message: `The number ${text} is written where a string is described. It is sent as the string ${JSON.stringify(text)}. Put it in quotes.`,
        pointer:
          own === '' || found === undefined ? joinPointer(given, ...path) : joinPointer(own, found.key),
      });
    },
  });
  return problems;
}

/** A warning for each part of a request that may not be what the spec says, or is left out. */
export function valueProblems({ id, parameters, body }: Operation): Problem[] {
  const own = parameters.filter(({ variable }) => variable === undefined);
  const parts = [
    ...own.map((one) => [`the parameter ${one.name}`, one.doubt] as const),
    ['the body', body?.doubt] as const,
  ];
  const removed = body?.removed ?? [];
  const unsent = `${id}: the example of the body has readOnly properties, which are not sent: ${removed.join(', ')}.`;
  return [
    ...parts.flatMap(([part, why]): Problem[] => {
      if (why === undefined) return [];
      const message = `${id}: ${part}: ${why.reason}. ${remedies[why.code] ?? ''}`.trim();
      return [{ code: why.code, severity: 'warning', message, pointer: why.pointer }];
    }),
    ...(body === undefined || removed.length === 0
      ? []
      : [
          {
            code: 'read-only-not-sent',
            severity: 'warning' as const,
            message: unsent,
            pointer: body.pointer,
          },
        ]),
  ];
}

const remedies: Readonly<Record<string, string>> = {
  'example-mismatch': 'It is sent, but a refusal proves nothing. Correct the example or the schema.',
  'example-too-large': 'Add an example.',
  'value-not-found': 'Add an example.',
};
