import { Avatar } from '@mantine/core';

interface FaceProps {
  portal: string;
  name: string;
  /** The hash of the picture. */
  picture?: string | undefined;
  size?: number;
}

/** Somebody's picture, or their initials. The name stands beside it, so it says nothing to a screen reader. */
export function Face({ portal, name, picture, size = 28 }: FaceProps) {
  return (
    <Avatar
      name={name}
      src={picture ? `/api/v1/portals/${portal}/pictures/${picture}` : null}
      color="accent"
      size={size}
      alt=""
      aria-hidden
    />
  );
}
