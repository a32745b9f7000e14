/** How well what was typed fits a text: "cb" fits "Called back", "sup" fits "Support" better than "Close up". */

/** 0 where it does not fit; the higher, the better. Accents and letter case do not matter. */
export function fitOf(typed: string, text: string): number {
  const wanted = [...plain(typed).replace(/\s+/g, '')];
  const letters = [...plain(text)];
  if (wanted.length === 0) return 1;
  let best = 0;
  for (let start = 0; start < letters.length; start += 1) {
    if (letters[start] === wanted[0]) best = Math.max(best, fitFrom(wanted, letters, start));
  }
  return best;
}

/** Each letter counts, and more at the begin of a word or right after the one before it. */
function fitFrom(wanted: string[], letters: string[], start: number): number {
  let at = start;
  let fit = start === 0 ? 2 : 0;
  for (const [index, letter] of wanted.entries()) {
    const found = letters.indexOf(letter, at);
    if (found < 0) return 0;
    const isAtWord = found === 0 || !isLetter(letters[found - 1] ?? '');
    const isNext = index > 0 && found === at;
    fit += isAtWord ? 4 : isNext ? 3 : 1 / (1 + found - at);
    at = found + 1;
  }
  return fit;
}

function isLetter(letter: string): boolean {
  return /[\p{L}\p{N}\p{M}]/u.test(letter);
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}
