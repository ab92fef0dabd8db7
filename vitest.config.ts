import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: [
      'tests/temp-folder.ts',
      'tests/browser-notice.ts',
      'tests/processes-notice.ts',
      'tests/programs-notice.ts',
      'tests/runners-notice.ts',
    ],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
