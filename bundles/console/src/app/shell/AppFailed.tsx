import { Button, Center } from '@mantine/core';
import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty, Failed } from '@/ui/States';

export function AppFailed({ error, reset }: ErrorComponentProps) {
  return (
    <Center mih="100dvh" component="main">
      <Failed
        error={error}
        retry={() => {
          reset();
          location.reload();
        }}
      />
    </Center>
  );
}

/** Where there is no page; `alone` when there is no shell around it either. */
export function NotFound({ alone = false }: { alone?: boolean }) {
  const { t } = useTranslation('app');
  return (
    <Center mih="70dvh" component={alone ? 'main' : 'div'}>
      <Empty
        order={1}
        title={t('lost.title')}
        text={t('lost.text')}
        action={
          <Button component={Link} to="/">
            {t('lost.home')}
          </Button>
        }
      />
    </Center>
  );
}
