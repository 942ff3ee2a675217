// Does everything that must never happen, so that it is known to be seen.
import { createSocket } from 'node:dgram'
import { lookup } from 'node:dns/promises'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { homedir } from 'node:os'

await lookup('vendor.example').catch(() => {})
for (const host of ['192.0.2.1', '2001:db8::1'])
  await new Promise((over) => connect({ host, port: 443 }).on('error', over))
const socket = createSocket('udp4')
await new Promise((over) => socket.send('hello', 53, '192.0.2.1', over))
socket.close()
mkdirSync(`${homedir()}/.cache`)
writeFileSync(`${homedir()}/.cache/device`, '')
writeFileSync('/var/tmp/chatter.log', '')
rmSync('/var/tmp/chatter.log')
