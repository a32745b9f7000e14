import { useState } from 'react';

/** Whether it was so at any time: a dialog that was opened once stays, so that closing it gives the focus back. */
export function useEver(isSo: boolean): boolean {
  const [wasSo, remember] = useState(isSo);
  if (isSo && !wasSo) remember(true);
  return isSo || wasSo;
}
