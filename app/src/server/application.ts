import { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { errorAnswer } from './answers/error-answer.js'
import { invalid } from './answers/invalid.js'
import { unknownRoute } from './answers/unknown-route.js'
import { refuseOdd } from './guard/refuse-odd.js'
import { limitBody } from './guard/limit-body.js'
import { guard } from './guard/guard.js'
import { HEADERS } from './page/policies.js'
import { pageRoutes } from './page/routes.js'
import type { Parts } from './parts.js'
import { actorRoutes } from './routes/actors.js'
import { addRoutes } from './routes/add.js'
import { articleRoutes } from './routes/article.js'
import { changeRoutes } from './routes/changes.js'
import { correctionRoutes } from './routes/corrections.js'
import { entryRoutes } from './routes/entry.js'
import { exportRoutes } from './routes/export.js'
import { journalRoutes } from './routes/journal.js'
import { libraryRoutes } from './routes/library.js'
import { jobRoutes } from './routes/jobs.js'
import { openApiRoutes } from './routes/open-api.js'
import { readRoutes } from './routes/read.js'
import { reviewRoutes } from './routes/review.js'
import { savedSearchRoutes } from './routes/saved-searches.js'
import { searchRoutes } from './routes/search.js'
import { statusRoutes } from './routes/status.js'
import { ticketRoutes } from './routes/tickets.js'
import { deedRoutes } from './workers/deed-routes.js'

const ROUTES = [
  entryRoutes,
  ticketRoutes,
  statusRoutes,
  readRoutes,
  addRoutes,
  jobRoutes,
  libraryRoutes,
  articleRoutes,
  changeRoutes,
  searchRoutes,
  savedSearchRoutes,
  correctionRoutes,
  actorRoutes,
  reviewRoutes,
  exportRoutes,
  journalRoutes,
]

/** Everything that `hearsay serve` answers to; `elsewhere` may answer before the routes do. */
export function createApplication(parts: Parts, elsewhere?: MiddlewareHandler): OpenAPIHono {
  const app = begun(parts)
  app.use(guard(parts.door))
  app.use(limitBody)
  if (elsewhere) app.use('/api/*', elsewhere)
  for (const add of ROUTES) add(app, parts)
  openApiRoutes(app)
  app.all('/api/*', unknownRoute)
  app.all('/assets/:name{.+}', (context, next) =>
    parts.page.files.has(context.req.path) ? next() : unknownRoute(context),
  )
  pageRoutes(app, parts)
  app.notFound(unknownRoute)
  return app
}

/** What a worker answers to, which only the application can reach; `begin`: see `deedRoutes`. */
export function createDesk(parts: Parts, begin: () => AbortSignal): OpenAPIHono {
  const app = begun(parts)
  for (const add of ROUTES) add(app, parts)
  deedRoutes(app, parts, begin)
  app.notFound(unknownRoute)
  return app
}

function begun({ log }: Pick<Parts, 'log'>): OpenAPIHono {
  const app = new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw invalid(result.error.issues)
      refuseOdd(result.data)
    },
  })
  app.onError((error, context) => errorAnswer(error, context, log))
  app.use(async (context, next) => {
    for (const [name, value] of Object.entries(HEADERS)) context.header(name, value)
    await next()
  })
  return app
}
