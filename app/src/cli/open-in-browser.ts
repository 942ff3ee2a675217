import { spawn } from 'node:child_process'

const OPENERS: Readonly<Record<string, [command: string, ...before: string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}

/** Asks the system to show an address; that it cannot is no error, since the address is printed. */
export function openInBrowser(address: string): void {
  const [command, ...before] = OPENERS[process.platform] ?? ['xdg-open']
  const opener = spawn(command, [...before, address], { stdio: 'ignore', detached: true })
  opener.on('error', () => {})
  opener.unref()
}
