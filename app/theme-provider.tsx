'use client';

import type { ReactNode } from 'react';
import type { Theme } from '@/components/themes';
import { ThemeContext } from '@/components/use-theme';

export function ThemeProvider({ theme, children }: { theme: Theme; children: ReactNode }) {
  return <ThemeContext value={theme}>{children}</ThemeContext>;
}
