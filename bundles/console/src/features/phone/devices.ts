/** What can be chosen: where one speaks, where one hears, where it rings. */
export type DeviceRole = 'microphone' | 'speaker' | 'ringer';

const KEY = 'patchbay-phone-';

/** The device of this browser for it; empty for the one that the system uses. */
export function chosen(role: DeviceRole): string {
  return kept(role) ?? '';
}

export function choose(role: DeviceRole, id: string): void {
  keep(role, id);
}

/** The devices that there are, without the doubles that stand for the system's choice. */
export async function devices(role: DeviceRole): Promise<{ id: string; name: string }[]> {
  const kind = role === 'microphone' ? 'audioinput' : 'audiooutput';
  const all = await navigator.mediaDevices.enumerateDevices();
  return all
    .filter((one) => one.kind === kind && one.label !== '' && one.deviceId !== 'default' && one.deviceId !== 'communications')
    .map((one) => ({ id: one.deviceId, name: one.label }));
}

function kept(what: string): string | null {
  try {
    return localStorage.getItem(KEY + what);
  } catch {
    return null;
  }
}

function keep(what: string, value: string | undefined): void {
  try {
    if (value === undefined) {
      localStorage.removeItem(KEY + what);
    } else {
      localStorage.setItem(KEY + what, value);
    }
  } catch {
    // It stays as it was.
  }
}

/** Whether the record of who calls from outside is opened when the call is answered; kept in this browser. */
export function popsUp(): boolean {
  return kept('record') === 'open';
}

export function popUp(on: boolean): void {
  keep('record', on ? 'open' : undefined);
}

/** Whether further calls ring while one goes on, instead of meeting a busy phone; kept in this browser. */
export function callWaits(): boolean {
  return kept('waiting') !== 'busy';
}

export function callWaiting(on: boolean): void {
  keep('waiting', on ? undefined : 'busy');
}
