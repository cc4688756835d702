/** What can be chosen: where one speaks, where one hears, where it rings. */
export type DeviceRole = 'microphone' | 'speaker' | 'ringer';

const KEY = 'patchbay-phone-';

/** The device of this browser for it; empty for the one that the system uses. */
export function chosen(role: DeviceRole): string {
  try {
    return localStorage.getItem(KEY + role) ?? '';
  } catch {
    return '';
  }
}

export function choose(role: DeviceRole, id: string): void {
  try {
    localStorage.setItem(KEY + role, id);
  } catch {
    // Without storage it holds for nothing more than this page.
  }
}

/** The devices that there are, without the doubles that stand for the system's choice. */
export async function devices(role: DeviceRole): Promise<{ id: string; name: string }[]> {
  const kind = role === 'microphone' ? 'audioinput' : 'audiooutput';
  const all = await navigator.mediaDevices.enumerateDevices();
  return all
    .filter((one) => one.kind === kind && one.label !== '' && one.deviceId !== 'default' && one.deviceId !== 'communications')
    .map((one) => ({ id: one.deviceId, name: one.label }));
}
