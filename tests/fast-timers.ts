import { speedUpTimers } from '../scripts/run/fast-timers.ts';

// In every file, because files share a process: none may behave otherwise after another one. newman isn't loaded yet.
speedUpTimers();
