import { createContext, lazy, type ReactNode, Suspense, use, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { type Dial, DialContext } from '@/ui/dial';
import { api, client } from '@/ui/server/client';
import { usePortal, useSession } from '@/ui/server/session';
import { PhoneLine, type PhoneState } from './PhoneLine';

const PhoneDock = lazy(() => import('./PhoneDock'));

/** The phone of somebody who has an extension. */
export interface Phone {
  line: PhoneLine;
  state: PhoneState;
  open: boolean;
  setOpen: (open: boolean) => void;
  /** The own number. */
  own: string;
  /** Whether nobody is to disturb. */
  quiet: boolean;
}

const Context = createContext<Phone | undefined>(undefined);
const OFF: PhoneState = { line: 'elsewhere' };
const never = () => () => {};

/** The phone, for who has an extension. */
export function usePhone(): Phone | undefined {
  return use(Context);
}

/** Keeps the phone across all pages, also those without the shell, so that a call goes on in them. */
export function PhoneProvider({ children }: { children: ReactNode }) {
  const extension = useExtension();
  const line = usePhoneLine(extension?.id);
  const state = useSyncExternalStore(line?.subscribe ?? never, line?.now ?? (() => OFF));
  const [open, setOpen] = useState(false);
  const phone =
    line && extension ? { line, state, open, setOpen, own: extension.number, quiet: extension.doNotDisturb ?? false } : undefined;
  const dial = useCallback<Dial>(
    (number, name) => {
      setOpen(true);
      void line?.call(number, name);
    },
    [line],
  );
  return (
    <Context value={phone}>
      <DialContext value={line && state.line === 'ready' ? dial : undefined}>{children}</DialContext>
      {phone && (open || state.call) ? (
        <Suspense>
          <PhoneDock phone={phone} />
        </Suspense>
      ) : null}
    </Context>
  );
}

/** The first of the own extensions. */
function useExtension() {
  const portal = usePortal();
  const { person } = useSession();
  const own = api.useQuery(
    'get',
    '/portals/{portal}/own-extensions',
    { params: { path: { portal: portal.id } } },
    { enabled: !portal.root && person?.portal === portal.id },
  );
  return own.data?.items[0];
}

function usePhoneLine(extension: string | undefined): PhoneLine | undefined {
  const portal = usePortal();
  const [line, setLine] = useState<PhoneLine>();
  useEffect(() => {
    if (!extension) {
      return undefined;
    }
    const made = new PhoneLine(async () => {
      const { data } = await client.POST('/portals/{portal}/own-phone', { params: { path: { portal: portal.id } } });
      return data!;
    });
    made.start();
    setLine(made);
    return () => {
      setLine(undefined);
      made.stop();
    };
  }, [portal.id, extension]);
  return line;
}
