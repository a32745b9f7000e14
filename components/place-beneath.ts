const gap = 4;
const edge = 8;

/** Puts what floats beneath its button, or above it where there is no room, and wholly on the screen. */
export function placeBeneath(button: HTMLElement, floating: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { width, height } = floating.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const left = Math.max(edge, Math.min(at.left, clientWidth - width - edge));
  const below = at.bottom + gap;
  const top = below + height + edge <= clientHeight ? below : Math.max(edge, at.top - height - gap);
  floating.style.left = `${left}px`;
  floating.style.top = `${top}px`;
}
