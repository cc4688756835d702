import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LeaveGuard } from './LeaveGuard';
import classes from './SaveBar.module.css';

/** There only when something changed; then leaving the page asks first. */
export function SaveBar({ shown, saving, undo }: { shown: boolean; saving: boolean; undo: () => void }) {
  const { t } = useTranslation('ui');
  if (!shown) {
    return null;
  }
  return (
    <Group className={classes.bar} justify="flex-end">
      <LeaveGuard when={() => !saving} />
      <Button variant="default" onClick={undo} disabled={saving}>
        {t('undo')}
      </Button>
      <Button type="submit" loading={saving}>
        {t('save')}
      </Button>
    </Group>
  );
}
