import { validator } from 'hono-openapi';
import * as v from 'valibot';
import { Refusal } from './refusal.ts';

type Issue = { message: string; path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined };

/** Reads a JSON body by its schema, or refuses with the fields that are wrong. The schema goes into the OpenAPI document. */
export function body<S extends v.GenericSchema>(schema: S) {
  return validator(
    'json',
    schema,
    (result) => {
      if (!result.success) throw new Refusal('unreadable-request', { fields: result.error.map(toFieldProblem) });
    },
    { options: { errorMode: 'ignore' } },
  );
}

export function query<S extends v.GenericSchema>(schema: S) {
  return validator(
    'query',
    schema,
    (result) => {
      if (!result.success) throw new Refusal('unreadable-request', { fields: result.error.map(toFieldProblem) });
    },
    { options: { errorMode: 'ignore' } },
  );
}

function toFieldProblem(issue: Issue): { field: string; problem: string } {
  const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
  return { field: path.join('.'), problem: issue.message };
}
