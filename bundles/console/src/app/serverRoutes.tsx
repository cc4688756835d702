import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from './frame';

export const certificates = createRoute({
  getParentRoute: () => shell,
  path: '/certificates',
  component: lazyRouteComponent(() => import('@/features/tenancy/CertificatesPage'), 'CertificatesPage'),
});

export const mediaServers = createRoute({
  getParentRoute: () => shell,
  path: '/media-servers',
  component: lazyRouteComponent(() => import('@/features/mediaservers/MediaServersPage'), 'MediaServersPage'),
});

/** Phones that look for a server and that nobody added. */
export const waitingPhones = createRoute({
  getParentRoute: () => shell,
  path: '/waiting-phones',
  component: lazyRouteComponent(() => import('@/features/provisioning/WaitingPhonesPage'), 'WaitingPhonesPage'),
});

/** Of the files that phones fetch. */
export const phoneTemplates = createRoute({
  getParentRoute: () => shell,
  path: '/phone-templates',
  component: lazyRouteComponent(() => import('@/features/provisioning/PhoneTemplatesPage'), 'PhoneTemplatesPage'),
});
