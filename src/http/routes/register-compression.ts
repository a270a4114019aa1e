import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';
import type { HttpSettings } from '../settings/http-settings.ts';

/** Smaller answers fit into a few packets: to compress them costs more than it saves. */
const MIN_BYTES = 4096;

/**
 * Compresses larger answers for clients that ask for it. Bodies of requests are never unpacked: a few kilobytes could become
 * gigabytes.
 */
export async function registerCompression(
  app: FastifyInstance,
  { compression }: HttpSettings,
): Promise<void> {
  if (!compression) return;
  await app.register(compress, {
    threshold: MIN_BYTES,
    encodings: ['br', 'gzip'],
    globalDecompression: false,
  });
}
