import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Phone.module.css';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** The twelve keys of a telephone. */
export function Keypad({ press }: { press: (key: string) => void }) {
  const { t } = useTranslation('phone');
  return (
    <div className={classes.pad} role="group" aria-label={t('keypad')}>
      {KEYS.map((key) => (
        <Button key={key} variant="default" size="md" onClick={() => press(key)}>
          {key}
        </Button>
      ))}
    </div>
  );
}
