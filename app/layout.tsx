import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import './globals.css';
import './case-table.css';
import { theLanguage } from './language';
import { MessagesProvider } from './messages-provider';

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

/** The title is the page's own affair: it carries the count. */
export const metadata: Metadata = {
  description: 'The missed-call desk for PIOPIY: who still waits for a call back.',
  robots: { index: false, follow: false },
  formatDetection: { telephone: false },
};

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fbfbfa' },
    { media: '(prefers-color-scheme: dark)', color: '#141414' },
  ],
};

export default async function Layout({ children }: { children: ReactNode }) {
  // Drawn anew for everybody: a page that was drawn at the build has no nonce (proxy.ts), and so no script.
  await connection();
  const language = await theLanguage();
  return (
    <html lang={language} className={`${inter.variable} ${interExtended.variable}`}>
      <head>
        {/* Here it stays through every change of page; a page without one makes browsers ask for favicon.ico. */}
        <link rel="icon" href="/icon.svg" type="image/svg+xml" sizes="any" />
      </head>
      <body className="font-sans">
        <MessagesProvider language={language}>{children}</MessagesProvider>
      </body>
    </html>
  );
}
