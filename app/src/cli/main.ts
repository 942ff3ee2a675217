#!/usr/bin/env node
import { CommanderError } from 'commander'
import { complaint } from './complaint.js'
import { EXIT } from './exit-codes.js'
import { createProgram, type Commands } from './program.js'

/** What a command needs is loaded only when it is given. */
const COMMANDS: Commands = {
  read: async (...typed) => (await import('./read-command.js')).readCommand(...typed),
  add: async (...typed) => (await import('./add-command.js')).addCommand(...typed),
  watch: async (...typed) => (await import('./watch-command.js')).watchCommand(...typed),
  search: async (...typed) => (await import('./search-command.js')).searchCommand(...typed),
  show: async (...typed) => (await import('./show-command.js')).showCommand(...typed),
  versions: async (...typed) => (await import('./versions-command.js')).versionsCommand(...typed),
  compare: async (...typed) => (await import('./compare-command.js')).compareCommand(...typed),
  export: async (...typed) => (await import('./export-command.js')).exportCommand(...typed),
  forget: async (...typed) => (await import('./forget-command.js')).forgetCommand(...typed),
  actors: async (...typed) => (await import('./actors-command.js')).actorsCommand(...typed),
  actor: async (...typed) => (await import('./actors-command.js')).actorCommand(...typed),
  merge: async (...typed) => (await import('./actors-command.js')).mergeCommand(...typed),
  split: async (...typed) => (await import('./actors-command.js')).splitCommand(...typed),
  correct: async (...typed) => (await import('./correct-command.js')).correctCommand(...typed),
  corrections: async (...typed) =>
    (await import('./corrections-command.js')).correctionsCommand(...typed),
  undo: async (...typed) => (await import('./undo-command.js')).undoCommand(...typed),
  reread: async (...typed) => (await import('./reread-command.js')).rereadCommand(...typed),
  backup: async (...typed) => (await import('./backup-command.js')).backupCommand(...typed),
  restore: async (...typed) => (await import('./backup-command.js')).restoreCommand(...typed),
  verify: async (...typed) => (await import('./verify-command.js')).verifyCommand(...typed),
  journalHead: async () => (await import('./journal-command.js')).headCommand(),
  journalTimestamp: async (...typed) =>
    (await import('./journal-command.js')).timestampCommand(...typed),
  journalTimestamps: async () => (await import('./journal-command.js')).timestampsCommand(),
  open: async (...typed) => (await import('./open-command.js')).openCommand(...typed),
  serve: async (...typed) => (await import('./serve-command.js')).serveCommand(...typed),
}

try {
  await createProgram(COMMANDS, (code) => (process.exitCode = code)).parseAsync()
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage
  } else {
    process.stderr.write(complaint(error))
    process.exitCode = EXIT.failed
  }
}
// Work that was interrupted would otherwise go on to its end.
if (process.exitCode === EXIT.interrupted) process.exit()
