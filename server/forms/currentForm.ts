import * as v from 'valibot';
import { formSchema } from '../../src/contract/form.ts';
import ccm from './ccm-2026-1.json' with { type: 'json' };

/** The form that new practices begin with. A changed text is a new file with a new version, never an edit. */
export const currentForm = v.parse(formSchema, ccm);
