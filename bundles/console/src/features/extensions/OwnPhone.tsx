import { Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';
import { ForwardsForm } from './ForwardsForm';
import { OwnCodes } from './OwnCodes';

/** The own extensions, for who has any; of locked ones only that they are there. */
export function OwnPhone() {
  const { t } = useTranslation('extensions');
  const portal = usePortal().id;
  const query = api.useQuery('get', '/portals/{portal}/own-extensions', { params: { path: { portal } } });
  return (
    <>
      {query.data?.items.map((extension) =>
        extension.locked ? (
          <Paper key={extension.id} p="lg" maw={820} component="section" aria-label={t('own.title')}>
            <Title order={2} mb="xs">
              {t('own.title')}
            </Title>
            <Text c="dimmed">{t('own.locked', { number: extension.number })}</Text>
          </Paper>
        ) : (
          <ForwardsForm key={`${extension.id}/${extension.version}`} portal={portal} extension={extension} own />
        ),
      )}
      <OwnCodes />
    </>
  );
}
