import { Anchor, Badge, Box, Card, Group, Loader, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/ui/problemText';
import { api } from '@/ui/server/client';
import { asProblem } from '@/ui/server/problem';

const SHORTEST = 3;

/** What the portal's CRMs know, asked for apart: the own contacts never wait for them. */
export function CrmFinds({ portal, text }: { portal: string; text: string }) {
  const { t } = useTranslation(['contacts', 'problems']);
  const finds = api.useQuery(
    'get',
    '/portals/{portal}/crm-contacts',
    { params: { path: { portal }, query: { text } } },
    { enabled: text.trim().length >= SHORTEST, retry: false, staleTime: 60_000 },
  );
  const found = finds.data?.items ?? [];
  if (finds.error) {
    return (
      <Text c="dimmed" size="sm" mt="lg" role="status">
        {t('crm.failed')} {problemText(t, asProblem(finds.error))}
      </Text>
    );
  }
  if (finds.isLoading) {
    return (
      <Group gap="xs" mt="lg" role="status">
        <Loader size="xs" aria-hidden />
        <Text c="dimmed" size="sm">
          {t('crm.asking')}
        </Text>
      </Group>
    );
  }
  if (found.length === 0) {
    return null;
  }
  return (
    <Box component="section" mt="xl" aria-label={t('crm.title')}>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('crm.title')}
        </Title>
        <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
          {found.map((contact) => (
            <Card key={contact.id} withBorder padding="md">
              <Group justify="space-between" wrap="nowrap" align="flex-start">
                <Text fw={580}>
                  {contact.url ? (
                    <Anchor href={contact.url} target="_blank" rel="noreferrer">
                      {contact.name}
                    </Anchor>
                  ) : (
                    contact.name
                  )}
                </Text>
                <Badge color="gray" variant="light" tt="none">
                  {contact.source}
                </Badge>
              </Group>
              <Text size="sm" c="dimmed">
                {[contact.company, contact.email, ...contact.phones].filter(Boolean).join(' · ')}
              </Text>
            </Card>
          ))}
        </SimpleGrid>
      </Stack>
    </Box>
  );
}
