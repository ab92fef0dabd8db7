import { type CoverageKind, toItem } from './item.ts';
import { whyNoAnswer } from './responses.ts';

/** Headers of documented answers, seen in one. */
export const headers: CoverageKind = (operation, evidence) =>
  operation.responses.flatMap((response) => {
    const answers = evidence.answers(operation, response);
    return response.headers.map(({ name }) =>
      toItem(
        answers.some((answer) => answer.headers?.[name.toLowerCase()] !== undefined),
        () => ({
          operationId: operation.id,
          what: 'header',
          name,
          status: response.status,
          reason: answers.length > 0 ? 'no answer has it' : whyNoAnswer(operation, response, evidence),
        }),
      ),
    );
  });
