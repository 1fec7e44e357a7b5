import { Hono } from 'hono';
import {
  beginDraftRequest,
  changeDraftRequest,
  dropDraftRequest,
  useDraftRequest,
  useFormRequest,
} from '../../src/contract/formsApi.ts';
import { allowed } from '../allowed.ts';
import { body } from '../body.ts';
import type { Deps, Env } from '../deps.ts';
import {
  beginDraft,
  changeDraft,
  dropDraft,
  formsOf,
  readDraft,
  readForm,
  useDraft,
  useForm,
} from '../formVersions.ts';
import { scopeOf, type Scope } from '../store/scope.ts';

/** The versions of the form: reading them, writing a new one, and saying which counts from now on. */
export function formRoutes(deps: Deps) {
  const scopeFor = (c: { var: Env['Variables'] }): Scope => scopeOf(deps.store, c.var.staff.practice_id);
  const admin = allowed('administer');
  return new Hono<Env>()
    .get('/forms', admin, async (c) => c.json(await formsOf(scopeFor(c))))
    .get('/forms/:hash', admin, async (c) => {
      const hash = c.req.param('hash');
      return c.json({ hash, form: await readForm(scopeFor(c), hash) });
    })
    .post('/forms/:hash/use', admin, body(useFormRequest), async (c) => {
      await useForm(deps, scopeFor(c), c.var.staff, c.req.param('hash'), c.req.valid('json').waiting);
      return c.json(await formsOf(scopeFor(c)));
    })
    .get('/form-draft', admin, async (c) => c.json(await readDraft(scopeFor(c))))
    .post('/form-draft', admin, body(beginDraftRequest), async (c) => {
      await beginDraft(deps, scopeFor(c), c.var.staff, c.req.valid('json').base);
      return c.json(await readDraft(scopeFor(c)), 201);
    })
    .put('/form-draft', admin, body(changeDraftRequest), async (c) => {
      await changeDraft(deps, scopeFor(c), c.var.staff, c.req.valid('json'));
      return c.json(await readDraft(scopeFor(c)));
    })
    .post('/form-draft/drop', admin, body(dropDraftRequest), async (c) => {
      await dropDraft(deps, scopeFor(c), c.req.valid('json').revision);
      return c.json(await formsOf(scopeFor(c)));
    })
    .post('/form-draft/use', admin, body(useDraftRequest), async (c) => {
      await useDraft(deps, scopeFor(c), c.var.staff, c.req.valid('json'));
      return c.json(await formsOf(scopeFor(c)));
    });
}
