/** Runs one hostile input and prints codes, time and the memory that it took over what the process had. */
import { HOSTILE } from './hostile.ts';

const hostile = HOSTILE[process.argv[2]!]!;
const run = hostile.make();
const before = process.resourceUsage().maxRSS;
const cpu = process.cpuUsage();
const start = performance.now();
const issues = run();
const { user, system } = process.cpuUsage(cpu);
const ms = Math.round(Math.min(performance.now() - start, (user + system) / 1000)); // a busy machine is no slow reader
const mib = Math.round((process.resourceUsage().maxRSS - before) / 1024);
process.stdout.write(JSON.stringify({ codes: [...new Set(issues.map(({ code }) => code))], ms, mib, polluted: Object.keys(Object.prototype).length }));
