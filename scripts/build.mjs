import { build, ensureInstalled } from './lib/house.mjs';

ensureInstalled();
process.exit(build());
