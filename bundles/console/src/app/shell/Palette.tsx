import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { IconBuilding, IconLogout, IconMoon, IconSearch, IconUser, IconVideoPlus } from '@tabler/icons-react';
import { useMantineColorScheme } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '@/ui/server/client';
import { useRights, useSession } from '@/ui/server/session';
import { useStartMeeting } from '@/ui/useStartMeeting';
import { OWN, placesFor } from './places';
import { useSignOut } from './useSignOut';

/** Search and commands in one: places, people and portals by name. */
export function Palette() {
  const { t } = useTranslation('app');
  const session = useSession();
  const may = useRights();
  const navigate = useNavigate();
  const { toggleColorScheme } = useMantineColorScheme();
  const [query, setQuery] = useState('');
  const { daily, admin } = placesFor(may, session.portal.root, (feature) => session.portal.features.includes(feature));
  const found = useFound(query);
  const { start } = useStartMeeting();
  const signOut = useSignOut();

  const all = [...daily, ...admin];
  const places: SpotlightActionData[] = [...all, ...OWN].map(({ to, name, icon: Icon }) => ({
    id: to,
    label: t(`place.${name}`),
    leftSection: <Icon size={20} stroke={1.6} />,
    onClick: () => void navigate({ to }),
  }));
  const commands: SpotlightActionData[] = [
    ...(may('HOST_MEETINGS') && !session.portal.root
      ? [
          {
            id: 'meeting',
            label: t('action.meeting'),
            leftSection: <IconVideoPlus size={20} stroke={1.6} />,
            onClick: () => start(),
          },
        ]
      : []),
    ...all.flatMap(({ icon: Icon, actions = [] }) =>
      actions
        .filter(({ right }) => !right || may(right))
        .map(({ to, name }) => ({
          id: to,
          label: t(`action.${name}`),
          leftSection: <Icon size={20} stroke={1.6} />,
          onClick: () => void navigate({ to }),
        })),
    ),
    {
      id: 'theme',
      label: t('palette.theme'),
      leftSection: <IconMoon size={20} stroke={1.6} />,
      onClick: toggleColorScheme,
    },
    {
      id: 'sign-out',
      label: t('me.signOut'),
      leftSection: <IconLogout size={20} stroke={1.6} />,
      onClick: () => void signOut('/session'),
    },
  ];

  return (
    <Spotlight
      attributes={{ content: { 'aria-label': t('search') } }}
      query={query}
      onQueryChange={setQuery}
      actions={[
        { group: t('palette.places'), actions: places },
        ...(found.people.length > 0 ? [{ group: t('place.people'), actions: found.people }] : []),
        ...(found.portals.length > 0 ? [{ group: t('place.portals'), actions: found.portals }] : []),
        { group: t('palette.commands'), actions: commands },
      ]}
      shortcut={['mod + K']}
      nothingFound={t('palette.nothing')}
      highlightQuery
      scrollable
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: t('search'),
        'aria-label': t('search'),
        maxLength: 100,
      }}
    />
  );
}

function useFound(query: string): { people: SpotlightActionData[]; portals: SpotlightActionData[] } {
  const { portal } = useSession();
  const may = useRights();
  const navigate = useNavigate();
  const [text] = useDebouncedValue(query.trim(), 200);
  const people = api.useQuery(
    'get',
    '/portals/{portal}/people',
    { params: { path: { portal: portal.id }, query: { text, limit: 5 } } },
    { enabled: text.length > 1 && may('MANAGE_PEOPLE') },
  );
  const portals = api.useQuery(
    'get',
    '/portals',
    { params: { query: { text, limit: 5 } } },
    { enabled: text.length > 1 && portal.root && may('MANAGE_PORTALS') },
  );
  return {
    people: (people.data?.items ?? []).map((person) => ({
      id: person.id,
      label: person.name,
      description: person.email ?? person.login,
      keywords: [text],
      leftSection: <IconUser size={20} stroke={1.6} />,
      onClick: () => void navigate({ to: '/people/$id', params: { id: person.id } }),
    })),
    portals: (portals.data?.items ?? []).map((found) => ({
      id: found.id,
      label: found.name,
      description: found.host,
      keywords: [text],
      leftSection: <IconBuilding size={20} stroke={1.6} />,
      onClick: () => void navigate({ to: '/portals/$portal', params: { portal: found.id } }),
    })),
  };
}
