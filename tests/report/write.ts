import type { RunResult } from '../../scripts/model/run-result.ts';
import * as annotations from '../../scripts/report/annotations.ts';
import * as html from '../../scripts/report/html.ts';
import * as junit from '../../scripts/report/junit.ts';
import * as summary from '../../scripts/report/summary.ts';
import * as terminal from '../../scripts/report/terminal.ts';
import { toView } from '../../scripts/report/view.ts';

export const toAnnotations = (result: RunResult): string[] => annotations.toAnnotations(toView(result));
export const toJunit = (result: RunResult): string => junit.toJunit(toView(result));
export const toSummary = (result: RunResult): string => summary.toSummary(toView(result));
export const toHtml = (result: RunResult, page: Parameters<typeof html.toHtml>[1]): string =>
  html.toHtml(toView(result), page);
export const toTerminal = (result: RunResult, options: Parameters<typeof terminal.toTerminal>[1]): string =>
  terminal.toTerminal(toView(result), options);
