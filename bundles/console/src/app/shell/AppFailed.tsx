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

export function NotFound() {
  const { t } = useTranslation('app');
  return (
    <Center mih="70dvh">
      <Empty
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
