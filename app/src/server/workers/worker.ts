import { fork, type ChildProcess } from 'node:child_process'
import {
  connect,
  constants,
  type ClientHttp2Session,
  type ClientHttp2Stream,
  type IncomingHttpHeaders,
} from 'node:http2'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { PassThrough, pipeline, Readable, type TransformCallback } from 'node:stream'
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
export class WorkerEnded extends Error {
  constructor(options?: ErrorOptions) {
    super('The process that opens the store ended before its answer did.', options)
  }
}

/** A process of its own that opens the store: whatever befalls it befalls no other. */
export class Worker {
  /** @throws HearsayError `store-unstartable`, and what opening the store throws. */
  readonly ready: Promise<void>
  readonly ended: Promise<void>
  alive = true
  begun = false
  /** How many answers are under way. */
  busy = 0
  private readonly process: ChildProcess
  /** None where the process could not be started. */
  private readonly session: ClientHttp2Session | null

  constructor(role: Role, log: Log, onWait: OnWait) {
    this.process = fork(join(packageFolder(), 'dist/server/worker-process.js'), [role], {
      stdio: ['ignore', 'ignore', 'inherit', 'pipe', 'ipc'],
    })
    this.ended = new Promise((resolve) => {
      this.process.once('exit', resolve).once('error', resolve)
    })
    const pipe = this.process.stdio?.[PIPE] as Socket | undefined
    this.session = pipe ? connect('http://worker', { createConnection: () => pipe }) : null
    // Who asked is told; that it is over, `ended` says.
    this.session?.on('error', () => {}).on('close', () => (this.alive = false))
    void this.ended.then(() => {
      this.alive = false
      // With an error: an answer that breaks off must not look like one that is whole.
      this.session?.destroy(new WorkerEnded())
    })
    this.ready = new Promise((resolve, reject) => {
      this.process.on('message', (report: Report) => {
        if (report === 'ready') resolve(void (this.begun = true))
        else if ('failed' in report)
          reject(new HearsayError(report.failed.code, report.failed.message))
        else if ('stalled' in report) onWait(report.stalled)
        else log(Object.assign(new Error(), report.fault))
      })
      this.process.on('error', (cause) => reject(unstartable(cause)))
      void this.ended.then(() => reject(new WorkerEnded()))
    })
    this.ready.catch(() => {})
  }

  /** The answer as it begins. @throws WorkerEnded. */
  ask({ method, path, headers, body, signal }: Asked): Promise<Answer> {
    if (signal?.aborted || !this.alive || !this.session || this.session.destroyed)
      throw new WorkerEnded()
    const stream = this.session.request({ ':method': method, ':path': path, ...headers })
    this.busy++
    const leave = () => stream.close(constants.NGHTTP2_CANCEL)
    signal?.addEventListener('abort', leave)
    return new Promise((resolve, reject) => {
      stream.on('response', (given) =>
        resolve({ status: given[':status'] ?? 500, headers: plain(given), body: whole(stream) }),
      )
      stream.on('error', (cause) => reject(new WorkerEnded({ cause })))
      stream.on('close', () => {
        this.busy--
        signal?.removeEventListener('abort', leave)
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

/** As when the system has no room for one more, or Node was taken away. */
function unstartable(cause: Error): HearsayError {
  const message = `The process that opens the store cannot be started: ${cause.message}. End what is not needed, or start hearsay again.`
  return new HearsayError('store-unstartable', message, { cause })
}

/** The same, which ends with an error where it breaks off: Node tells of that only at times. */
function whole(stream: ClientHttp2Stream): Readable {
  const flush = (done: TransformCallback) =>
    done(stream.rstCode === constants.NGHTTP2_NO_ERROR ? null : new WorkerEnded())
  return pipeline(stream, new PassThrough({ flush }), () => {})
}

/** Those of a response, without what is HTTP/2's own. */
function plain(headers: IncomingHttpHeaders): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => !name.startsWith(':'))
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]))
}
