import { ActorDetails, ActorPage, Actors, Forgotten, Joined, urlObject } from '@hearsay/contract'
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { Parts } from '../parts.js'
import { json, REFUSED } from '../schemas/answers.js'

const params = z.object({ id: z.string().max(1000) })

const list = createRoute({
  method: 'get',
  path: '/api/actors',
  summary: 'Who speaks, across articles; those with the most statements first',
  request: { query: urlObject(ActorPage) },
  responses: { 200: json(Actors, 'A page of them'), ...REFUSED },
})

const show = createRoute({
  method: 'get',
  path: '/api/actors/{id}',
  summary: 'One who speaks, and where',
  request: { params },
  responses: { 200: json(ActorDetails, 'With all articles'), ...REFUSED },
})

const merge = createRoute({
  method: 'post',
  path: '/api/actors/merge',
  summary: 'Say that these are one; a correction, which can be taken back',
  request: {
    body: {
      content: {
        'application/json': {
          schema: z.strictObject({ ids: z.array(z.string()).min(2).max(100) }),
        },
      },
      required: true,
    },
  },
  responses: { 200: json(Joined, 'Who they are now'), ...REFUSED },
})

const split = createRoute({
  method: 'post',
  path: '/api/actors/split',
  summary: 'Say that the one of these articles is another; a correction, which can be taken back',
  request: {
    body: {
      content: {
        'application/json': {
          schema: z.strictObject({
            id: z.string(),
            mentions: z.array(z.strictObject({ article: z.string(), actor: z.string() })).min(1),
          }),
        },
      },
      required: true,
    },
  },
  responses: { 200: json(Joined, 'Who that is now'), ...REFUSED },
})

const forget = createRoute({
  method: 'delete',
  path: '/api/actors/{id}',
  summary: 'Forget every article in which someone speaks',
  request: { params },
  responses: { 200: json(z.array(Forgotten), 'What that leaves, by article'), ...REFUSED },
})

export function actorRoutes(app: OpenAPIHono, { store, by }: Parts): void {
  app.openapi(list, async ({ req, json }) => json(await store.actors(req.valid('query')), 200))
  app.openapi(show, async ({ req, json }) => json(await store.actor(req.valid('param').id), 200))
  app.openapi(merge, async ({ req, json }) =>
    json(await store.merge(req.valid('json').ids, by), 200),
  )
  app.openapi(split, async ({ req, json }) => {
    const { id, mentions } = req.valid('json')
    return json(await store.split(id, mentions, by), 200)
  })
  app.openapi(forget, async ({ req, json }) =>
    json(await store.forgetActor(req.valid('param').id), 200),
  )
}
