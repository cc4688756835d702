/** What leads on from a topic: names of places. */
const RELATED: Record<string, string[]> = {
  home: ['meetings', 'contacts', 'portals', 'people'],
  meetings: ['contacts', 'recordings', 'events', 'scripts'],
  recordings: ['meetings', 'account'],
  calls: ['voicemail', 'contacts', 'telephone', 'events'],
  voicemail: ['calls', 'account', 'contacts'],
  contacts: ['meetings', 'plugins'],
  people: ['departments', 'roles', 'portal', 'mail'],
  departments: ['people', 'roles'],
  roles: ['people', 'departments', 'audit'],
  portals: ['people', 'certificates', 'plugins'],
  portal: ['people', 'scripts', 'plugins'],
  telephone: ['calls', 'departments', 'people'],
  'desk-phones': ['telephone', 'calls', 'people'],
  certificates: ['portals', 'audit'],
  'media-servers': ['portals', 'connections', 'ports', 'events'],
  'waiting-phones': ['phone-templates', 'portals', 'ports'],
  'phone-templates': ['portals', 'ports', 'audit'],
  connections: ['meetings', 'ports', 'events'],
  ports: ['media-servers', 'portals', 'certificates', 'connections'],
  mail: ['people', 'events'],
  events: ['scripts', 'audit'],
  audit: ['events', 'people'],
  plugins: ['scripts', 'contacts', 'events'],
  scripts: ['plugins', 'events'],
  account: ['home', 'contacts'],
};

/** The topic of a page: the first part of its path. */
export function topicOf(path: string): string | undefined {
  const first = path.split('/')[1] || 'home';
  return first in RELATED ? first : undefined;
}

/** Those of the places one may go to that lead on from the topic. */
export function related<P extends { name: string }>(topic: string, places: P[]): P[] {
  return (RELATED[topic] ?? []).flatMap((name) => places.filter((place) => place.name === name));
}
