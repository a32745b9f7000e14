/** What every answer tells browsers; `server.ts` sets it, and Next where it runs without (next.config.mjs). */

export const safeHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
};

/** What browsers heed of a page alone: with every record that is received, it would be half of the answer. */
export const pageHeaders = {
  'cross-origin-opener-policy': 'same-origin',
  // Nothing of a browser's machine is used but the clipboard, which the copy buttons write to.
  'permissions-policy': [
    ...['accelerometer', 'autoplay', 'browsing-topics', 'camera', 'display-capture'],
    ...['encrypted-media', 'fullscreen', 'gamepad', 'geolocation', 'gyroscope', 'hid', 'idle-detection'],
    ...['local-fonts', 'magnetometer', 'microphone', 'midi', 'payment', 'picture-in-picture'],
    ...['publickey-credentials-create', 'publickey-credentials-get', 'screen-wake-lock', 'serial'],
    ...['storage-access', 'usb', 'window-management', 'xr-spatial-tracking'],
  ]
    .map((feature) => `${feature}=()`)
    .join(', '),
};

/** An answer of the API is no page: opened as one, it may load and run nothing. */
export const apiHeaders = { 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" };

/** Only where the desk's own address is https: told over http, it would lock people out of it. */
export const headersBehindTls = { 'strict-transport-security': 'max-age=63072000' };
