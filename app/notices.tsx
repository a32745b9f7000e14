'use client';

import { useState } from 'react';
import type { NoticeKind } from '@/components/notices';
import { NoticesMenu } from '@/components/notices-menu';
import { useNoticeFeed } from './notice-feed';
import { playTone } from './notice-tone';
import { saveNoticeWishes, useNoticeWishes } from './notice-wishes';

type Props = { revision: number };

/** Notifications and sounds, off until somebody switches them on; and the menu where that is done. */
export default function Notices({ revision }: Props) {
  const wishes = useNoticeWishes();
  const [isRefused, setRefused] = useState(false);
  useNoticeFeed(wishes, revision);

  const onChange = async (kind: NoticeKind, how: 'notify' | 'sound', isWanted: boolean) => {
    // The browser asks only whoever has just asked for it.
    if (isWanted && how === 'notify' && !(await isAllowed())) return setRefused(true);
    if (isWanted && how === 'sound') void playTone(kind);
    setRefused(false);
    saveNoticeWishes({ ...wishes, [kind]: { ...wishes[kind], [how]: isWanted } });
  };

  return <NoticesMenu wishes={wishes} isRefused={isRefused} onChange={onChange} />;
}

async function isAllowed(): Promise<boolean> {
  if (typeof Notification === 'undefined') return false;
  return (await Notification.requestPermission()) === 'granted';
}
