import { Button } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Keypad } from './Keypad';
import type { PhoneCalls } from './PhoneCalls';
import { type Found, target, useFound, WhoField } from './WhoField';

/** A number or a name to call. */
export function DialForm({ calls, ready }: { calls: PhoneCalls; ready: boolean }) {
  const { t } = useTranslation('phone');
  const [text, setText] = useState('');
  const found = useFound(text);
  const wanted = target(text, found);
  const call = (to: Found | undefined) => {
    if (to) {
      void calls.call(to.number, to.name);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        call(wanted);
      }}
    >
      <WhoField
        label={t('who')}
        text={text}
        change={setText}
        found={found}
        disabled={!ready}
        pick={call}
        otherwise={<Keypad press={(key) => setText((before) => (before + key).slice(0, 64))} />}
      />
      <Button type="submit" mt="sm" fullWidth leftSection={<IconPhone size={18} aria-hidden />} disabled={!ready || !wanted}>
        {t('call')}
      </Button>
    </form>
  );
}
