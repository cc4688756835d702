import { Badge, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** What scripts noted with a call. */
export function Tags({ tags }: { tags: string[] }) {
  const { t } = useTranslation('calls');
  return tags.length === 0 ? null : (
    <Group gap={6} role="list" aria-label={t('tags')}>
      {tags.map((tag) => (
        <Badge key={tag} role="listitem" variant="light" color="gray" tt="none">
          {tag}
        </Badge>
      ))}
    </Group>
  );
}
