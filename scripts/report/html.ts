import { toCauseViews } from './html/causes.ts';
import { toCoverage } from './html/coverage.ts';
import { different, toDifferences } from './html/differences.ts';
import { toMatrix } from './html/matrix.ts';
import { type SectionView, toSectionViews } from './html/other-findings.ts';
import { toRegions, toVerdict } from './html/overview.ts';
import { createTagger, type Tagger, type Tags } from './html/tags.ts';
import { toTimes } from './html/times.ts';
import { hashOf, type PageFiles, render } from './page/render.ts';
import { signs, unequal } from './signs.ts';
import { headings, type ReportView } from './view.ts';

/**
 * The result as one page for a browser, which loads nothing else. Of the exchanges it has those that causes refer to, up
 * to a limit, so that the page stays small whatever was sent.
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
    filters: toFilters(tagger, targets, rest),
    entries: targets.length,
    causes,
    differences,
    rest,
    coverage: toCoverage(view.coverage),
    times: toTimes(view, tagger),
  });
}

/** What the page can be filtered by: regions, operations, and the verdicts that something on the page has. */
function toFilters(
  { regions, operations }: Tagger,
  targets: readonly { readonly tags: Tags }[],
  rest: readonly SectionView[],
): object {
  const toOption = (name: string): object => ({ value: name, text: name });
  const there = new Set(targets.map(({ tags }) => tags.verdict));
  const verdicts = [
    { value: 'failed', text: `${signs.failed.symbol} failed` },
    { value: different, text: `${unequal.symbol} regions differ` },
    ...rest.map(({ id, sign }) => ({ value: id, text: `${sign.symbol} ${id.replace('-', ' ')}` })),
  ];
  return {
    regions: regions.map(toOption),
    operations: operations.map(toOption),
    verdicts: verdicts.filter(({ value }) => there.has(value)),
  };
}
