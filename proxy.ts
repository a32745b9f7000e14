/** Gives every page its content security policy with a nonce of its own; it decides nothing (design.md 9). */

import { type NextRequest, NextResponse } from 'next/server';
import { env } from './env';

/** Everything but the API, whose answers are no pages, and the files of the build. */
export const config = { matcher: '/((?!api/|_next/static/|icon\\.svg$).*)' };

/** sonner puts its style sheet into the page by itself, without a nonce: this is the digest of that very text. */
const toastStyles = "'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='";
/** … and its element is empty for a moment before. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = policyWith(nonce, env().NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  // Next reads the nonce from here, and puts it on the scripts that it writes.
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

function policyWith(nonce: string, isDevelopment: boolean): string {
  const directives: Record<string, string> = {
    'default-src': "'self'",
    // React's development build evaluates code to show where an error came from.
    'script-src': `'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    // Next's development build writes styles into the page while they are edited.
    'style-src': isDevelopment
      ? "'self' 'unsafe-inline'"
      : `'self' 'nonce-${nonce}' ${toastStyles} ${emptyStyle}`,
    'style-src-attr': "'none'",
    'img-src': "'self' data:",
    'manifest-src': "'self'",
    // The one that shows what is pushed.
    'worker-src': "'self'",
    'connect-src': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}
