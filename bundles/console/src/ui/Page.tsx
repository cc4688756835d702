import { Anchor, Group, Text, Title } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import classes from './Page.module.css';

interface PageProps {
  title: string;
  /** One line under the title. */
  about?: ReactNode;
  /** The state beside the title. */
  state?: ReactNode;
  actions?: ReactNode;
  back?: { to: string; label: string };
  wide?: boolean;
  children: ReactNode;
}

/** A page: one title, its one or two actions, then its content. */
export function Page({ title, about, state, actions, back, wide, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Patchbay`;
  }, [title]);
  return (
    <div className={classes.page} data-wide={wide || undefined}>
      {back ? (
        <Anchor component={Link} to={back.to} className={classes.back} display="inline-flex">
          <IconChevronLeft size={16} aria-hidden />
          {back.label}
        </Anchor>
      ) : null}
      <header className={classes.header}>
        <div className={classes.titles}>
          <Group gap="sm" align="center">
            <Title order={1}>{title}</Title>
            {state}
          </Group>
          {about ? <Text c="dimmed">{about}</Text> : null}
        </div>
        {actions ? <Group gap="sm">{actions}</Group> : null}
      </header>
      {children}
    </div>
  );
}
