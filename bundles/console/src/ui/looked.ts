/** Whether somebody has looked at what new meetings of a portal get, on this device: looking is deciding, for all is well as it is. */
const key = (portal: string) => `patchbay.looked.${portal}`;

export function rememberLook(portal: string): void {
  try {
    localStorage.setItem(key(portal), 'yes');
  } catch {
    // A browser that keeps nothing shows the step again.
  }
}

export function hasLooked(portal: string): boolean {
  try {
    return localStorage.getItem(key(portal)) !== null;
  } catch {
    return false;
  }
}
