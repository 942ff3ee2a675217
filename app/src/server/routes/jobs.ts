import { Job, Started } from '@hearsay/contract'
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import { startVerifying } from '../jobs/verifying.js'
import type { Parts } from '../parts.js'
import { json, REFUSED } from '../schemas/answers.js'
import { sendProgress } from '../jobs/progress-events.js'

const params = z.object({ id: z.string() })

const list = createRoute({
  method: 'get',
  path: '/api/jobs',
  summary: 'Jobs, the latest first',
  responses: { 200: json(z.array(Job), 'Jobs since the server started'), ...REFUSED },
})

const show = createRoute({
  method: 'get',
  path: '/api/jobs/{id}',
  summary: 'A job, as it is now',
  request: { params },
  responses: { 200: json(Job, 'The job'), ...REFUSED },
})

const events = createRoute({
  method: 'get',
  path: '/api/jobs/{id}/events',
  summary: 'A job as it goes on: server-sent events',
  description:
    'Event "progress" carries the whole job: at once, and whenever it has changed. The last event is "end", with the job as it ended.',
  request: { params },
  responses: {
    200: { content: { 'text/event-stream': { schema: z.string() } }, description: 'The events' },
    ...REFUSED,
  },
})

const cancel = createRoute({
  method: 'delete',
  path: '/api/jobs/{id}',
  summary: 'Stop a job after the article it is at',
  request: { params },
  responses: { 200: json(Job, 'The job; running until it has stopped'), ...REFUSED },
})

const verify = createRoute({
  method: 'post',
  path: '/api/verify',
  summary: 'Check all that is kept: a job',
  responses: { 202: json(Started, 'The id of the job that checks'), ...REFUSED },
})

export function jobRoutes(app: OpenAPIHono, { jobs, home, ending }: Parts): void {
  app.openapi(list, (context) => context.json(jobs.list(), 200))
  app.openapi(show, (context) => context.json(jobs.find(context.req.valid('param').id).job, 200))
  app.openapi(events, (context) => {
    const task = jobs.find(context.req.valid('param').id)
    return streamSSE(context, (stream) => sendProgress(stream, task, ending))
  })
  app.openapi(cancel, (context) => {
    const task = jobs.find(context.req.valid('param').id)
    task.cancel()
    return context.json(task.job, 200)
  })
  app.openapi(verify, (context) => context.json({ job: startVerifying({ jobs, home }).id }, 202))
}
