/** What the exit code tells a script. */
export const EXIT = {
  done: 0,
  /** Something could not be read or written; the rest was. */
  failed: 1,
  /** The command line itself was wrong; nothing was read. */
  usage: 2,
  interrupted: 130,
} as const
