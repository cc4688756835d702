import { createRoute, redirect } from '@tanstack/react-router';
import { sessionQuery } from '@/ui/server/session';
import { root } from './outside';
import { queries } from './queries';
import { NotFound } from './shell/AppFailed';
import { Inside } from './shell/Inside';
import { Shell } from './shell/Shell';

/** Everything that needs a person; others are sent to sign in and come back. */
export const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: Inside,
  beforeLoad: async ({ location }) => {
    const session = await queries.ensureQueryData(sessionQuery);
    if (!session.person) {
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { to: location.href } });
    }
  },
});

export const shell = createRoute({ getParentRoute: () => inside, id: 'shell', component: Shell, notFoundComponent: () => <NotFound /> });
