/** Shows and sounds notices as somebody wants them. */

import { type Notice, noticeKinds } from '@/components/notices';
import { callerWord, didWord } from '@/components/words';
import type { Messages } from '@/messages/en';
import { playTone } from './notice-tone';
import type { NoticeWishes } from './notice-wishes';

/** More than these at once are told as a number. */
const shownOneByOne = 3;

export function giveNotices(notices: Notice[], wishes: NoticeWishes, m: Messages): void {
  for (const kind of noticeKinds) {
    const some = notices.filter((notice) => notice.kind === kind);
    if (some.length === 0) continue;
    if (wishes[kind].sound) void playTone(kind);
    if (!wishes[kind].notify) continue;
    if (some.length > shownOneByOne) {
      const words = kind === 'missed' ? m.board.noticesMissed : m.board.noticesOverdue;
      show(words(some.length), kind);
    } else {
      for (const { case: shownCase } of some) {
        const words = kind === 'missed' ? m.board.noticeMissed : m.board.noticeOverdue;
        show(words(callerWord(shownCase), didWord(shownCase.did)), `${kind} ${shownCase.id}`);
      }
    }
  }
}

/** A tag is shown once, from whatever tab. */
function show(title: string, tag: string): void {
  try {
    const shown = new Notification(title, { tag, icon: '/icon.svg' });
    shown.onclick = () => {
      window.focus();
      shown.close();
    };
  } catch {
    // Some browsers of phones know the word and not the thing.
  }
}
