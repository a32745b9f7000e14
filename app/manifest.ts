/** What a browser needs to keep the desk as an app; the same for everybody, for it is read without signing in. */

import type { MetadataRoute } from 'next';
import { enBeside } from '@/messages/en-beside';

/** Browsers install a page by its manifest alone: a service worker would only keep old rows. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/',
    name: 'Ringback',
    short_name: 'Ringback',
    description: enBeside.first.appDescription,
    start_url: '/',
    scope: '/',
    display: 'standalone',
    // The light one, for the moment before the page is there; the page itself names both (app/layout.tsx).
    theme_color: '#fbfbfa',
    background_color: '#fbfbfa',
    icons: [
      { src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: '/icons/192.png', type: 'image/png', sizes: '192x192' },
      { src: '/icons/512.png', type: 'image/png', sizes: '512x512' },
      { src: '/icons/maskable-192.png', type: 'image/png', sizes: '192x192', purpose: 'maskable' },
      { src: '/icons/maskable-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
  };
}
