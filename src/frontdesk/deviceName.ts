import { OWN_DEVICE } from '../contract/linkApi.ts';
import { frontdeskWords } from './text.ts';

/** A tablet by the name that staff gave it, or the words for a device of the patient's own. */
export function deviceName(name: string): string {
  return name === OWN_DEVICE ? frontdeskWords().ownDevice : name;
}
