import { Anchor, Paper, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { linkTo } from '@/ui/linkTo';

interface FactProps {
  title: string;
  to?: string;
  /** Somebody has to do something about it. */
  alert?: boolean;
  detail?: ReactNode;
  children: ReactNode;
}

/** One thing to know at a glance; its title leads to where more is said. */
export function Fact({ title, to, alert, detail, children }: FactProps) {
  return (
    <Paper p="md" data-alert={alert || undefined} style={alert ? { borderColor: 'var(--mantine-color-red-6)' } : undefined}>
      <Text size="sm" c="dimmed">
        {to ? (
          <Anchor component={Link} to={linkTo(to).to} search={linkTo(to).search as never} size="sm">
            {title}
          </Anchor>
        ) : (
          title
        )}
      </Text>
      <Text component="div" fw={580} size="lg" className="tabular" style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Text>
      {detail ? (
        <Text component="div" size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {detail}
        </Text>
      ) : null}
    </Paper>
  );
}
