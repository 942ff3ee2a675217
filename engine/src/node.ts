import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import {
  createOnnxScorer,
  type Decoding,
  type MentionSettings,
  type Runtime,
  type Session,
  type WindowSize,
} from './model/index.js'
import { createReader, type Reader, type ReaderParts } from './read/index.js'
import { HearsayError } from './record/index.js'
import { Subwords } from './text/index.js'

export interface OpenOptions {
  /** `default` is the accurate reader, and the only one so far. */
  reader?: string
  /** Threads of one inference; 1 unless told, so that many readings run side by side. */
  threads?: number
  /** Folder of the model; the shipped one unless told. */
  model?: string
}

interface Manifest {
  files: Record<string, { sha256: string }>
  window: WindowSize
  decoding: Decoding
  mentions: MentionSettings
}

/**
 * Opens the shipped reader under Node.
 * @throws HearsayError `reader-unknown`, `model-missing`, `model-changed` (a file's hash differs from the manifest).
 */
export async function openReader(options: OpenOptions = {}): Promise<Reader> {
  return createReader(await openModel(options))
}

/** The weights behind `openReader`, for measuring. */
export async function openModel(options: OpenOptions = {}): Promise<ReaderParts> {
  const folder = modelFolder(options)
  const manifestBytes = await readInstalled(folder, 'manifest.json')
  const manifest = JSON.parse(manifestBytes.toString('utf8')) as Manifest
  const file = (part: string) => checked(folder, part, manifest)
  const [words, cues, vocabulary, antecedents, gazetteer] = await Promise.all([
    file('words.onnx'),
    file('cues.onnx'),
    file('vocab.txt'),
    file('antecedents.json'),
    readInstalled(fileURLToPath(new URL('../data/gazetteer', import.meta.url)), 'places.txt'),
  ])
  const { InferenceSession, Tensor } = await loadRuntime()
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
    },
    gazetteer: gazetteer.toString('utf8'),
    name: options.reader ?? 'default',
  }
}

function modelFolder({ reader: name = 'default', model }: OpenOptions): string {
  const shipped = SHIPPED[name]
  if (!shipped) {
    throw new HearsayError(
      'reader-unknown',
      `There is no reader '${name}'. Use one of: ${Object.keys(SHIPPED).join(', ')}.`,
    )
  }
  return model ?? fileURLToPath(new URL(`../models/${shipped}`, import.meta.url))
}

/**
 * The `model` that ledgers of the shipped reader carry, without opening it: the hash of its manifest.
 * @throws HearsayError `reader-unknown`, `model-missing`.
 */
export async function modelId(options: Omit<OpenOptions, 'threads'> = {}): Promise<string> {
  return hashOf(await readInstalled(modelFolder(options), 'manifest.json'))
}

/** Readers by name: the folder of their weights. */
const SHIPPED: Readonly<Record<string, string>> = { default: 'reader' }

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

async function loadRuntime(): Promise<typeof import('onnxruntime-node')> {
  try {
    return await import('onnxruntime-node')
  } catch {
    // Every platform has the WebAssembly build; the native one is optional.
    return (await import('onnxruntime-web')) as unknown as typeof import('onnxruntime-node')
  }
}
