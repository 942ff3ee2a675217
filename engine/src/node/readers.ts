import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { HearsayError } from '../record/index.js'

/** Readers by name: the folder of their weights. */
const FOLDERS = { default: 'reader', fast: 'fast' } as const
export type ReaderName = keyof typeof FOLDERS

/** The reader that reads unless another is asked for. */
export const DEFAULT_READER: ReaderName = 'default'

/** The readers whose weights are in the folder `models`, and the default one, without which nothing is installed. */
export function readersIn(models: string): ReaderName[] {
  const names = Object.keys(FOLDERS) as ReaderName[]
  return names.filter(
    (name) => name === DEFAULT_READER || existsSync(join(models, FOLDERS[name], 'manifest.json')),
  )
}

/**
 * The folder within `models` that holds the weights of the reader called `name`.
 * @throws HearsayError `reader-unknown`: there is no such reader, or it is not installed.
 */
export function readerFolder(name: string, models: string): string {
  const installed = readersIn(models)
  const found = installed.find((each) => each === name)
  if (found) return join(models, FOLDERS[found])
  throw new HearsayError(
    'reader-unknown',
    `There is no reader '${name}' here. Use one of: ${installed.join(', ')}.`,
  )
}
