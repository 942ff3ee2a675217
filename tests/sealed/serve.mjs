// node serve.mjs FILE: serves, adds the article through the API, searches for it, and ends the server.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'

const server = spawn('bin/hearsay', ['serve', '--no-open'], {
  stdio: ['ignore', 'pipe', 'inherit'],
})
const ended = new Promise((resolve) => server.on('close', resolve))
const address = await new Promise((resolve) => {
  let said = ''
  server.stdout.on('data', (text) => {
    said += text
    const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
    if (origin && said.endsWith('\n')) resolve(origin)
  })
})
const token = readFileSync(`${homedir()}/.hearsay/serve.token`, 'utf8').trim()

async function ask(path, init = {}) {
  const headers = { authorization: `Bearer ${token}`, ...init.headers }
  const answer = await fetch(`${address}${path}`, { ...init, headers })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer
}

await ask('/')
const text = readFileSync(process.argv[2], 'utf8')
const posted = { method: 'POST', headers: { 'content-type': 'application/json' } }
const added = await ask('/api/articles', { ...posted, body: JSON.stringify({ text }) })
const { job } = await added.json()
await (await ask(`/api/jobs/${job}/events`)).text()
const { total } = await (await ask('/api/search?words=tanker')).json()
console.log(total)
server.kill('SIGTERM')
process.exitCode = await ended
