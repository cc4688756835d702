import { CloseButton, Group, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './RoomView.module.css';

export type PanelName = 'people' | 'chat' | 'polls' | 'breakouts';

interface PanelProps {
  title: string;
  close: () => void;
  children: ReactNode;
}

/** What stands beside the stage, on a phone in its place. Takes the focus when it opens, and gives it back. */
export function Panel({ title, close, children }: PanelProps) {
  const { t } = useTranslation('ui');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    heading.current?.focus();
    // Whoever closes it goes on where they opened it.
    return () => (before instanceof HTMLElement && document.contains(before) ? before.focus() : undefined);
  }, []);
  return (
    <aside className={classes.people} aria-label={title}>
      <Group justify="space-between" wrap="nowrap">
        <Title order={2} ref={heading} tabIndex={-1} className={classes.panelTitle}>
          {title}
        </Title>
        <CloseButton onClick={close} aria-label={t('close')} />
      </Group>
      {children}
    </aside>
  );
}
