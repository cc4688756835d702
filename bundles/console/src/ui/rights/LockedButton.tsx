import { Button, type ButtonProps, Tooltip } from '@mantine/core';

interface LockedButtonProps extends ButtonProps {
  /** Why it does nothing; it can still be reached, to read this. */
  reason: string | undefined;
  onClick: () => void;
}

/** A button that says why it is switched off, when it is. */
export function LockedButton({ reason, onClick, ...props }: LockedButtonProps) {
  return (
    <Tooltip label={reason} disabled={!reason} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
      <Button
        {...props}
        data-disabled={reason ? true : undefined}
        aria-disabled={reason ? true : undefined}
        aria-description={reason}
        onClick={() => (reason ? undefined : onClick())}
      />
    </Tooltip>
  );
}
