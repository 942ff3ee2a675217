#!/usr/bin/env node
import { CommanderError } from 'commander'
import { complaint } from './complaint.js'
import { EXIT } from './exit-codes.js'
import { createProgram } from './program.js'

try {
  // What reading needs is loaded only when something is read.
  const program = createProgram(async (names, options) => {
    const { readCommand } = await import('./read-command.js')
    process.exitCode = await readCommand(names, options)
  })
  await program.parseAsync()
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
