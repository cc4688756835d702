import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Invitee } from '@/ui/server/types';
import { AnswerBadge } from './AnswerBadge';
import { localText } from './days';

/** Who is invited, and what each answered. */
export function InviteeList({ invitees }: { invitees: Invitee[] }) {
  const { t, i18n } = useTranslation('scheduling');
  if (invitees.length === 0) {
    return <Text c="dimmed">{t('invited.none')}</Text>;
  }
  return (
    <Stack gap="sm" w="100%" component="ul" p={0} m={0} style={{ listStyle: 'none' }} aria-label={t('invited')}>
      {invitees.map((one) => (
        <li key={one.id}>
          <Group justify="space-between" gap="xs">
            <div style={{ minWidth: 0 }}>
              <Text style={{ overflowWrap: 'anywhere' }}>{one.name}</Text>
              <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {one.email === one.name ? '' : one.email}
                {one.group ? ` · ${t('by.group', { group: one.group })}` : ''}
              </Text>
              {one.occurrences.map((single) => (
                <Text key={single.occurrence} size="sm" c="dimmed">
                  {localText(single.occurrence, i18n.language)}: {t(`answer.${single.answer}`)}
                </Text>
              ))}
            </div>
            <AnswerBadge answer={one.answer} />
          </Group>
        </li>
      ))}
    </Stack>
  );
}
