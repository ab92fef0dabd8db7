import { createHash } from 'node:crypto';
import { toCauseViews } from './html/causes.ts';
import { toCoverage } from './html/coverage.ts';
import { toDifferences } from './html/differences.ts';
import { toFilters } from './html/filters.ts';
import { toMatrix } from './html/matrix.ts';
import { toSectionViews } from './html/other-findings.ts';
import { toRegions, toVerdict } from './html/overview.ts';
import { createTagger } from './html/tags.ts';
import { toTimes } from './html/times.ts';
import { type PageFiles, render } from './page/render.ts';
import { unequal } from './signs.ts';
import { headings, type ReportView } from './view.ts';

/**
 * The result as one page for a browser, which asks nobody for anything. Of the exchanges there are those that causes
 * refer to, up to a limit, so that the page stays small whatever was sent.
 */
export function toHtml(view: ReportView, { templates, style, script }: PageFiles): string {
  const tagger = createTagger(view);
  const causes = toCauseViews(view, tagger);
  const differences = toDifferences(view, tagger);
  const rest = toSectionViews(view, tagger);
  const targets = [...causes.items, ...differences.items, ...rest.flatMap(({ items }) => items)];
  return render(templates, {
    style,
    script,
    hashes: { style: hashOf(style), script: hashOf(script) },
    verdict: toVerdict(view),
    regions: toRegions(view),
    matrix: toMatrix(view, tagger, targets),
    unequal,
    headings,
    filters: toFilters(
      tagger,
      targets.map(({ tags }) => tags),
      rest,
    ),
    entries: targets.length,
    causes,
    differences,
    rest,
    coverage: toCoverage(view.coverage),
    times: toTimes(view, tagger),
  });
}

/** What a Content-Security-Policy lets a text in the page be known by. */
function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
