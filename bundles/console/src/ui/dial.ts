import { createContext, use } from 'react';

/** Calls a number by the phone of this page. */
export type Dial = (number: string, name?: string) => void;

export const DialContext = createContext<Dial | undefined>(undefined);

/** Dials at once; undefined as long as this page has no phone that is ready. */
export function useDial(): Dial | undefined {
  return use(DialContext);
}
