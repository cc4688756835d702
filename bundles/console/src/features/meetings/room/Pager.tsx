import { ActionIcon, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './RoomView.module.css';
import { useShortcuts } from './useShortcuts';

interface PagerProps {
  page: number;
  pages: number;
  turn: (page: number) => void;
}

/** Leads through the faces that do not fit on the stage at once; so do the page keys. */
export function Pager({ page, pages, turn }: PagerProps) {
  const { t } = useTranslation('room');
  const previous = () => turn(Math.max(0, page - 1));
  const next = () => turn(Math.min(pages - 1, page + 1));
  useShortcuts({ pageup: previous, pagedown: next });
  return (
    <nav className={classes.pager} aria-label={t('stage.page', { page: page + 1, pages })}>
      <ActionIcon variant="default" radius="xl" size={40} aria-label={t('stage.previous')} disabled={page === 0} onClick={previous}>
        <IconChevronLeft size={20} />
      </ActionIcon>
      <Text size="sm" aria-live="polite">
        {t('stage.page', { page: page + 1, pages })}
      </Text>
      <ActionIcon variant="default" radius="xl" size={40} aria-label={t('stage.next')} disabled={page === pages - 1} onClick={next}>
        <IconChevronRight size={20} />
      </ActionIcon>
    </nav>
  );
}
