import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { MAX_HEAP_MB } from './limits.js'
import type { Answer, Ask } from './task.js'

// Sources run only under the tests, which build first; Node runs no TypeScript.
const ENTRY = import.meta.url.endsWith('.ts') ? '../../dist/sandbox.js' : './sandbox.js'

/** Why there is no answer: the process took too long, or ended by itself (for lack of memory, nearly always). */
export class NoAnswer extends Error {
  constructor(readonly reason: 'timeout' | 'out-of-memory') {
    super(reason)
  }
}

/** A process that parses, one document at a time. It does not keep this one alive while it has nothing to do. */
export class Child {
  private readonly process: ChildProcess = fork(fileURLToPath(new URL(ENTRY, import.meta.url)), {
    execArgv: [`--max-old-space-size=${MAX_HEAP_MB}`, '--max-semi-space-size=8'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {},
  })

  get alive(): boolean {
    return this.process.connected && this.process.exitCode === null
  }

  /** The answer to `ask`, after which the child rests; kills it when `silenceMs` pass without a sign of life. */
  async ask(ask: Ask, silenceMs: number): Promise<Exclude<Answer, 'beat'>> {
    this.process.ref()
    this.process.channel?.ref()
    try {
      return await this.answer(ask, silenceMs)
    } finally {
      this.process.unref()
      this.process.channel?.unref()
    }
  }

  kill(): void {
    this.process.kill('SIGKILL')
  }

  private answer(ask: Ask, silenceMs: number): Promise<Exclude<Answer, 'beat'>> {
    return new Promise((resolve, reject) => {
      const settle = () => {
        clearTimeout(timer)
        this.process.off('message', hear).off('exit', end).off('error', end)
      }
      const end = () => {
        settle()
        reject(new NoAnswer('out-of-memory'))
      }
      const late = () => {
        settle()
        this.kill()
        reject(new NoAnswer('timeout'))
      }
      const hear = (answer: Answer) => {
        if (answer === 'beat') return void timer.refresh()
        settle()
        resolve(answer)
      }
      const timer = setTimeout(late, silenceMs)
      this.process.on('message', hear).on('exit', end).on('error', end)
      this.process.send(ask, (error) => error && end())
    })
  }
}
