/** Lets one npm command at a time prepare this folder. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

const folder = 'dist';
const lock = `${folder}/.ringback-preparing`;
const longestMs = 30 * 60_000;

let isOurs = false;

/** Waits for the turn and keeps it until this process ends. */
export async function takeTurn() {
  for (let hasTold = false; !isOurs; hasTold = true) {
    if (isClaimed()) return;
    if (isLeftBehind()) {
      rmSync(lock, { force: true });
      continue;
    }
    if (!hasTold) console.log('Waiting for another npm command that prepares this folder …');
    await setTimeout(200);
  }
}

function isClaimed() {
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  isOurs = true;
  process.on('exit', () => rmSync(lock, { force: true }));
  return true;
}

/** True when the process that took the turn was killed; its number may have gone to another one since. */
function isLeftBehind() {
  try {
    if (Date.now() - statSync(lock).mtimeMs > longestMs) return true;
    const owner = Number(readFileSync(lock, 'utf8'));
    if (owner === process.pid) return true;
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
