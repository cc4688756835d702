import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StateBadge } from '@/ui/StateBadge';
import type { Opening } from '@/ui/server/types';
import { useZone } from '@/ui/useZone';
import { openingText } from './opening';

export function OpeningState({ opening }: { opening: Opening }) {
  const { t } = useTranslation('departments');
  return <StateBadge signal={opening.open ? 'live' : 'quiet'}>{t(opening.open ? 'state.open' : 'state.closed')}</StateBadge>;
}

export function OpeningReason({ opening }: { opening: Opening }) {
  const { t, i18n } = useTranslation('departments');
  return (
    <Text span size="sm" c="dimmed">
      {openingText(t, opening, i18n.language, useZone())}
    </Text>
  );
}
