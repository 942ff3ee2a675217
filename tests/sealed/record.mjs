// node record.mjs COMMAND…, inside seal.sh: runs the command as a person does who has set nothing up (no CI in the
// environment), and prints as JSON what it asked the network for and what it wrote.
import { execFileSync, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { serveNames } from '../intake/name-server.mjs'

const [HOME, TMPDIR] = ['/run/person', '/run/private']
const lookups = []
const names = await serveNames((name) => {
  lookups.push(name)
  return []
})

const [command, ...words] = process.argv.slice(2)
const child = spawn(command, words, {
  env: { PATH: `${dirname(process.execPath)}:${process.env.PATH}`, HOME, TMPDIR },
})
const said = { stdout: '', stderr: '' }
for (const stream of ['stdout', 'stderr'])
  child[stream].on('data', (text) => (said[stream] += text))
const code = await new Promise((resolve) => child.on('close', resolve))
// What still runs behind it has a moment to show itself.
await sleep(500)
console.log(
  JSON.stringify({ code, ...said, lookups, unreachable: unreachable(), written: written() }),
)
names.close()

/** How often the kernel was asked for a way to an address that is not on loopback. */
function unreachable() {
  const [names, values] = readFileSync('/proc/net/snmp', 'utf8').match(/^Ip: .*$/gm)
  const four = values.split(' ')[names.split(' ').indexOf('OutNoRoutes')]
  const [, six = 0] = /^Ip6OutNoRoutes\s+(\d+)/m.exec(read('/proc/net/snmp6')) ?? []
  return Number(four) + Number(six)
}

/** What was made, changed or taken away anywhere but in Hearsay's own home and in the private folder for temporary files. */
function written() {
  const unlayered = readFileSync('/run/unlayered', 'utf8').split('\n').filter(Boolean)
  return [
    ...find('/run/written', '-path', '*/upper/*', '(', '!', '-type', 'd', '-o', '-empty', ')'),
    ...unlayered.flatMap((folder) => find(folder, '-maxdepth', '1', '-cnewer', '/run/begun')),
    ...find(HOME, '-mindepth', '1', '!', '-path', `${HOME}/.hearsay*`),
    ...find('/dev/shm', '-mindepth', '1'),
  ]
    .map((path) => path.replace(/^\/run\/written(.*)\/upper/, '$1'))
    .sort()
}

function find(...asked) {
  return execFileSync('find', asked, { encoding: 'utf8' }).split('\n').filter(Boolean)
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // A kernel without IPv6.
  }
}
