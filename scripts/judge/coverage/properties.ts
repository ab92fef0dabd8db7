import type { Response } from '../../model/api.ts';
import type { CaseResult } from '../../model/run-result.ts';
import { type CoverageKind, toItem } from './item.ts';
import { pathsOf } from './paths.ts';
import { whyNoAnswer } from './responses.ts';

/** Properties that the schemas of successes name, seen in an answer. */
export const properties: CoverageKind = (operation, evidence) =>
  operation.responses.filter(isSuccess).flatMap((response) => {
    const answers = evidence.answers(operation, response);
    const came = answers.length > 0;
    return documentedPaths(response).map((path) =>
      toItem(isIn(answers, path), () => ({
        operationId: operation.id,
        what: 'property',
        name: path,
        status: response.status,
        reason: came ? whyUnseen(answers, path) : whyNoAnswer(operation, response, evidence),
      })),
    );
  });

function isSuccess({ status }: Response): boolean {
  return status.startsWith('2');
}

function documentedPaths({ contents }: Response): string[] {
  return [...new Set(contents.flatMap(({ form }) => pathsOf(form)))];
}

function isIn(answers: readonly CaseResult[], path: string): boolean {
  return answers.some(({ shape }) => shape?.[path] !== undefined);
}

function whyUnseen(answers: readonly CaseResult[], path: string): string {
  const parent = path.slice(0, path.lastIndexOf('/'));
  const isThere = answers.some(({ shape }) => (shape?.[parent]?.objects ?? 0) > 0);
  return isThere ? 'no answer has it' : 'no answer has what it is part of';
}
