const EVERY_MS = 500

/** Ends this process when its parent is gone. Runs in a thread of its own: the main one may be busy for long. */
export function endWithParent(): void {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
  }, EVERY_MS)
}
