import { expect, test } from 'vitest';
import { describeInBrowser } from '../../../../fixtures/in-browser.ts';
import { withFiles } from '../../../../fixtures/open.ts';
import { writeSite } from './build.ts';

const attack =
  '</script></title><script>alert(1)</script><img src=x onerror=alert(2)>' +
  '<svg onload=alert(3)></svg><iframe src="https://example.com/"></iframe><a href="javascript:alert(4)">a</a>' +
  ' [b](javascript:alert(5)) <meta http-equiv="refresh" content="0;url=https://example.com/">';

/** Says the attack wherever a description may say anything. */
const hostile = JSON.stringify({
  openapi: '3.1.0',
  info: {
    title: attack,
    version: attack,
    summary: attack,
    description: `${attack}\n\n# A ${attack}\n\n${attack}`,
  },
  servers: [{ url: 'https://api.example', description: attack, 'x-region': 'us' }],
  tags: [{ name: 'Things', description: attack }],
  paths: {
    '/things': {
      get: {
        operationId: 'listThings',
        summary: `List ${attack}`,
        description: attack,
        tags: ['Things'],
        parameters: [
          {
            ...{ name: 'q', in: 'query', description: attack, example: attack, schema: { type: 'string' } },
            ...{ 'x-provenance': 'observed', 'x-source': attack },
          },
        ],
        responses: { 200: { description: attack } },
      },
    },
  },
});

describeInBrowser('whatever a description says', (open) => {
  test('no page runs it, asks for anything, or has an element of it', async () => {
    const guide = `# A ${attack}\n\n${attack}\n\n::servers[]\n`;
    await withFiles({ 'api.yaml': hostile }, async (folder) => {
      const { url } = await writeSite(`${folder}/api.yaml`, { '1-page.md': guide });
      for (const name of [
        'index.html',
        'page.html',
        'reference.html',
        'reference.html#operation/listThings',
      ]) {
        const { page, requests, errors } = await open(url + name);
        if (name.startsWith('reference')) await page.locator('.menu-content').waitFor({ timeout: 60_000 });
        await page.waitForTimeout(1000);
        expect(errors.filter((error) => !error.includes('%c Redoc'))).toEqual([]);
        expect(requests.map((request) => request.split('#')[0])).toEqual([url + name.split('#')[0]]);
        const foreign = 'img, iframe, meta[http-equiv=refresh], [onload], [onerror], a[href^=javascript]';
        expect(await page.locator(foreign).count()).toBe(0);
        await page.context().close();
      }
    });
  });
});
