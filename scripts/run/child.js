// The process of one region: lets Node run the TypeScript of this folder.
import { register } from 'tsx/esm/api';

register();
await import('./child.ts');
