import { type BlurEvents, blurredCamera, type BlurredCamera, canBlur } from './blurredCamera';

/** `starting`: all is blurred until people are told from the background. `failed`: it was tried, and the camera is off. */
export type BlurState = 'off' | 'starting' | 'on' | 'failed';

type Can = MediaTrackCapabilities & { backgroundBlur?: boolean[] };
type Is = MediaTrackSettings & { backgroundBlur?: boolean };

const own = (camera: MediaStreamTrack) => (camera.getCapabilities?.() as Can | undefined)?.backgroundBlur?.includes(true) === true;

const ownIsOn = (camera: MediaStreamTrack) => (camera.getSettings?.() as Is | undefined)?.backgroundBlur === true;

interface BackdropEvents {
  state(state: BlurState): void;
  /** The blur broke: nothing of the camera is shown any more. */
  failed(): void;
}

/**
 * One camera and what is behind its person: as it is, blurred by the camera or the system, or blurred here where those
 * cannot. What is to be seen of it is one track at a time.
 */
export class Backdrop {
  private taken: MediaStreamTrack | undefined;
  private made: BlurredCamera | undefined;

  constructor(
    private readonly events: BackdropEvents,
    private readonly make: (camera: MediaStreamTrack, events: BlurEvents) => BlurredCamera = blurredCamera,
    private readonly can: () => boolean = canBlur,
  ) {}

  /** The camera itself, which may end by itself. */
  get camera(): MediaStreamTrack | undefined {
    return this.taken;
  }

  /** Whether there is a way for the camera of now. */
  get possible(): boolean {
    return this.can() || (this.taken !== undefined && own(this.taken));
  }

  /** Takes a camera instead of the one before; answers the track to show, or none if it cannot be shown as wanted. */
  take(camera: MediaStreamTrack, blurred: boolean): Promise<MediaStreamTrack | undefined> {
    this.end();
    this.taken = camera;
    // What the system has chosen for all stays, unless the person wants more.
    return blurred ? this.blur(true) : Promise.resolve(this.plain(camera));
  }

  /** Switches; answers the track to show from now on. */
  async blur(on: boolean): Promise<MediaStreamTrack | undefined> {
    const camera = this.taken;
    if (!camera) {
      this.events.state('off');
      return undefined;
    }
    if (own(camera) && !this.made && (await this.byCamera(camera, on))) {
      return this.taken === camera ? camera : undefined;
    }
    if (this.taken !== camera) {
      return undefined;
    }
    return on ? this.here(camera) : this.plain(camera);
  }

  /** Stops the camera and frees all that was made of it. */
  end(): void {
    this.unmake();
    this.taken?.stop();
    this.taken = undefined;
  }

  /** Refused where the system has switched it on or off for all. */
  private async byCamera(camera: MediaStreamTrack, on: boolean): Promise<boolean> {
    try {
      await camera.applyConstraints({ backgroundBlur: on } as MediaTrackConstraints);
      this.events.state(on ? 'on' : 'off');
      return true;
    } catch {
      return false;
    }
  }

  private here(camera: MediaStreamTrack): MediaStreamTrack | undefined {
    if (this.made) {
      return this.made.track;
    }
    try {
      const made = this.make(camera, {
        ready: () => this.made === made && this.events.state('on'),
        failed: () => this.made === made && this.fail(),
      });
      this.made = made;
      this.events.state('starting');
      return made.track;
    } catch {
      this.fail();
      return undefined;
    }
  }

  private plain(camera: MediaStreamTrack): MediaStreamTrack {
    this.unmake();
    this.events.state(ownIsOn(camera) ? 'on' : 'off');
    return camera;
  }

  private unmake(): void {
    this.made?.stop();
    this.made = undefined;
  }

  /** Whoever wanted a blur is not shown without: the camera stops. */
  private fail(): void {
    this.end();
    this.events.state('failed');
    this.events.failed();
  }
}
