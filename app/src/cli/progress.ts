import { plain } from './terminal/plain.js'

const SECONDS_BETWEEN_LINES = 10

interface Stream {
  isTTY?: boolean
  columns?: number
  write(text: string): unknown
}

/** How far a long reading is: one line that renews itself in a terminal, a line now and then in a log. */
export class Progress {
  private done = 0
  private lastLine = Date.now()

  constructor(
    private readonly total: number,
    private readonly stream: Stream,
  ) {}

  /** Says that `origin` comes next. */
  show(origin: string): void {
    // What is one input may hold many articles.
    const total = this.done <= this.total ? ` of ${this.total}` : ''
    const text = `${this.done}${total} read`
    if (this.stream.isTTY) {
      const line = `${text} · ${plain(origin)}`.slice(0, (this.stream.columns ?? 80) - 1)
      this.stream.write(`\r\u001B[K${line}`)
    } else if (Date.now() - this.lastLine > SECONDS_BETWEEN_LINES * 1000) {
      this.lastLine = Date.now()
      this.stream.write(`${text}\n`)
    }
  }

  step(): void {
    this.done++
  }

  /** Takes the line away, so that something else can be written. */
  clear(): void {
    if (this.stream.isTTY) this.stream.write('\r\u001B[K')
  }
}
