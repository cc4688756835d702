import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { type Dial, DialContext } from '@/ui/dial';
import { PhoneHandleContext } from '@/ui/phoneHandle';
import type { components } from '@/api/schema';
import { api, client } from '@/ui/server/client';
import { usePortal, useSession } from '@/ui/server/session';
import { useLive } from '@/ui/server/useLive';
import { PhoneLine, type PhoneState } from './PhoneLine';
import { useHandle } from './useHandle';
import { type Conversations, useTexts } from './useTexts';

const PhoneDock = lazy(() => import('./PhoneDock'));

type Extension = components['schemas']['Extension'];

/** The phone of somebody who has an extension. */
export interface Phone {
  line: PhoneLine;
  state: PhoneState;
  open: boolean;
  setOpen: (open: boolean) => void;
  extension: Extension;
  texts: Conversations;
  /** Whether nobody is to disturb. */
  quiet: boolean;
  /** Looks once more how the extension is set up. */
  look: () => Promise<unknown>;
}

const OFF: PhoneState = { line: 'elsewhere', others: [] };
const never = () => () => {};

/** Keeps the phone across all pages, also those without the shell, so that a call goes on in them. */
export function PhoneProvider({ children }: { children: ReactNode }) {
  const { extension, look } = useExtension();
  const texts = useTexts(extension?.id);
  const line = usePhoneLine(extension?.id, texts.refresh);
  const state = useSyncExternalStore(line?.subscribe ?? never, line?.now ?? (() => OFF));
  const [open, setOpen] = useState(false);
  const phone =
    line && extension ? { line, state, open, setOpen, extension, texts, quiet: extension.doNotDisturb ?? false, look } : undefined;
  const handle = useHandle(phone);
  const dial = useCallback<Dial>(
    (number, name) => {
      setOpen(true);
      void line?.calls.call(number, name);
    },
    [line],
  );
  return (
    <PhoneHandleContext value={handle}>
      <DialContext value={line && state.line === 'ready' ? dial : undefined}>{children}</DialContext>
      {phone && (open || state.call) ? (
        <Suspense>
          <PhoneDock phone={phone} />
        </Suspense>
      ) : null}
    </PhoneHandleContext>
  );
}

/** The first of the own extensions. */
function useExtension() {
  const portal = usePortal();
  const { person } = useSession();
  const enabled = !portal.root && person?.portal === portal.id;
  const own = api.useQuery('get', '/portals/{portal}/own-extensions', { params: { path: { portal: portal.id } } }, { enabled });
  const { refetch } = own;
  useLive('own-extensions', enabled ? portal.id : undefined, {}, { data: () => void refetch() });
  return { extension: own.data?.items[0], look: refetch };
}

function usePhoneLine(extension: string | undefined, wrote: () => void): PhoneLine | undefined {
  const portal = usePortal();
  const [line, setLine] = useState<PhoneLine>();
  useEffect(() => {
    if (!extension) {
      return undefined;
    }
    const made = new PhoneLine(async () => {
      const { data } = await client.POST('/portals/{portal}/own-phone', { params: { path: { portal: portal.id } } });
      return data!;
    }, wrote);
    made.start();
    setLine(made);
    return () => {
      setLine(undefined);
      made.stop();
    };
  }, [portal.id, extension, wrote]);
  return line;
}
