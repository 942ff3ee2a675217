import { spawn } from 'node:child_process'

interface Opener {
  command: string[]
  /** What is written to its standard input. */
  input?: string
}

/**
 * How each system is asked to show `link`. What a program is started with can be read by every user of the machine on
 * macOS and Linux: on macOS the link goes by standard input; on Linux, whose browsers take it no other way (those that
 * are packed apart read no hidden file either), the server lets nobody in by it but the user who serves. Where neither
 * holds, only the address is shown, and the page says how one gets in.
 */
export function openerOf(system: NodeJS.Platform, link: string): Opener {
  if (system === 'darwin')
    return { command: ['osascript', '-'], input: `open location ${JSON.stringify(link)}\n` }
  if (system === 'win32') return { command: ['rundll32', 'url.dll,FileProtocolHandler', link] }
  return { command: ['xdg-open', system === 'linux' ? link : link.replace(/#.*/, '')] }
}

/** Asks the system to show the page; that it cannot is no error, since the link is printed. */
export function openInBrowser(link: string): void {
  const { command, input } = openerOf(process.platform, link)
  const [program = '', ...rest] = command
  const opener = spawn(program, rest, { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  opener.on('error', () => {})
  opener.stdin.on('error', () => {})
  opener.stdin.end(input)
  opener.unref()
}
