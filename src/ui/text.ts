import { catalogue } from './language.ts';
import { en } from './text/en.ts';
import { es } from './text/es.ts';

export const uiWords = catalogue({ en, es });
