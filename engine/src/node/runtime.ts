import { HearsayError } from '../record/index.js'

/** What can run a model under Node: ONNX Runtime's native build, or its WebAssembly one, which is slower and runs anywhere. */
export const RUNTIMES = ['native', 'wasm'] as const
export type RuntimeName = (typeof RUNTIMES)[number]

type Onnx = typeof import('onnxruntime-node')

/** A runtime that is loaded. */
export interface LoadedRuntime extends Pick<Onnx, 'InferenceSession' | 'Tensor'> {
  /** `onnxruntime-node 1.27.0` */
  label: string
  /** Why the slower one stands in, in words for people; null where it was asked for, or nothing stands in. */
  fallback: string | null
}

/**
 * Loads the runtime that is asked for; without one the native, or the WebAssembly one where that does not load.
 * @throws HearsayError `runtime-missing` when what is asked for does not load.
 */
export async function loadRuntime(asked: RuntimeName | undefined): Promise<LoadedRuntime> {
  if (asked === 'wasm') return loadWasm(null)
  const native = await import('onnxruntime-node').catch((cause: Error) => cause)
  if (!(native instanceof Error)) return loaded('onnxruntime-node', native, null)
  const why = reasonOf(native)
  if (asked === undefined) {
    return loadWasm(
      `ONNX Runtime's native build does not load here (${why}); its WebAssembly build reads instead, which is several times slower. Install the package onnxruntime-node for this system.`,
    )
  }
  throw missing(
    `ONNX Runtime's native build does not load here (${why}). Install the package onnxruntime-node for this system, or ask for the runtime wasm, which is slower.`,
    native,
  )
}

async function loadWasm(fallback: string | null): Promise<LoadedRuntime> {
  const wasm = await import('onnxruntime-web').catch((cause: Error) => {
    throw missing(
      `ONNX Runtime's WebAssembly build does not load here (${reasonOf(cause)}). Install the package onnxruntime-web again.`,
      cause,
    )
  })
  // Threads of its own would be workers, which keep the process alive and gain little on windows this short.
  wasm.env.wasm.numThreads = 1
  return loaded('onnxruntime-web', wasm as unknown as Onnx, fallback)
}

function loaded(name: string, onnx: Onnx, fallback: string | null): LoadedRuntime {
  const { InferenceSession, Tensor, env } = onnx
  const { node, web } = env.versions
  return { InferenceSession, Tensor, label: `${name} ${node ?? web}`, fallback }
}

const missing = (message: string, cause: Error) =>
  new HearsayError('runtime-missing', message, { cause })

/** The first line: what follows says where in the runtime's own code. */
const reasonOf = ({ message }: Error) => message.split('\n', 1)[0]
