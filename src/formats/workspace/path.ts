/** Paths that a user's table names: relative, with slashes, inside the workspace, and without a trick in them. */

const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/** The path with its `./` dropped; `undefined` where it is absolute, leaves the folder, or has a part no file may be called. */
export function safePath(path: string): string | undefined {
  if (path.length > 1000 || /[\p{Cc}\\:*?"<>|]/u.test(path) || path.startsWith('/')) return undefined;
  const parts = path.split('/').filter((part) => part !== '.');
  const bad = parts.length === 0 || parts.some((part) => part === '' || part === '..' || /[. ]$/.test(part) || DEVICE.test(part));
  return bad ? undefined : parts.join('/');
}
