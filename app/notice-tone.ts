/** Two short tones: rising for a new missed call, falling for an overdue one. No file, for a beep is three lines. */

import type { NoticeKind } from '@/components/notices';

const tones: Record<NoticeKind, [number, number]> = { missed: [660, 880], overdue: [440, 330] };
const toneSeconds = 0.16;
const loudness = 0.12;

let context: AudioContext | undefined;

/** Silent in a browser that wants to be clicked first: then from the first click on. */
export async function playTone(kind: NoticeKind): Promise<void> {
  if (typeof AudioContext === 'undefined') return;
  context ??= new AudioContext();
  await context.resume();
  const begins = context.currentTime + 0.02;
  for (const [index, frequency] of tones[kind].entries())
    tone(context, frequency, begins + index * toneSeconds);
}

function tone(at: AudioContext, frequency: number, begins: number): void {
  const voice = at.createOscillator();
  const volume = at.createGain();
  voice.frequency.value = frequency;
  // Swells and fades, so that it does not click.
  volume.gain.setValueAtTime(0, begins);
  volume.gain.linearRampToValueAtTime(loudness, begins + 0.02);
  volume.gain.linearRampToValueAtTime(0, begins + toneSeconds);
  voice.connect(volume).connect(at.destination);
  voice.start(begins);
  voice.stop(begins + toneSeconds);
}
