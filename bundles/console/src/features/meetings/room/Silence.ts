/** Says when something has been waited for too long, and when it came after all. */
export class Silence {
  private readonly after: number;
  private readonly tell: (silent: boolean) => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private told = false;

  constructor(after: number, tell: (silent: boolean) => void) {
    this.after = after;
    this.tell = tell;
  }

  /** It is waited for from now on; who waits already goes on. */
  begin(): void {
    this.timer ??= setTimeout(() => this.say(true), this.after);
  }

  /** It came, or is not waited for any more. */
  end(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.told) {
      this.say(false);
    }
  }

  private say(silent: boolean): void {
    this.told = silent;
    this.tell(silent);
  }
}
