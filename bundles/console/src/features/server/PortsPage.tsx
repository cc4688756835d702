import { Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Page } from '@/ui/Page';
import { StateBadge } from '@/ui/StateBadge';
import { Failed, Loading } from '@/ui/States';
import { api } from '@/ui/server/client';

/** Which ports a network has to let through, for whoever looks after its firewall. */
export function PortsPage() {
  const { t } = useTranslation('server');
  const ports = api.useQuery('get', '/ports');
  return (
    <Page title={t('ports.title')} about={t('ports.about')}>
      {ports.error ? (
        <Failed error={ports.error} retry={() => void ports.refetch()} />
      ) : !ports.data ? (
        <Loading rows={3} />
      ) : (
        <Stack maw={760}>
          <Paper p={0} style={{ overflowX: 'auto' }}>
            <Table verticalSpacing="sm" horizontalSpacing="md">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('ports.port')}</Table.Th>
                  <Table.Th>{t('ports.for')}</Table.Th>
                  <Table.Th>{t('ports.need')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {ports.data.map((port) => (
                  <Table.Tr key={port.name}>
                    <Table.Td className="tabular" style={{ whiteSpace: 'nowrap' }}>
                      <Text ff="monospace" fw={600}>
                        {port.protocol.toUpperCase()} {port.number === 0 ? t('ports.any') : port.number}
                      </Text>
                    </Table.Td>
                    <Table.Td>{t(`ports.${port.name}`, { defaultValue: port.name })}</Table.Td>
                    <Table.Td>
                      <StateBadge signal={port.required ? 'live' : 'quiet'}>
                        {t(port.required ? 'ports.required' : 'ports.optional')}
                      </StateBadge>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Paper>
          <Title order={2} size="h4">
            {t('ports.silent')}
          </Title>
          <Text>{t('ports.silent.text')}</Text>
        </Stack>
      )}
    </Page>
  );
}
