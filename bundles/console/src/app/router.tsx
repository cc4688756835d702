import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { SignInPage } from '@/features/identity/SignInPage';
import { WelcomePage } from '@/features/identity/WelcomePage';
import { FILTERS } from '@/features/identity/peopleFilters';
import { QUESTION } from '@/features/identity/roles/question';
import { HomePage } from '@/features/home/HomePage';
import { call, calls, deskPhones, phoneLogin, voicemail, whatIf } from './callRoutes';
import { inside, shell } from './frame';
import { AccountPage } from './pages/AccountPage';
import { directoryHelp, factorHelp, guest, recover, root, talk } from './outside';
import { Pending } from './shell/Pending';
import { certificates, mediaServers, phoneTemplates, waitingPhones } from './serverRoutes';
import { text } from './search';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>) => text(search, 'to', 'ended'),
  component: SignInPage,
});

const welcome = createRoute({ getParentRoute: () => root, path: '/welcome', component: WelcomePage });

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('@/features/scheduling/InvitationPage'), 'InvitationPage'),
});

const sharedRecording = createRoute({
  getParentRoute: () => root,
  path: '/r/$token',
  component: lazyRouteComponent(() => import('@/features/recordings/SharedPage'), 'SharedPage'),
});

const room = createRoute({
  getParentRoute: () => inside,
  path: '/meetings/$id',
  component: lazyRouteComponent(() => import('@/features/meetings/RoomPage'), 'RoomPage'),
});

const home = createRoute({ getParentRoute: () => shell, path: '/', component: HomePage });
const account = createRoute({ getParentRoute: () => shell, path: '/account', component: AccountPage });

const meetings = createRoute({
  getParentRoute: () => shell,
  path: '/meetings',
  component: lazyRouteComponent(() => import('@/features/meetings/MeetingsPage'), 'MeetingsPage'),
});

const recordings = createRoute({
  getParentRoute: () => shell,
  path: '/recordings',
  component: lazyRouteComponent(() => import('@/features/recordings/RecordingsPage'), 'RecordingsPage'),
});

const recording = createRoute({
  getParentRoute: () => shell,
  path: '/recordings/$id',
  component: lazyRouteComponent(() => import('@/features/recordings/RecordingPage'), 'RecordingPage'),
});

const report = createRoute({
  getParentRoute: () => shell,
  path: '/meetings/$id/report',
  component: lazyRouteComponent(() => import('@/features/meetings/ReportPage'), 'ReportPage'),
});

const planned = createRoute({
  getParentRoute: () => shell,
  path: '/meetings/planned',
  validateSearch: (search: Record<string, unknown>) => text(search, 'view', 'day'),
  component: lazyRouteComponent(() => import('@/features/scheduling/PlannedPage'), 'PlannedPage'),
});

const plannedMeeting = createRoute({
  getParentRoute: () => shell,
  path: '/meetings/planned/$id',
  validateSearch: (search: Record<string, unknown>) => text(search, 'day', 'time'),
  component: lazyRouteComponent(() => import('@/features/scheduling/PlannedMeetingPage'), 'PlannedMeetingPage'),
});

const connections = createRoute({
  getParentRoute: () => shell,
  path: '/connections',
  component: lazyRouteComponent(() => import('@/features/meetings/ConnectionsPage'), 'ConnectionsPage'),
});

const contacts = createRoute({
  getParentRoute: () => shell,
  path: '/contacts',
  validateSearch: (search: Record<string, unknown>) => text(search, 'text', 'group', 'visibility'),
  component: lazyRouteComponent(() => import('@/features/contacts/ContactsPage'), 'ContactsPage'),
});

const contactImport = createRoute({
  getParentRoute: () => shell,
  path: '/contacts/import',
  component: lazyRouteComponent(() => import('@/features/contacts/ImportPage'), 'ImportPage'),
});

const contact = createRoute({
  getParentRoute: () => shell,
  path: '/contacts/$id',
  validateSearch: (search: Record<string, unknown>) => text(search, 'phone'),
  component: lazyRouteComponent(() => import('@/features/contacts/ContactPage'), 'ContactPage'),
});

const people = createRoute({
  getParentRoute: () => shell,
  path: '/people',
  validateSearch: (search: Record<string, unknown>) => text(search, ...FILTERS),
  component: lazyRouteComponent(() => import('@/features/identity/PeoplePage'), 'PeoplePage'),
});

const peopleImport = createRoute({
  getParentRoute: () => shell,
  path: '/people/import',
  component: lazyRouteComponent(() => import('@/features/identity/ImportPage'), 'ImportPage'),
});

const person = createRoute({
  getParentRoute: () => shell,
  path: '/people/$id',
  validateSearch: (search: Record<string, unknown>) => text(search, 'tab', 'administrator', ...QUESTION),
  component: lazyRouteComponent(() => import('./pages/PersonPage'), 'PersonPage'),
});

const departments = createRoute({
  getParentRoute: () => shell,
  path: '/departments',
  component: lazyRouteComponent(() => import('@/features/identity/DepartmentsPage'), 'DepartmentsPage'),
});

const department = createRoute({
  getParentRoute: () => shell,
  path: '/departments/$id',
  validateSearch: (search: Record<string, unknown>) => text(search, 'tab'),
  component: lazyRouteComponent(() => import('@/features/identity/DepartmentPage'), 'DepartmentPage'),
});

const telephone = createRoute({
  getParentRoute: () => shell,
  path: '/telephone',
  validateSearch: (search: Record<string, unknown>) => text(search, 'tab', 'text'),
  component: lazyRouteComponent(() => import('@/features/extensions/TelephonePage'), 'TelephonePage'),
});

const telephoneThing = createRoute({
  getParentRoute: () => shell,
  path: '/telephone/$kind/$id',
  component: lazyRouteComponent(() => import('@/features/extensions/ThingPage'), 'ThingPage'),
});

const roles = createRoute({
  getParentRoute: () => shell,
  path: '/roles',
  validateSearch: (search: Record<string, unknown>) => text(search, 'tab', ...QUESTION),
  component: lazyRouteComponent(() => import('@/features/identity/RolesPage'), 'RolesPage'),
});

const role = createRoute({
  getParentRoute: () => shell,
  path: '/roles/$id',
  component: lazyRouteComponent(() => import('@/features/identity/RolePage'), 'RolePage'),
});

const portals = createRoute({
  getParentRoute: () => shell,
  path: '/portals',
  validateSearch: (search: Record<string, unknown>) => text(search, 'text'),
  component: lazyRouteComponent(() => import('@/features/tenancy/PortalsPage'), 'PortalsPage'),
});

const ownPortal = createRoute({
  getParentRoute: () => shell,
  path: '/portal',
  validateSearch: (search: Record<string, unknown>) => text(search, 'tab'),
  component: lazyRouteComponent(() => import('./pages/OwnPortalPage'), 'OwnPortalPage'),
});

const newPortal = createRoute({
  getParentRoute: () => shell,
  path: '/portals/new',
  component: lazyRouteComponent(() => import('@/features/tenancy/NewPortalPage'), 'NewPortalPage'),
});

const portalFromFile = createRoute({
  getParentRoute: () => shell,
  path: '/portals/from-file',
  component: lazyRouteComponent(() => import('@/features/blueprint/NewFromFilePage'), 'NewFromFilePage'),
});

const ports = createRoute({
  getParentRoute: () => shell,
  path: '/ports',
  component: lazyRouteComponent(() => import('@/features/server/PortsPage'), 'PortsPage'),
});

const portal = createRoute({
  getParentRoute: () => shell,
  path: '/portals/$portal',
  validateSearch: (search: Record<string, unknown>) => text(search, 'tab', ...FILTERS),
  component: lazyRouteComponent(() => import('./pages/PortalPage'), 'PortalPage'),
});

const portalPerson = createRoute({
  getParentRoute: () => shell,
  path: '/portals/$portal/people/$id',
  validateSearch: (search: Record<string, unknown>) => text(search, 'tab', 'administrator', ...QUESTION),
  component: lazyRouteComponent(() => import('./pages/PersonPage'), 'PersonPage'),
});

const portalPlugin = createRoute({
  getParentRoute: () => shell,
  path: '/portals/$portal/plugins/$name',
  component: lazyRouteComponent(() => import('./pages/PortalPluginPage'), 'PortalPluginPage'),
});

const mail = createRoute({
  getParentRoute: () => shell,
  path: '/mail',
  validateSearch: (search: Record<string, unknown>) => text(search, 'mail', 'of'),
  component: lazyRouteComponent(() => import('@/features/mail/MailPage'), 'MailPage'),
});

const events = createRoute({
  getParentRoute: () => shell,
  path: '/events',
  validateSearch: (search: Record<string, unknown>) => text(search, 'type', 'subject', 'event'),
  component: lazyRouteComponent(() => import('@/features/events/EventsPage'), 'EventsPage'),
});

const audit = createRoute({
  getParentRoute: () => shell,
  path: '/audit',
  validateSearch: (search: Record<string, unknown>) => text(search, 'action', 'subject', 'person', 'from', 'until', 'entry'),
  component: lazyRouteComponent(() => import('@/features/audit/AuditPage'), 'AuditPage'),
});

const plugins = createRoute({
  getParentRoute: () => shell,
  path: '/plugins',
  component: lazyRouteComponent(() => import('@/features/plugins/PluginsPage'), 'PluginsPage'),
});

const plugin = createRoute({
  getParentRoute: () => shell,
  path: '/plugins/$name',
  component: lazyRouteComponent(() => import('@/features/plugins/PluginPage'), 'PluginPage'),
});

const scripts = createRoute({
  getParentRoute: () => shell,
  path: '/scripts',
  component: lazyRouteComponent(() => import('@/features/scripting/ScriptsPage'), 'ScriptsPage'),
});

const script = createRoute({
  getParentRoute: () => shell,
  path: '/scripts/$id',
  component: lazyRouteComponent(() => import('@/features/scripting/ScriptPage'), 'ScriptPage'),
});

const tree = root.addChildren([
  signIn,
  recover,
  factorHelp,
  directoryHelp,
  welcome,
  invitation,
  guest,
  sharedRecording,
  talk,
  inside.addChildren([
    room,
    shell.addChildren([
      home,
      account,
      meetings,
      recordings,
      recording,
      report,
      planned,
      plannedMeeting,
      connections,
      calls,
      whatIf,
      call,
      voicemail,
      contacts,
      contactImport,
      contact,
      people,
      peopleImport,
      person,
      departments,
      department,
      telephone,
      telephoneThing,
      deskPhones,
      phoneLogin,
      phoneTemplates,
      waitingPhones,
      roles,
      role,
      portals,
      ownPortal,
      certificates,
      mediaServers,
      newPortal,
      portalFromFile,
      ports,
      portal,
      portalPerson,
      portalPlugin,
      mail,
      events,
      audit,
      plugins,
      plugin,
      scripts,
      script,
    ]),
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: Pending,
  defaultPendingMs: 150,
  defaultPendingMinMs: 0,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
