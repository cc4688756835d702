import { Anchor, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRights, useSession } from './server/session';

/** Where to go on from a page, by its topic; those who may not go there do not see it. */
const LINKS: Record<string, { to: string; name: string; right: 'MANAGE_PEOPLE' | 'MANAGE_PORTALS' | 'MANAGE_PLUGINS' | 'SEE_MAIL'; root?: boolean }[]> = {
  'portal.people': [
    { to: '/mail', name: 'mail', right: 'SEE_MAIL' },
    { to: '/plugins', name: 'plugins', right: 'MANAGE_PLUGINS' },
  ],
  'portal.general': [
    { to: '/certificates', name: 'certificates', right: 'MANAGE_PORTALS', root: true },
    { to: '/people', name: 'people', right: 'MANAGE_PEOPLE', root: false },
  ],
  'portal.limits': [
    { to: '/portals', name: 'portals', right: 'MANAGE_PORTALS', root: true },
    { to: '/people', name: 'people', right: 'MANAGE_PEOPLE', root: false },
  ],
  'portal.branding': [{ to: '/mail', name: 'mail', right: 'SEE_MAIL' }],
  'portal.meetings': [{ to: '/plugins', name: 'plugins', right: 'MANAGE_PLUGINS' }],
  'portal.certificate': [{ to: '/certificates', name: 'certificates', right: 'MANAGE_PORTALS', root: true }],
};

export function HelpLinks({ topic }: { topic: string }) {
  const { t } = useTranslation('ui');
  const may = useRights();
  const { portal } = useSession();
  const links = (LINKS[topic] ?? []).filter(
    (link) => may(link.right) && (link.root === undefined || link.root === portal.root),
  );
  if (links.length === 0) {
    return null;
  }
  return (
    <Group gap="xs" mt="xl" component="aside" aria-label={t('help.also')}>
      <Text size="sm" c="dimmed">
        {t('help.also')}
      </Text>
      {links.map((link) => (
        <Anchor key={link.to} component={Link} to={link.to} size="sm">
          {t(`help.${link.name}`)}
        </Anchor>
      ))}
    </Group>
  );
}
