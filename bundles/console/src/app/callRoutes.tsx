import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from './frame';
import { text } from './search';

export const calls = createRoute({
  getParentRoute: () => shell,
  path: '/calls',
  validateSearch: (search: Record<string, unknown>) => text(search, 'text', 'result'),
  component: lazyRouteComponent(() => import('@/features/calls/CallsPage'), 'CallsPage'),
});

export const whatIf = createRoute({
  getParentRoute: () => shell,
  path: '/calls/what-if',
  component: lazyRouteComponent(() => import('@/features/calls/ForecastPage'), 'ForecastPage'),
});

export const call = createRoute({
  getParentRoute: () => shell,
  path: '/calls/$id',
  component: lazyRouteComponent(() => import('@/features/calls/CallPage'), 'CallPage'),
});

export const voicemail = createRoute({
  getParentRoute: () => shell,
  path: '/voicemail',
  component: lazyRouteComponent(() => import('@/features/voicemail/VoicemailPage'), 'VoicemailPage'),
});

export const deskPhones = createRoute({
  getParentRoute: () => shell,
  path: '/desk-phones',
  component: lazyRouteComponent(() => import('@/features/provisioning/DeskPhonesPage'), 'DeskPhonesPage'),
});

/** Where a softphone sends who signs in by the browser. */
export const phoneLogin = createRoute({
  getParentRoute: () => shell,
  path: '/phone-login',
  component: lazyRouteComponent(() => import('@/features/provisioning/PhoneLoginPage'), 'PhoneLoginPage'),
});
