import { HearsayError } from '@hearsay/engine'

const FULL = new Set(['ENOSPC', 'EDQUOT'])

/** Why something could not be written to `name`, and what to do. */
export function unwritableOutput(name: string, cause: NodeJS.ErrnoException): HearsayError {
  if (FULL.has(cause.code ?? '')) {
    const message = `There is no room left for ${name}: the disk is full. Make room, and run the same command again.`
    return new HearsayError('disk-full', message, { cause })
  }
  const message = `Cannot write to ${name}: ${cause.message}. Choose another place.`
  return new HearsayError('output-unwritable', message, { cause })
}
