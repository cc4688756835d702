import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LiveContext } from '@/ui/server/useLive';
import { sessionQuery } from '@/ui/server/session';
import { keepCsrfToken } from '@/ui/server/client';
import { LiveClient } from '@/ui/server/live';
import type { Session } from '@/ui/server/types';
import { forgetChosenLanguage, pickLanguage, speak } from './i18n/i18n';
import { queries } from './queries';
import { router } from './router';
import { cssVariables, DEFAULT_ACCENT, themeFor } from './theme/theme';

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <Looks>
        <Notifications position="bottom-right" limit={3} />
        <Live>
          <RouterProvider router={router} />
        </Live>
      </Looks>
    </QueryClientProvider>
  );
}

/** The portal's colour and the reader's language. */
function Looks({ children }: { children: ReactNode }) {
  const { data: session } = useQuery(sessionQuery);
  const { t } = useTranslation('ui');
  const close = t('close');
  const theme = useMemo(() => themeFor(session?.portal.accent ?? DEFAULT_ACCENT, close), [session?.portal.accent, close]);
  keepCsrfToken(session?.csrfToken);
  useEffect(() => {
    if (session) {
      void speak(pickLanguage(session.person?.language, session.portal.language));
    }
  }, [session]);
  const saved = useRef(session?.person?.language);
  useEffect(() => {
    // Somebody saved another language on the page of the account: it replaces what was chosen on this device.
    const language = session?.person?.language;
    if (saved.current !== undefined && language !== undefined && language !== saved.current) {
      forgetChosenLanguage();
      void speak(pickLanguage(language, session?.portal.language));
    }
    saved.current = language;
  }, [session]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      {children}
    </MantineProvider>
  );
}

/** One live connection for a session; another session, another connection. */
function Live({ children }: { children: ReactNode }) {
  const { data: session } = useQuery(sessionQuery);
  const who = session?.person?.id ?? session?.guest?.id ?? 'nobody';
  const live = useMemo(() => connection(who), [who]);
  useEffect(() => {
    window.addEventListener('online', live.hurry);
    return () => {
      window.removeEventListener('online', live.hurry);
      live.stop();
    };
  }, [live]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

function connection(_who: string): LiveClient {
  return new LiveClient({
    url: `${location.origin.replace(/^http/, 'ws')}/api/v1/live`,
    csrfToken: () => queries.getQueryData<Session>(sessionQuery.queryKey)?.csrfToken,
    doubted: () => void queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  });
}
