import { isMainThread, Worker } from 'node:worker_threads'
import type { Problem } from '../draft.js'
import { Refusal } from './refusal.js'
import type { Answer, Ask, TaskName } from './task.js'
import { TASKS } from './tasks.js'
import { watch } from './watchdog.js'

/** Not more than one sign of life in so many milliseconds. */
const BEAT_MS = 500

// Hostile documents meet their parsers here, in a process that can be killed without loss. One task at a time.
if (isMainThread) serve()
else watch()

function serve(): void {
  // Ctrl-C reaches the whole group of processes; the parent decides what stops.
  process.on('SIGINT', () => {})
  process.on('disconnect', () => process.exit())
  new Worker(new URL(import.meta.url)).unref()
  let beaten = 0
  const beat = () => {
    if (performance.now() - beaten < BEAT_MS) return
    beaten = performance.now()
    send('beat')
  }
  let name: TaskName
  let answers: AsyncIterator<unknown>
  process.on('message', (ask: Ask) => {
    if (ask !== 'next') {
      name = ask.task
      answers = TASKS[name](ask.input as never, beat)
    }
    nextOf(answers).then(send, (error) => send({ error: problemOf(error, name) }))
  })
}

async function nextOf(answers: AsyncIterator<unknown>): Promise<Answer> {
  const { value, done } = await answers.next()
  return done ? 'done' : { value }
}

function problemOf(error: unknown, name: TaskName): Problem {
  if (error instanceof Refusal) return { code: error.code, message: error.message }
  const message = `cannot be parsed: ${error instanceof Error ? error.message : String(error)}`
  return { code: `${name}-unreadable`, message: message.slice(0, 300) }
}

function send(answer: Answer): void {
  process.send?.(answer)
}
