import { setTimeout as pause } from 'node:timers/promises'
import type { SSEStreamingApi } from 'hono/streaming'
import type { Task } from './task.js'

/** Changes that come faster than this are sent as one, in milliseconds. */
const LEAST_APART = 100
/** How often something is sent while nothing changes, so that nobody takes the line for dead, in milliseconds. */
const HEARTBEAT = 15_000

/** Sends the job, now and after changes, until it has ended, the client has gone or the server ends. */
export async function sendProgress(
  stream: SSEStreamingApi,
  task: Task,
  ending: AbortSignal,
): Promise<void> {
  const stop = new AbortController()
  const { signal } = stop
  const leave = () => stop.abort()
  stream.onAbort(leave)
  ending.addEventListener('abort', leave)
  const heart = setInterval(() => void stream.write(': still here\n\n'), HEARTBEAT)
  try {
    for await (const job of task.watch(signal)) {
      await stream.writeSSE({ event: 'progress', data: JSON.stringify(job) })
      await pause(LEAST_APART, undefined, { signal }).catch(() => {})
    }
    if (!signal.aborted) await stream.writeSSE({ event: 'end', data: JSON.stringify(task.job) })
  } finally {
    clearInterval(heart)
    ending.removeEventListener('abort', leave)
  }
}
