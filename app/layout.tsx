import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import './globals.css';
import './case-table.css';

import './case-panel.css';

import { theLanguage, theMessages, theTheme } from './language';

import { MessagesProvider } from './messages-provider';
import { ThemeProvider } from './theme-provider';

const inter = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
  weight: '100 900',
  display: 'swap',
  variable: '--inter',
});

/* Letters of other Latin alphabets: fetched only where a name has one. */
const interExtended = localFont({
  src: '../node_modules/@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2',
  weight: '100 900',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  variable: '--inter-extended',
  declarations: [
    {
      prop: 'unicode-range',
      value: 'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1E00-1E9F,U+20A0-20C0',
    },
  ],
});

/* Fetched only where Devanagari stands; digits and Latin letters stay Inter's. */
const devanagari = localFont({
  src: '../node_modules/@fontsource-variable/noto-sans-devanagari/files/noto-sans-devanagari-devanagari-wght-normal.woff2',
  weight: '100 900',
  display: 'swap',
  preload: false,
  adjustFontFallback: false,
  variable: '--devanagari',
  declarations: [
    {
      prop: 'unicode-range',
      value: 'U+0900-097F,U+1CD0-1CF9,U+200C-200D,U+20F0,U+25CC,U+A830-A839,U+A8E0-A8FF',
    },
  ],
});

/** The title is the page's own affair: it carries the count. */
export async function generateMetadata(): Promise<Metadata> {
  return {
    description: (await theMessages()).pages.description,
    robots: { index: false, follow: false },
    formatDetection: { telephone: false },
  };
}

const grounds = { light: '#fbfbfa', dark: '#141414' };

export async function generateViewport(): Promise<Viewport> {
  const theme = await theTheme();
  if (theme !== 'system') return { colorScheme: theme, themeColor: grounds[theme] };
  return {
    colorScheme: 'light dark',
    themeColor: [
      { media: '(prefers-color-scheme: light)', color: grounds.light },
      { media: '(prefers-color-scheme: dark)', color: grounds.dark },
    ],
  };
}

export default async function Layout({ children }: { children: ReactNode }) {
  // Drawn anew for everybody: a page that was drawn at the build has no nonce (proxy.ts), and so no script.
  await connection();
  const [language, theme] = [await theLanguage(), await theTheme()];
  return (
    <html
      lang={language}
      data-theme={theme}
      className={`${inter.variable} ${interExtended.variable} ${devanagari.variable}`}
    >
      <head>
        {/* Here it stays through every change of page; a page without one makes browsers ask for favicon.ico. */}
        <link rel="icon" href="/icon.svg" type="image/svg+xml" sizes="any" />
        <link rel="apple-touch-icon" href="/icons/apple-touch.png" />
      </head>
      <body className="font-sans">
        <ThemeProvider theme={theme}>
          <MessagesProvider language={language}>{children}</MessagesProvider>
        </ThemeProvider>
      </body>
    </html>
  );
}
