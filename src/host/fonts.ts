/** A font with Chinese on this machine, for what is printed. */
import { existsSync } from 'node:fs';

export interface FontFile { readonly path: string; readonly face?: string }

/** Debian's and Fedora's Noto, macOS, Windows; the face is that of Taiwan where a file has several. */
const KNOWN: readonly FontFile[] = [
  { path: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', face: 'NotoSansCJKtc-Regular' },
  { path: '/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc', face: 'NotoSansCJKtc-Regular' },
  { path: '/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc', face: 'NotoSansCJKtc-Regular' },
  { path: '/System/Library/Fonts/PingFang.ttc', face: 'PingFangTC-Regular' },
  { path: '/System/Library/Fonts/STHeiti Light.ttc', face: 'STHeitiTC-Light' },
  { path: 'C:\\Windows\\Fonts\\msjh.ttc', face: 'MicrosoftJhengHeiRegular' },
];

export function chineseFont(): FontFile | undefined {
  return KNOWN.find(({ path }) => existsSync(path));
}
