// node --import of this: a machine for which onnxruntime-node has no build.
import { register } from 'node:module'

const hooks = `export async function resolve(name, context, next) {
  if (name === 'onnxruntime-node') throw new Error('no build for this system')
  return next(name, context)
}`
register(`data:text/javascript,${encodeURIComponent(hooks)}`)
