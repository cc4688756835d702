// What scripts can use. Generated; GET /api/v1/scripting/patchbay.d.ts answers the present one.

/** An event, with the attributes of CloudEvents 1.0. */
interface PatchbayEvent<T extends keyof EventData = keyof EventData> {
    /** Unique; an event that comes twice has the same id. */
    readonly id: string;
    /** The part of the server that published it, such as /meetings. */
    readonly source: string;
    readonly type: T;
    readonly portal: string;
    /** The id of the thing it is about. */
    readonly subject: string;
    /** RFC 3339. */
    readonly time: string;
    /** The event that led to this one. */
    readonly causationid?: string;
    /** Counts the portal's events; missing for events that are not kept. */
    readonly sequence?: number;
    readonly data: EventData[T];
}

/** Any of the events whose type begins so. */
type EventsBelow<P extends string> = {
    [T in keyof EventData]: T extends `${P}.${string}` ? PatchbayEvent<T> : never;
}[keyof EventData];

/** Any event. */
type AnyEvent = { [T in keyof EventData]: PatchbayEvent<T> }[keyof EventData];

/** What a rejected call throws. */
interface PatchbayError extends Error {
    /** What went wrong, such as module.absent. */
    readonly code: string;
}

declare module 'patchbay/events' {
    export const events: {
        /**
         * Calls the handler with each event of the type. Events about the same subject are handled one after the other.
         * Answers a function that ends it.
         */
        on<T extends keyof EventData>(type: T, handler: (event: PatchbayEvent<T>) => unknown): () => void;
        /** The same for all types that begin so: 'meeting.*'. */
        on<P extends string>(type: `${P}.*`, handler: (event: EventsBelow<P>) => unknown): () => void;
        /** The same for all types. */
        on(type: '*', handler: (event: AnyEvent) => unknown): () => void;
    };
}

declare module 'patchbay/log' {
    /** Writes to the script's log; values that are no text are written as JSON. */
    export const log: ScriptLog;
}

interface ScriptLog {
    debug(...values: unknown[]): void;
    info(...values: unknown[]): void;
    warn(...values: unknown[]): void;
    error(...values: unknown[]): void;
}

/** The same as patchbay/log. */
declare const console: ScriptLog & { log(...values: unknown[]): void };

/** Calls the action once, at most a day later. At most 100 timers wait at once, and none survives a restart. */
declare function setTimeout<A extends unknown[]>(
    action: (...args: A) => unknown,
    milliseconds?: number,
    ...args: A
): number;

/** Forgets a timer. */
declare function clearTimeout(timer: number | undefined): void;
