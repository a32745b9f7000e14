/** From how far away an address can be reached, as far as it tells by itself. */

/** `here`: this machine alone; `inside`: its own network; `public`: perhaps everybody, which nobody has tried. */
export type Reach = 'here' | 'inside' | 'public';

const here = /^(localhost|.*\.localhost|127(\.\d{1,3}){3}|0\.0\.0\.0|\[::1?\])$/;
const inside =
  /^(10(\.\d{1,3}){3}|192\.168(\.\d{1,3}){2}|172\.(1[6-9]|2\d|3[01])(\.\d{1,3}){2}|169\.254(\.\d{1,3}){2}|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])(\.\d{1,3}){2}|\[f[cd][0-9a-f:]*\]|\[fe80:.*\])$/;
const insideNames = /^[^.[]+$|\.(local|lan|home|internal|intranet|home\.arpa)$/;

/** `address` is a URL; what is none leads nowhere. */
export function reachOf(address: string): Reach {
  if (!URL.canParse(address)) return 'here';
  const { hostname } = new URL(address);
  if (here.test(hostname)) return 'here';
  return inside.test(hostname) || insideNames.test(hostname) ? 'inside' : 'public';
}
