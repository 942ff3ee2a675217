// node -e "$(cat stranger.mjs)" DEED GIVEN: what another user of the machine tries; prints what came of it, as JSON.
import { appendFile, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'

const DEEDS = { ask, touch, list }

/** Asks a server on loopback for each. */
async function ask({ port, all }) {
  const answers = []
  for (const each of all) answers.push(await answerTo(port, each))
  return answers
}

function answerTo(port, { method, path, headers, body }) {
  return new Promise((resolve, reject) => {
    const sent = { host: `127.0.0.1:${port}`, connection: 'close', ...headers }
    const asked = request({ host: '127.0.0.1', port, method, path, headers: sent }, (answer) => {
      let told = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk) => (told += chunk))
      answer.on('end', () =>
        resolve({ status: answer.statusCode, headers: answer.headers, body: told }),
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

/** Tries to list, read, write, fill, move and take away each; answers with what succeeded. */
async function touch({ paths }) {
  const ways = {
    listed: readdir,
    read: readFile,
    written: (path) => appendFile(path, 'x'),
    filled: (path) => writeFile(`${path}/planted`, 'x'),
    moved: (path) => rename(path, `${path}.old`),
    removed: (path) => rm(path, { recursive: true }),
  }
  const done = []
  for (const path of paths)
    for (const [deed, run] of Object.entries(ways))
      await run(path).then(
        () => done.push(`${deed} ${path}`),
        () => {},
      )
  return done
}

/** How every process of the machine was started. */
async function list() {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  return Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')))
}

const [, deed, given] = process.argv
console.log(JSON.stringify(await DEEDS[deed](JSON.parse(given))))
