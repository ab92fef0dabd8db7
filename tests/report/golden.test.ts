import { expect, test } from 'vitest';
import { readPageFiles } from '../../scripts/report/page/page-files.ts';
import { toResultJson } from '../../scripts/report/result-json.ts';
import { creator } from './creator.ts';
import { examples } from './examples.ts';
import { toText } from './html-text.ts';
import { toAnnotations, toHtml, toJunit, toSummary, toTerminal } from './write.ts';

const page = readPageFiles();

/** Read what `vitest -u` writes. */
test.each(Object.entries(examples))('%s', async (name, result) => {
  const golden = (ending: string): string => `golden/${name}.${ending}`;
  await expect(toTerminal(result, { colour: false, width: 80 })).toMatchFileSnapshot(golden('txt'));
  await expect(toJunit(result)).toMatchFileSnapshot(golden('junit.xml'));
  await expect(toResultJson(result, creator)).toMatchFileSnapshot(golden('result.json'));
  await expect(toSummary(result)).toMatchFileSnapshot(golden('summary.md'));
  await expect(toText(toHtml(result, page))).toMatchFileSnapshot(golden('html.txt'));
  await expect(toAnnotations(result).join('\n')).toMatchFileSnapshot(golden('annotations.txt'));
});

test('colours', async () => {
  const coloured = toTerminal(examples['same-break'] ?? expect.fail(), { colour: true, width: 80 });
  await expect(coloured).toMatchFileSnapshot('golden/same-break.colour.txt');
});
