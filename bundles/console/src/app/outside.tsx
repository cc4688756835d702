import { createRootRoute, createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { AppFailed, NotFound } from './shell/AppFailed';

/** The root of all pages, and those that need nobody signed in. */
export const root = createRootRoute({
  component: Outlet,
  errorComponent: AppFailed,
  notFoundComponent: () => <NotFound alone />,
});

export const recover = createRoute({
  getParentRoute: () => root,
  path: '/recover',
  component: lazyRouteComponent(() => import('@/features/identity/signin/RecoverPage'), 'RecoverPage'),
});

export const factorHelp = createRoute({
  getParentRoute: () => root,
  path: '/help/second-factor',
  component: lazyRouteComponent(() => import('@/features/identity/help/SecondFactorHelp'), 'SecondFactorHelp'),
});

export const directoryHelp = createRoute({
  getParentRoute: () => root,
  path: '/help/directory',
  component: lazyRouteComponent(() => import('@/features/identity/directory/DirectoryHelp'), 'DirectoryHelp'),
});

export const guest = createRoute({
  getParentRoute: () => root,
  path: '/m/$code',
  component: lazyRouteComponent(() => import('@/features/meetings/GuestPage'), 'GuestPage'),
});

export const talk = createRoute({
  getParentRoute: () => root,
  path: '/t/$link',
  component: lazyRouteComponent(() => import('@/features/click2meet/TalkPage'), 'TalkPage'),
});
