// Runs in a network namespace of its own: asks the guarded fetcher for every address inside, in every notation, by name,
// through redirects, through a name that moves, and through the links of a feed. Prints who was reached.
import { readFileSync } from 'node:fs'
import { createServer, get } from 'node:http'
import { documents, fetchPage } from '../../intake/dist/index.js'
import { serveNames } from './name-server.mjs'

const fixture = (name) =>
  JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url)))
const inside = fixture('inside-addresses')
const names = fixture('inside-names')
const PUBLIC = '9.8.7.6'

const hits = { inside: [], outside: 0 }
const server = createServer((request, response) => {
  const local = request.socket.localAddress.replace(/^::ffff:/, '')
  if (local === PUBLIC) hits.outside++
  else hits.inside.push(`${local}${request.url}`)
  const target = /^\/to\/(\d+)$/.exec(request.url)?.[1]
  if (target === undefined) return response.end('Ana Ruiz said so.')
  // As bytes, since headers are; line feeds cannot be sent in them at all.
  const location = Buffer.from(targets[Number(target)].replaceAll('\n', '')).toString('latin1')
  response.writeHead(302, { location }).end()
})
await new Promise((listening) => server.listen({ port: 80, host: '::' }, listening))

let turn = 0
await serveNames((name, type) => {
  if (name === 'public.test') return [PUBLIC]
  // Public when it is checked, inside when it is connected to, if anybody asks twice.
  if (name === 'rebind.test') return type === 1 ? [turn++ === 0 ? PUBLIC : '127.0.0.1'] : []
  return names[name] ?? []
})

const targets = [...inside, ...Object.keys(names).map((name) => `http://${name}/`)]
const codes = {}
const count = (code) => (codes[code] = (codes[code] ?? 0) + 1)
const attempt = async (address) => {
  try {
    await fetchPage(address, { deadlineMs: 5_000 })
    count('reached')
  } catch (error) {
    count(error.name === 'HearsayError' ? error.code : `crash: ${error.message}`)
  }
}

for (const [at, target] of targets.entries()) {
  await attempt(target)
  await attempt(`http://${PUBLIC}/to/${at}`)
}
const refused = { ...codes }

// A feed on the public net whose links lead inside.
const items = targets.map(
  (target) =>
    `<item><title>T</title><link><![CDATA[${target}]]></link><description>In short.</description></item>`,
)
const bytes = Buffer.from(
  `<rss version="2.0"><channel><title>H</title>${items.join('')}</channel></rss>`,
)
let summaries = 0
for await (const found of documents(
  { from: { bytes }, origin: 'feed.xml', address: 'file:///feed.xml' },
  { pages: true },
)) {
  if ('bytes' in found && Buffer.from(found.bytes).toString() === 'In short.') summaries++
}

const rebound = []
for (let visit = 0; visit < 3; visit++) {
  turn = 0
  rebound.push(
    await fetchPage('http://rebind.test/').then(
      () => 'outside',
      (error) => error.code,
    ),
  )
}
const reachedInside = [...hits.inside]

// Everything above would mean nothing if nobody could have been reached.
const knock = (host) =>
  new Promise((done) =>
    get(`http://${host}/control`, (answer) => answer.resume().on('end', done)).on('error', done),
  )
for (const host of ['127.0.0.1', '[::1]', '10.0.0.1', '169.254.169.254', 'loopback.test'])
  await knock(host)
await attempt('http://public.test/')
console.log(
  JSON.stringify({
    targets: targets.length,
    refused,
    summaries,
    rebound,
    reachedInside,
    controls: hits.inside.length - reachedInside.length,
    outside: hits.outside,
    last: (codes.reached ?? 0) - (refused.reached ?? 0),
  }),
)
process.exit(0)
