import { HearsayError } from '@hearsay/engine'
import { Child, NoAnswer } from './child.js'
import { MAX_HEAP_MB, SILENCE_MS } from './limits.js'
import type { Task, TaskName } from './task.js'

export interface Job<N extends TaskName> {
  task: N
  input: Task[N]['input']
  /** The path or address as the user gave it, for messages. */
  origin: string
  /** How long it may go on without a sign of life, in milliseconds. */
  silenceMs?: number
}

/** Starting a process costs more than most documents do, so one waits for the next; a container keeps one busy. */
const MOST_IDLE = 2
const idle: Child[] = []
let last: Promise<unknown> = Promise.resolve()

/**
 * What the sandbox answers, one by one, as they are asked for. Throws HearsayError with the document's own problem, or
 * `<task>-timeout` or `<task>-out-of-memory` after the process was killed, or `<task>-unreadable`.
 */
export async function* inSandbox<N extends TaskName>(
  job: Job<N>,
): AsyncGenerator<Task[N]['answer']> {
  const { task, input, origin, silenceMs = SILENCE_MS } = job
  const child = idleChild() ?? new Child()
  let rested = false
  try {
    let answer = await child.ask({ task, input }, silenceMs)
    while (answer !== 'done') {
      if ('error' in answer) {
        rested = true
        throw new HearsayError(answer.error.code, `${origin} ${answer.error.message}.`)
      }
      yield answer.value as Task[N]['answer']
      answer = await child.ask('next', silenceMs)
    }
    rested = true
  } catch (error) {
    throw error instanceof NoAnswer ? failure(error, job) : error
  } finally {
    if (rested && idle.length < MOST_IDLE) idle.push(child)
    else child.kill()
  }
}

/** The only answer to a job. Documents queue for one process. */
export function oneInSandbox<N extends TaskName>(job: Job<N>): Promise<Task[N]['answer']> {
  const turn = last.then(() => only(job))
  last = turn.catch(() => {})
  return turn
}

async function only<N extends TaskName>(job: Job<N>): Promise<Task[N]['answer']> {
  const answers: Task[N]['answer'][] = []
  for await (const answer of inSandbox(job)) answers.push(answer)
  return answers[0]
}

function idleChild(): Child | undefined {
  for (;;) {
    const child = idle.pop()
    if (!child || child.alive) return child
  }
}

function failure({ reason }: NoAnswer, job: Job<TaskName>): HearsayError {
  const { task, origin, silenceMs = SILENCE_MS } = job
  const what =
    reason === 'timeout'
      ? `was not parsed within ${silenceMs} ms`
      : `took more than ${MAX_HEAP_MB} MB to parse`
  return new HearsayError(`${task}-${reason}`, `${origin} ${what}. Save the text alone.`)
}
