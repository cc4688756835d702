import { ActionIcon, Anchor, Drawer, Stack, Text, Title } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { placesFor } from '@/app/shell/places';
import { usePortal, useRights } from '@/ui/server/session';
import { related, topicOf } from './topics';

/** What the page at hand is for and where to go on from it; absent where there is nothing to say. */
export function Help() {
  const { t } = useTranslation('guide');
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [open, setOpen] = useState(false);
  const topic = topicOf(path);
  if (!topic) {
    return null;
  }
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        onClick={() => setOpen(true)}
        aria-label={t('open')}
        title={t('open')}
      >
        <IconHelp size={20} stroke={1.6} aria-hidden />
      </ActionIcon>
      <Drawer
        opened={open}
        onClose={() => setOpen(false)}
        position="right"
        size="sm"
        title={t(`app:place.${topic}`)}
        closeButtonProps={{ 'aria-label': t('ui:close') }}
      >
        <Stack gap="md">
          <Text>{t(`${topic}.what`)}</Text>
          <Text>{t(`${topic}.how`)}</Text>
          <Related topic={topic} leave={() => setOpen(false)} />
        </Stack>
      </Drawer>
    </>
  );
}

function Related({ topic, leave }: { topic: string; leave: () => void }) {
  const { t } = useTranslation('guide');
  const may = useRights();
  const portal = usePortal();
  const { daily, admin } = placesFor(may, portal.root, (feature) => portal.features.includes(feature));
  const places = related(topic, [...daily, ...admin]);
  if (places.length === 0) {
    return null;
  }
  return (
    <nav aria-label={t('also')}>
      <Title order={3} size="h5" mb="xs">
        {t('also')}
      </Title>
      <Stack gap="xs">
        {places.map((place) => (
          <Anchor key={place.to} component={Link} to={place.to} onClick={leave}>
            {t(`app:place.${place.name}`)}
          </Anchor>
        ))}
      </Stack>
    </nav>
  );
}
