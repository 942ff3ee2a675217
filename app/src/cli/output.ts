import { createWriteStream } from 'node:fs'
import type { Writable } from 'node:stream'
import { unwritableOutput } from '../actions/unwritable-output.js'

/** Whoever read our output wants no more of it, as `head` does. */
export class OutputClosed extends Error {}

/** Where ledgers go: a file, or standard output. */
export class Output {
  /** What went wrong first; what follows, such as a write after the end, is only its echo. */
  private failure: NodeJS.ErrnoException | null = null

  private constructor(
    private readonly stream: Writable,
    private readonly name: string,
    private readonly ownsStream: boolean,
  ) {
    stream.on('error', (error) => (this.failure ??= error))
  }

  static to(file: string | undefined): Output {
    if (file === undefined) return new Output(process.stdout, 'standard output', false)
    return new Output(createWriteStream(file), file, true)
  }

  /** Waits until the text has left, so that a slow reader slows us down instead of filling memory. */
  async write(text: string): Promise<void> {
    if (text === '') return
    await this.settle((done) => this.stream.write(text, done))
  }

  async close(): Promise<void> {
    if (this.ownsStream) await this.settle((done) => this.stream.end(done))
  }

  private async settle(act: (done: (error?: Error | null) => void) => void): Promise<void> {
    const failed = await new Promise<NodeJS.ErrnoException | null>((resolve) =>
      act((failure) => resolve(failure ?? null)),
    )
    const error = this.failure ?? failed
    if (error === null) return
    if (error.code === 'EPIPE') throw new OutputClosed()
    throw unwritableOutput(this.name, error)
  }
}

/** Writes to standard output; that nobody wants it is no error. */
export async function writeOut(text: string): Promise<void> {
  try {
    await Output.to(undefined).write(text)
  } catch (error) {
    if (!(error instanceof OutputClosed)) throw error
  }
}
