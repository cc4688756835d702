import { Alert, Anchor, Paper, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Failed, Loading } from '@/ui/States';
import { api } from '@/ui/server/client';
import { Facts } from './CertificateFacts';

/** Which certificate the portal's host shows, and whether browsers will take it. */
export function CertificateTab({ portal, root }: { portal: string; root: boolean }) {
  const { t } = useTranslation('tenancy');
  const query = api.useQuery('get', '/portals/{portal}/certificate', { params: { path: { portal } } });
  if (!query.data) {
    return query.error ? <Failed error={query.error} retry={() => void query.refetch()} /> : <Loading rows={3} />;
  }
  const { warnings, host, local, certificate } = query.data;
  return (
    <Stack maw={640}>
      {warnings.length === 0 ? (
        <Alert color="green" icon={<IconCheck size={18} />}>
          {t(local ? 'certificate.local' : 'certificate.fine', { host })}
        </Alert>
      ) : (
        warnings.map((warning) => (
          <Alert key={warning} color={warning === 'expires-soon' ? 'yellow' : 'red'} icon={<IconAlertTriangle size={18} />}>
            {t(`certificate.warning.${warning}`, { host })}
          </Alert>
        ))
      )}
      <Paper p="lg">
        <Facts certificate={certificate} />
      </Paper>
      {root ? (
        <Anchor component={Link} to="/certificates">
          {t('certificate.manage')}
        </Anchor>
      ) : (
        <Text c="dimmed" size="sm">
          {t('certificate.ask')}
        </Text>
      )}
    </Stack>
  );
}
