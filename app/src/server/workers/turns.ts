import { HearsayError } from '@hearsay/engine'

/** Lets so many pieces of work run at a time, and the others wait in the order they came. */
export class Turns {
  private running = 0
  private readonly waiting: (() => void)[] = []

  constructor(
    private readonly most: number,
    private readonly mostWaiting: number,
  ) {}

  /** @throws HearsayError `queue-full`. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.most) await this.turn()
    else this.running++
    try {
      return await work()
    } finally {
      const next = this.waiting.shift()
      if (next) next()
      else this.running--
    }
  }

  private turn(): Promise<void> {
    if (this.waiting.length < this.mostWaiting)
      return new Promise((resolve) => this.waiting.push(resolve))
    const message = `${this.mostWaiting} questions are waiting already. Try again when some are answered.`
    throw new HearsayError('queue-full', message)
  }
}
