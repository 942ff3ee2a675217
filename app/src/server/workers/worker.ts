import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connect, type ClientHttp2Session, type IncomingHttpHeaders } from 'node:http2'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { HearsayError } from '@hearsay/engine'
import type { OnWait } from '@hearsay/store'
import { packageFolder } from '../../actions/package-folder.js'
import type { Log } from '../answers/told-error.js'
import type { Order, Report, Role } from './messages.js'
import type { Answer, Asked } from './requests.js'

/** How long a worker may take to close its store, in milliseconds. */
const CLOSING_MS = 1_000
/** Of the standard streams and what follows: HTTP/2 runs through this one, which nobody else can reach. */
const PIPE = 3

/** The process is gone, and whatever it was asked with it. */
export class WorkerEnded extends Error {}

/** A process of its own that opens the store: whatever befalls it befalls no other. */
export class Worker {
  /** @throws HearsayError what opening the store throws. */
  readonly ready: Promise<void>
  readonly ended: Promise<void>
  alive = true
  begun = false
  /** How many answers are under way. */
  busy = 0
  private readonly process: ChildProcess
  private readonly session: ClientHttp2Session

  constructor(role: Role, log: Log, onWait: OnWait) {
    this.process = fork(join(packageFolder(), 'dist/server/worker-process.js'), [role], {
      stdio: ['ignore', 'ignore', 'inherit', 'pipe', 'ipc'],
    })
    const pipe = this.process.stdio[PIPE] as unknown as Socket
    this.session = connect('http://worker', { createConnection: () => pipe })
    // Who asked is told; that it is over, `ended` says.
    this.session.on('error', () => {}).on('close', () => (this.alive = false))
    this.ended = once(this.process, 'exit').then(() => {
      this.alive = false
      this.session.destroy()
    })
    this.ready = new Promise((resolve, reject) => {
      this.process.on('message', (report: Report) => {
        if (report === 'ready') resolve(void (this.begun = true))
        else if ('failed' in report)
          reject(new HearsayError(report.failed.code, report.failed.message))
        else if ('stalled' in report) onWait(report.stalled)
        else log(Object.assign(new Error(), report.fault))
      })
      void this.ended.then(() => reject(new WorkerEnded('A worker ended before it began.')))
    })
    this.ready.catch(() => {})
  }

  /** The answer as it begins. @throws WorkerEnded. */
  ask({ method, path, headers, body }: Asked): Promise<Answer> {
    if (!this.alive || this.session.destroyed) throw new WorkerEnded()
    const stream = this.session.request({ ':method': method, ':path': path, ...headers })
    this.busy++
    return new Promise((resolve, reject) => {
      stream.on('response', (given) =>
        resolve({ status: given[':status'] ?? 500, headers: plain(given), body: stream }),
      )
      stream.on('error', (cause) => reject(new WorkerEnded('', { cause })))
      stream.on('close', () => {
        this.busy--
        reject(new WorkerEnded())
      })
      if (body instanceof Readable) body.on('error', () => stream.close()).pipe(stream)
      else stream.end(body)
    })
  }

  tell(order: Order): void {
    if (this.process.connected) this.process.send(order, () => {})
  }

  kill(): void {
    this.process.kill('SIGKILL')
  }

  /** Lets it close its store, but not for long. */
  async close(): Promise<void> {
    if (this.begun) this.tell('close')
    else this.kill()
    const late = setTimeout(() => this.kill(), CLOSING_MS)
    await this.ended
    clearTimeout(late)
  }
}

/** Those of a response, without what is HTTP/2's own. */
function plain(headers: IncomingHttpHeaders): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => !name.startsWith(':'))
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]))
}
