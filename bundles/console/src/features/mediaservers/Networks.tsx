import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const SHOWN = 6;

/** From where people belong to the place of a media server. */
export function Networks({ of }: { of: string[] }) {
  const { t } = useTranslation('mediaservers');
  if (of.length === 0) {
    return null;
  }
  const list = of.slice(0, SHOWN).join(', ');
  return (
    <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
      {t('networks', { list: of.length > SHOWN ? t('networks.more', { list, more: of.length - SHOWN }) : list })}
    </Text>
  );
}
