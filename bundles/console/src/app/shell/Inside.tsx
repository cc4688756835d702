import { Navigate, Outlet, useRouterState } from '@tanstack/react-router';
import { Doorbell } from '@/features/click2meet/Doorbell';
import { PhoneProvider } from '@/features/phone/PhoneProvider';
import { useSession } from '@/ui/server/session';

/** Pages of somebody who has signed in; when the session ends under them, they sign in and come back. */
export function Inside() {
  const { person } = useSession();
  const href = useRouterState({ select: (state) => state.location.href });
  return person ? (
    <PhoneProvider>
      <Outlet />
      <Doorbell />
    </PhoneProvider>
  ) : (
    <Navigate to="/sign-in" search={{ to: href, ended: 'yes' }} replace />
  );
}
