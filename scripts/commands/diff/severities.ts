import { didYouMean } from '../../base/did-you-mean.ts';
import type { Problem } from '../../base/problem.ts';
import { visible } from '../../base/visible.ts';
import { changeRules } from './rules/change-rules.ts';
import type { Severities } from './rules/diff.ts';

const severities = ['error', 'warning', 'info', 'none'] as const;

type Parsed = { readonly severities: Severities; readonly problems: readonly Problem[] };

/** Reads a severity file: a rule and its severity on each line, such as `operation-removed warning`; `#` begins a comment. */
export function parseSeverities(text: string, file: string): Parsed {
  const found = new Map<string, (typeof severities)[number]>();
  const problems: Problem[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const words = line
      .replace(/(^|\s)#.*/, '')
      .trim()
      .split(/\s*:\s+|\s+/)
      .filter((word) => word !== '');
    if (words.length === 0) continue;
    const [rule = '', given = ''] = words;
    const severity = severities.find((one) => one === given);
    const message = words.length === 2 ? faultOf(rule, given, found) : malformed;
    if (message === undefined && severity !== undefined) found.set(rule, severity);
    const location = { file, line: index + 1, column: line.search(/\S/) + 1 };
    if (message !== undefined) {
      problems.push({ code: 'severity-file', severity: 'error', message: visible(message), location });
    }
  }
  return { severities: found, problems };
}

const malformed =
  'A line has the id of a rule and its severity (error, warning, info or none), as in `operation-removed warning`.';

function faultOf(rule: string, severity: string, found: Severities): string | undefined {
  if (!changeRules.has(rule)) {
    const hint = didYouMean(rule, [...changeRules.keys()]) || ' docs/diff-rules.md lists all.';
    return `There is no rule \`${rule}\`.${hint}`;
  }
  if (!severities.some((one) => one === severity)) {
    return `\`${severity}\` is not a severity: write error, warning, info or none.${didYouMean(severity, severities)}`;
  }
  return found.has(rule)
    ? `The rule \`${rule}\` has a severity already. Remove one of the lines.`
    : undefined;
}
