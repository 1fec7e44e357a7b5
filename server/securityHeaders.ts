import type { MiddlewareHandler } from 'hono';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types countersign',
].join('; ');

const permissions = [
  'accelerometer',
  'camera',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'payment',
  'usb',
  'display-capture',
]
  .map((feature) => `${feature}=()`)
  .concat('screen-wake-lock=(self)', 'fullscreen=(self)')
  .join(', ');

/** On every answer, `sw.js` included: a worker does not inherit the page's policy (FACTS). */
export function securityHeaders(tls: boolean): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    headers.set('Content-Security-Policy', contentSecurityPolicy);
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('Referrer-Policy', 'no-referrer');
    headers.set('Permissions-Policy', permissions);
    if (tls || c.req.url.startsWith('https:')) headers.set('Strict-Transport-Security', 'max-age=31536000');
  };
}

/** Doors that a cookie opens take changes only from our own page. */
export function sameOriginOnly(originOf: (url: string) => string, refuse: () => never): MiddlewareHandler {
  return async (c, next) => {
    const changes = c.req.method !== 'GET' && c.req.method !== 'HEAD';
    if (changes && c.req.header('origin') !== originOf(c.req.url)) refuse();
    await next();
  };
}
