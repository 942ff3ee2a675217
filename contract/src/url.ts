import { z } from 'zod'

/** Fields that a URL says as text; what is read from them has the types of `Shape`. */
type UrlShape<Shape extends z.ZodRawShape> = {
  [Name in keyof Shape]: z.ZodType<z.output<Shape[Name]>, string | undefined>
}

/** How a URL says an object: lists with commas, `1` or `true`, numbers in digits. */
export function urlObject<Shape extends z.ZodRawShape>({ shape }: z.ZodObject<Shape>) {
  const fields = Object.entries(shape).map(([name, field]) => [name, inText(field as z.ZodType)])
  return z.strictObject(Object.fromEntries(fields) as UrlShape<Shape>)
}

function inText(field: z.ZodType): z.ZodType {
  if (field instanceof z.ZodOptional) return inText(field.unwrap() as z.ZodType).optional()
  if (field instanceof z.ZodDefault)
    return inText(field.unwrap() as z.ZodType).default(field.def.defaultValue)
  if (field instanceof z.ZodReadonly) return inText(field.unwrap() as z.ZodType)
  const { description } = field.meta() ?? {}
  if (field instanceof z.ZodArray)
    return z
      .string()
      .transform((joined) => joined.split(','))
      .pipe(field as z.ZodType<unknown, string[]>)
      .meta({ type: 'string', description })
  if (field instanceof z.ZodBoolean) return Flag.meta({ type: 'boolean', description })
  if (field instanceof z.ZodNumber)
    return z
      .string()
      .min(1)
      .pipe(z.coerce.number())
      .pipe(field)
      .meta({ type: 'number', description })
  return field
}

/** `asRead=1` */
export const Flag = z
  .enum(['1', 'true', '0', 'false'])
  .transform((value) => value === '1' || value === 'true')
  .meta({ type: 'boolean' })
