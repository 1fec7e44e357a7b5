import type { DeviceInvitation } from '../contract/deviceApi.ts';

/** Whether another tablet has this patient in hand, as the practice last told. */
export function elsewhere({ holder }: Pick<DeviceInvitation, 'holder'>, device: string): boolean {
  return holder !== undefined && holder !== null && holder.device !== device;
}
