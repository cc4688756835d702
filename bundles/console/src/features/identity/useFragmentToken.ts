import { useState } from 'react';

/**
 * The one-time token behind the `#`, taken out of the address at once: it must not stay in the history, in a bookmark
 * or on a screen.
 */
export function useFragmentToken(): string {
  const [token] = useState(takeToken);
  return token;
}

let taken = '';

function takeToken(): string {
  const fragment = location.hash.slice(1);
  if (fragment !== '') {
    taken = fragment;
    history.replaceState(history.state, '', location.pathname + location.search);
  }
  return taken;
}
