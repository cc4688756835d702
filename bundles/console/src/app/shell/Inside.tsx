import { Navigate, Outlet, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { Doorbell } from '@/features/click2meet/Doorbell';
import { PhoneProvider } from '@/features/phone/PhoneProvider';
import { useSession } from '@/ui/server/session';

/** Pages of somebody who has signed in; when the session ends under them, they sign in and come back. */
export function Inside() {
  const { person } = useSession();
  return person ? (
    <PhoneProvider>
      <Outlet />
      <Doorbell />
    </PhoneProvider>
  ) : (
    <ToSignIn />
  );
}

/** Goes on to the page that was open when the session ended, whatever the address is on the way to signing in. */
function ToSignIn() {
  const router = useRouter();
  const [page] = useState(() => router.state.location.href);
  return <Navigate to="/sign-in" search={{ to: page, ended: 'yes' }} replace />;
}
