import { frontdeskWords } from '../text.ts';

/** How the server calls a patient's own browser; see `server/links.ts`. */
const OWN_DEVICE = 'own-device';

/** The name of a tablet as staff gave it, or words for a patient's own device. */
export function deviceName(name: string): string {
  return name === OWN_DEVICE ? frontdeskWords().story.ownDevice : name;
}
