import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/**
 * Lets answers of the server do nothing but what the explorer needs: its own files, its workers, its fonts, which its style
 * sheet carries as data, and style attributes, which its editor writes.
 */
export async function registerSecurityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        workerSrc: ["'self'"],
        connectSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        fontSrc: ["'self'", 'data:'],
        imgSrc: ["'self'", 'data:'],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    // Whether all of a host is served over TLS is known to the proxy that does so, not here.
    strictTransportSecurity: false,
  });
}
