import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { OpeningReason, OpeningState } from './OpeningState';
import { useOverview } from './useOverview';

/** Whose office hours apply to a person, and what they say now. */
export function MainHours({ portal, department }: { portal: string; department: string }) {
  const { t } = useTranslation('departments');
  const now = useOverview(portal).data?.items.find(({ id }) => id === department);
  if (!now) {
    return null;
  }
  return (
    <Group gap="xs">
      <Text size="sm">{t('main.hours', { name: now.name })}</Text>
      <OpeningState opening={now.opening} />
      <OpeningReason opening={now.opening} />
    </Group>
  );
}
