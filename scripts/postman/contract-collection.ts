import type { Case } from '../cases/case.ts';
import type { Api } from '../model/api.ts';
import { commonAuth, toAuth } from './auth.ts';
import { printable, toInfo } from './collection.ts';
import { guardVariable } from './environment.ts';
import type { Folder, Item } from './format.ts';
import { toId } from './id.ts';
import { toRequest } from './request.ts';
import { checkCall, toEvent } from './script.ts';
import { toVariables } from './variables.ts';

/** Holds the code of the checks: evaluated where it is needed, which costs less than a script at every request. */
const codeVariable = 'contract-code';

const loadCode = `if (typeof contract === 'undefined') eval(pm.collectionVariables.get('${codeVariable}'));`;

const description =
  'Contract tests, generated from the OpenAPI description. Run it with newman or the collection runner.';

/** The collection for CI (Postman Collection v2.1.0): a folder for each operation, a request for each case. */
export function toContractCollection(api: Api, cases: readonly Case[], runtime: string): unknown {
  const folders = api.operations.map((operation): Folder => ({
    id: toId('contract folder', operation.id),
    name: operation.summary,
    item: cases.filter((made) => made.operation === operation).map((made, index) => toItem(api, made, index === 0)),
  }));
  const code = { key: codeVariable, value: runtime, description: 'The code of the checks, generated.' };
  return printable({
    info: toInfo(api, toId('contract', api.stem), `${api.title}, contract`, description),
    auth: toAuth(commonAuth(api), 'given'),
    variable: [...toVariables(api), code],
    item: folders.filter(({ item }) => item.length > 0),
  });
}

/** The id of a case's request, by which its results are known again. */
export function itemId(made: Case): string {
  return toId('case', made.operation.id, made.id);
}

function toItem(api: Api, made: Case, first: boolean): Item {
  const { operation, outgoing, status } = made;
  const before = [
    ...(first ? ['contract.prepare(pm);'] : []),
    ...(operation.effects === 'costs' ? [`contract.guard(pm, '${guardVariable}');`] : []),
  ];
  const check = checkCall({ operation: operation.id, case: made.id, status });
  return {
    id: itemId(made),
    name: made.name,
    event: [
      ...(before.length > 0 ? [toEvent('prerequest', [loadCode, ...before].join('\n'))] : []),
      toEvent('test', `${loadCode}\n${check}`),
    ],
    request: { ...toRequest(operation, outgoing, commonAuth(api)), description: made.why },
  };
}
