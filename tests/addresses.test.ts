import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { fetchPage } from '../intake/src/index.js'
import inside from './fixtures/inside-addresses.json' with { type: 'json' }

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Addresses that the loopback device of the namespace has, so that there is somebody to reach. */
const ADDRESSES = [
  ...['10.0.0.1', '172.16.0.1', '192.168.1.1', '100.64.0.1', '100.100.100.200', '169.254.169.254'],
  ...['192.0.0.192', '168.63.129.16', '198.18.0.1', '192.0.2.1', '9.8.7.6'],
  ...[
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fec0::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '64:ff9b::7f00:1',
  ],
]

test.each(inside)('%j is refused', async (address) => {
  const refusal = {
    name: 'HearsayError',
    code: expect.stringMatching(/^url-(private-address|not-http|with-password|unreachable)$/),
  }
  await expect(fetchPage(address)).rejects.toMatchObject(refusal)
})

/** Runs `script` in a user, network and mount namespace of its own: nothing outside can be reached from there. */
function apart(script: string) {
  return spawnSync('unshare', ['-rnm', 'bash', '-ec', script], {
    encoding: 'utf8',
    timeout: 100_000,
  })
}

test('nobody inside is reached, in whatever notation, by name, through redirects, rebinding or feeds', (context) => {
  const may = apart('ip link set lo up')
  if (may.status !== 0) {
    context.skip(`No namespace of one's own here: ${may.error?.message ?? may.stderr.trim()}`)
  }
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-addresses-'))
  writeFileSync(join(folder, 'resolv.conf'), 'nameserver 127.0.0.1\noptions timeout:1 attempts:1\n')
  const script = [
    'ip link set lo up',
    ...ADDRESSES.map(
      (address) => `ip addr add ${address}/${address.includes(':') ? 128 : 32} dev lo`,
    ),
    `mount --bind ${folder}/resolv.conf /etc/resolv.conf`,
    `exec ${process.execPath} ${at('intake/knock.mjs')}`,
  ]
  const { status, stdout, stderr } = apart(script.join('\n'))
  rmSync(folder, { recursive: true })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const { targets, refused, summaries, rebound, reachedInside, controls, outside, last } =
    JSON.parse(stdout)
  expect(reachedInside).toEqual([])
  // Each twice, itself and as the target of a redirect; the feed's links once more.
  // A few redirects, such as to `http:127.0.0.1/`, are relative and lead back to the public server.
  expect(Object.keys(refused).filter((code) => !/^(url-|reached$)/.test(code))).toEqual([])
  expect(Object.values<number>(refused).reduce((sum, count) => sum + count, 0)).toBe(2 * targets)
  expect(summaries).toBe(targets)
  // What was checked is what was connected to.
  expect(rebound).toEqual(['outside', 'outside', 'outside'])
  // The servers were there all the time.
  expect(controls).toBe(5)
  expect(outside).toBeGreaterThan(targets)
  expect(last).toBe(1)
}, 120_000)
