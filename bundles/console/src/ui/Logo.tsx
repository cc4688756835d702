import classes from './Logo.module.css';

/** Two sockets joined by a cable that draws a P. */
export function LogoMark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true" className={classes.mark}>
      <path d="M9.5 24V12A6.5 6.5 0 0 1 16 5.500h2a6.5 6.5 0 0 1 0 13h-2" className={classes.cable} />
      <circle cx="9.5" cy="25.5" r="3.6" className={classes.socket} />
      <circle cx="15.5" cy="18.5" r="3.6" className={classes.socket} />
      <circle cx="9.5" cy="25.5" r="1.2" className={classes.pin} />
      <circle cx="15.5" cy="18.5" r="1.2" className={classes.pin} />
    </svg>
  );
}

export function Logo({ size = 28, name = 'Patchbay' }: { size?: number; name?: string }) {
  return (
    <span className={classes.logo}>
      <LogoMark size={size} />
      <span className={classes.word}>{name}</span>
    </span>
  );
}
