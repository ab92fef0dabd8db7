import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/temp-folder.ts', 'tests/browser-notice.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
