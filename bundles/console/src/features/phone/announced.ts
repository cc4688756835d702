/** How the server has a call taken by itself: as one asked for, by who speaks through the phone, or by who is heard by many. */
export type Announced = 'wanted' | 'intercom' | 'page';

/**
 * What the Call-Info of an INVITE says (RFC 3261, section 20.9). Only our server writes it: what callers send is not passed on.
 * Undefined for a call that rings.
 */
export function announced(callInfo: string | undefined): Announced | undefined {
  const params = (callInfo ?? '').toLowerCase().split(/[;,]/).map((part) => part.trim());
  if (!params.includes('answer-after=0')) {
    return undefined;
  }
  return params.includes('speaks=page') ? 'page' : params.includes('speaks=intercom') ? 'intercom' : 'wanted';
}
