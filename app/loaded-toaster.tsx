'use client';

import { type ComponentProps, useEffect } from 'react';
import { Toaster, toast } from 'sonner';
import { toasterIsHere } from './toast';

/** Shows messages, also those that were told before it came. */
export default function LoadedToaster(props: ComponentProps<typeof Toaster>) {
  useEffect(() => toasterIsHere(toast), []);
  return <Toaster {...props} />;
}
