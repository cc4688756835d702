import { Alert } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';

/** Says once for all that is switched off below it why that is. */
export function BeyondNote({ reason }: { reason: string | undefined }) {
  return reason ? (
    <Alert color="gray" icon={<IconLock size={18} />}>
      {reason}
    </Alert>
  ) : null;
}
