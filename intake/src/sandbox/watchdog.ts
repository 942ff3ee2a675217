import { MAX_RSS_MB } from './limits.js'

const EVERY_MS = 10

/**
 * Ends this process when it takes too much memory, or when nobody is left who waits for its answers. Runs in a thread of
 * its own, because the main one may be in a loop that never ends; heap limits do not count buffers, this does.
 */
export function watch(): void {
  const parent = process.ppid
  setInterval(() => {
    const tooMuch = process.memoryUsage.rss() > MAX_RSS_MB * 1_000_000
    if (tooMuch || process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
  }, EVERY_MS)
}
