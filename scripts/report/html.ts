import { createHash } from 'node:crypto';
import type { RunResult } from '../model/run-result.ts';
import { toCauseViews } from './html/causes.ts';
import { toCoverage } from './html/coverage.ts';
import { toDifferences } from './html/differences.ts';
import { toFilters } from './html/filters.ts';
import { toMatrix } from './html/matrix.ts';
import { toRest } from './html/other-findings.ts';
import { toRegions, toVerdict } from './html/overview.ts';
import { createTagger } from './html/tags.ts';
import { toTimes } from './html/times.ts';
import { type PageFiles, render } from './page/render.ts';
import { unequal } from './terminal/signs.ts';

/**
 * The result as one page for a browser, which asks nobody for anything. Of the exchanges there are those that causes
 * refer to, up to a limit, so that the page stays small whatever was sent.
 */
export function toHtml(result: RunResult, { templates, style, script }: PageFiles): string {
  const tagger = createTagger(result);
  const causes = toCauseViews(result, tagger);
  const differences = toDifferences(result, tagger);
  const rest = toRest(result, tagger);
  const targets = [...causes.items, ...differences.items, ...rest.flatMap(({ items }) => items)];
  return render(templates, {
    style,
    script,
    hashes: { style: hashOf(style), script: hashOf(script) },
    verdict: toVerdict(result),
    regions: toRegions(result),
    matrix: toMatrix(result, tagger, targets),
    unequal,
    filters: toFilters(
      tagger,
      targets.map(({ tags }) => tags),
      rest,
    ),
    entries: targets.length,
    causes,
    differences,
    rest,
    coverage: toCoverage(result.coverage),
    times: toTimes(result, tagger),
  });
}

/** What a Content-Security-Policy lets a text in the page be known by. */
function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
