'use client';

import { createContext, useContext } from 'react';
import type { Theme } from './themes';

export const ThemeContext = createContext<Theme>('system');

/** What somebody chose; for what cannot ask the style sheet. */
export function useTheme(): Theme {
  return useContext(ThemeContext);
}
