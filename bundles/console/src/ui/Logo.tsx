import classes from './Logo.module.css';

/** Two sockets joined by a cable that draws a P. */
export function LogoMark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true" className={classes.mark}>
      <path d="M7.5 26V11.5A7.5 7.5 0 0 1 15 4h3.5a7.5 7.5 0 0 1 0 15H16" className={classes.cable} />
      <circle cx="7.5" cy="27" r="3.4" className={classes.socket} />
      <circle cx="15.5" cy="19" r="3.4" className={classes.socket} />
    </svg>
  );
}

interface LogoProps {
  size?: number;
  name?: string;
  /** The address of the portal's own picture. */
  picture?: string | undefined;
}

export function Logo({ size = 28, name = 'Patchbay', picture }: LogoProps) {
  return (
    <span className={classes.logo}>
      {picture ? <img src={picture} alt="" className={classes.picture} style={{ height: size, maxWidth: size * 3 }} /> : <LogoMark size={size} />}
      <span className={classes.word}>{name}</span>
    </span>
  );
}
