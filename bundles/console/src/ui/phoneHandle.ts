import { type ComponentType, createContext, use } from 'react';

/** The phone of this page, as a button of it shows it. */
export interface PhoneHandle {
  label: string;
  icon: ComponentType<{ size: number; stroke: number }>;
  /** Whether it is on the page now. */
  shown: boolean;
  inCall: boolean;
  /** Whether texts came that nobody has read. */
  news: boolean;
  toggle: () => void;
}

export const PhoneHandleContext = createContext<PhoneHandle | undefined>(undefined);

/** Undefined for who has no extension, guests too. */
export function usePhoneHandle(): PhoneHandle | undefined {
  return use(PhoneHandleContext);
}
