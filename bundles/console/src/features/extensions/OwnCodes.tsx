import { Paper, SimpleGrid, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '@/ui/server/client';
import { usePortal } from '@/ui/server/session';

/** What may be dialled at the own phone besides numbers, for who has one. */
export function OwnCodes() {
  const { t } = useTranslation('extensions');
  const portal = usePortal().id;
  const query = api.useQuery('get', '/portals/{portal}/own-extensions/codes', { params: { path: { portal } } });
  const codes = query.data?.items ?? [];
  return codes.length === 0 ? null : (
    <Paper p="lg" maw={820} component="section" aria-label={t('codes.own')}>
      <Title order={2} mb="xs">
        {t('codes.own')}
      </Title>
      <Text c="dimmed" mb="md">
        {t('codes.own.about')}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" component="ul" style={{ listStyle: 'none', padding: 0, margin: 0 }}>
        {codes.map(({ code, dialled, argument }) => (
          <li key={code}>
            <Text span ff="monospace" mr="sm">
              {dialled}
              {argument === 'NONE' ? '' : argument === 'NUMBER' ? ` ${t('codes.number')}` : ` (${t('codes.number')})`}
            </Text>
            {t(`code.${code}`)}
          </li>
        ))}
      </SimpleGrid>
    </Paper>
  );
}
