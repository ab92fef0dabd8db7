import type { Creator } from '../../scripts/report/result-json.ts';

export const creator: Creator = { name: 'rivery-contract', version: '1.2.3' };
