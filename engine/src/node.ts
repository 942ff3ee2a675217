import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import {
  checkManifest,
  createOnnxScorer,
  type Manifest,
  type ReaderModel,
  type Runtime,
  type Session,
} from './model/index.js'
import { DEFAULT_READER, readerFolder, readersIn, type ReaderName } from './node/readers.js'
import { loadRuntime, type RuntimeName } from './node/runtime.js'
import { createReader, type Reader, type ReaderParts } from './read/index.js'
import { HearsayError } from './record/index.js'
import { Subwords } from './text/index.js'

export { DEFAULT_READER, type ReaderName } from './node/readers.js'
export { RUNTIMES, type RuntimeName } from './node/runtime.js'

export interface OpenOptions {
  /** One of `installedReaders()`; the accurate one, `default`, unless told. */
  reader?: string
  /**
   * What runs the model; unless told the native build, or the WebAssembly one where that does not load. The same text
   * gives the same statements on both.
   */
  runtime?: RuntimeName
  /** Hears, in words for people, that the slower WebAssembly build stands in for the native one, and what to do. */
  onFallback?: (note: string) => void
  /** Threads of one inference by the native build; 1 unless told, so that many readings run side by side. */
  threads?: number
  /** Folder of the folders of all readers; the shipped one unless told. */
  models?: string
  /** Folder of the weights themselves, whatever the reader is called. */
  model?: string
}

/**
 * Opens the shipped reader under Node.
 * @throws HearsayError `reader-unknown`, `model-missing`, `model-changed` (a file's hash differs from the manifest),
 * `model-mismatch` (its labels are not those that the engine knows), `runtime-missing` (the one asked for does not load).
 */
export async function openReader(options: OpenOptions = {}): Promise<Reader> {
  return createReader(await openModel(options))
}

/** The weights behind `openReader`, for measuring. */
export async function openModel(options: OpenOptions = {}): Promise<ReaderParts> {
  const folder = modelFolder(options)
  const manifestBytes = await readInstalled(folder, 'manifest.json')
  const manifest = JSON.parse(manifestBytes.toString('utf8')) as Manifest
  checkManifest(manifest, folder)
  const file = (part: string) => checked(folder, part, manifest)
  const [words, cues, vocabulary, antecedents, confidence, gazetteer] = await Promise.all([
    file('words.onnx'),
    file('cues.onnx'),
    file('vocab.txt'),
    file('antecedents.json'),
    manifest.files['confidence.json'] ? file('confidence.json') : null,
    readInstalled(installed('data/gazetteer'), 'places.txt'),
  ])
  const { InferenceSession, Tensor, label, fallback } = await loadRuntime(options.runtime)
  if (fallback !== null) options.onFallback?.(fallback)
  const settings = {
    intraOpNumThreads: options.threads ?? 1,
    interOpNumThreads: 1,
    logSeverityLevel: 3,
  } as const
  const sessions = {
    words: await InferenceSession.create(words, settings),
    cues: await InferenceSession.create(cues, settings),
  }
  const runtime = { Tensor } as unknown as Runtime
  return {
    model: {
      scorer: createOnnxScorer(
        runtime,
        sessions as unknown as Record<'words' | 'cues', Session>,
        manifest.mentions,
        hashOf(manifestBytes),
      ),
      subwords: new Subwords(vocabulary.toString('utf8')),
      window: manifest.window,
      decoding: manifest.decoding,
      mentions: manifest.mentions,
      antecedents: JSON.parse(antecedents.toString('utf8')) as Record<string, number>,
      confidence:
        confidence && (JSON.parse(confidence.toString('utf8')) as ReaderModel['confidence']),
    },
    gazetteer: gazetteer.toString('utf8'),
    name: options.reader ?? DEFAULT_READER,
    runtime: label,
  }
}

const installed = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const MODELS = installed('models')

/** The readers that can be opened here, the default one first. `models` is the folder of their folders; the shipped one unless told. */
export const installedReaders = (models = MODELS): ReaderName[] => readersIn(models)

/** Why a reader opened here runs slower than it might, in words for people; null where it does not. */
export async function runtimeFallback(): Promise<string | null> {
  return (await loadRuntime(undefined)).fallback
}

function modelFolder({ reader = DEFAULT_READER, model, models = MODELS }: OpenOptions): string {
  return model ?? readerFolder(reader, models)
}

/**
 * The `model` that ledgers of the shipped reader carry, without opening it: the hash of its manifest.
 * @throws HearsayError `reader-unknown`, `model-missing`.
 */
export async function modelId(
  options: Pick<OpenOptions, 'reader' | 'models' | 'model'> = {},
): Promise<string> {
  return hashOf(await readInstalled(modelFolder(options), 'manifest.json'))
}

const hashOf = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

async function readInstalled(folder: string, file: string): Promise<Buffer> {
  try {
    return await readFile(`${folder}/${file}`)
  } catch (cause) {
    throw new HearsayError(
      'model-missing',
      `The file ${file} is not in ${folder}. Install the package again.`,
      { cause },
    )
  }
}

async function checked(folder: string, file: string, manifest: Manifest): Promise<Buffer> {
  const bytes = await readInstalled(folder, file)
  if (hashOf(bytes) !== `sha256:${manifest.files[file]?.sha256}`) {
    throw new HearsayError(
      'model-changed',
      `${folder}/${file} is not the file its manifest names. Install the package again.`,
    )
  }
  return bytes
}
