/** The icon of the tab with the number of those who wait: on our blue, or on red with a notch where somebody waits for too long. */

export function countIcon(open: number, isAlarm: boolean): string {
  const text = open > 99 ? '99+' : String(open);
  const size = { 1: 24, 2: 20 }[text.length] ?? 14;
  const ground = isAlarm ? '#c92a2a' : '#3b5bdb';
  // No matter of colour alone.
  const shape = 'M8 0h11l13 13v11a8 8 0 0 1-8 8H8a8 8 0 0 1-8-8V8a8 8 0 0 1 8-8z';
  const square = isAlarm
    ? `<path d="${shape}" fill="${ground}"/>`
    : `<rect width="32" height="32" rx="8" fill="${ground}"/>`;
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${square}<text x="16" y="${16 + size * 0.36}" font-family="system-ui,sans-serif" font-size="${size}" font-weight="700" text-anchor="middle" fill="#fff">${text}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(drawn)}`;
}
