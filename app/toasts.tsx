'use client';

import { useMessages } from '@/components/use-messages';
import { useTheme } from '@/components/use-theme';
import { Toaster } from './pieces';

/** Short messages at the foot of a page, above what stands there. */
export function Toasts() {
  const { pages } = useMessages();
  return (
    <Toaster
      className="toasts"
      theme={useTheme()}
      containerAriaLabel={pages.notifications}
      position="bottom-center"
      offset={{ bottom: 48 }}
      mobileOffset={{ bottom: 72 }}
    />
  );
}
