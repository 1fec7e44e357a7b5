import { catalogue } from '../../ui/language.ts';
import { en } from './text/en.ts';
import { es } from './text/es.ts';

export const memberWords = catalogue({ en, es });
