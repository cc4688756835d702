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

/** The data of each type of event. */
interface EventData {
    /** An announcement was deleted. */
    'announcement.deleted': {
        readonly name: string;
    };
    /** An announcement was brought. */
    'announcement.updated': {
        readonly name: string;
    };
    /** A group, queue, menu or room was created. */
    'call-group.created': {
        readonly id: string;
        readonly kind: string;
        readonly number?: string;
        readonly person?: string;
    };
    /** A group, queue, menu or room was deleted. */
    'call-group.deleted': {
        readonly id: string;
        readonly kind: string;
        readonly number?: string;
        readonly person?: string;
    };
    /** A group, queue, menu or room was changed. */
    'call-group.updated': {
        readonly id: string;
        readonly kind: string;
        readonly number?: string;
        readonly person?: string;
    };
    /** A rule for calls outside was created. */
    'call-rule.created': {
        readonly id: string;
        readonly kind: string;
        readonly number?: string;
        readonly person?: string;
    };
    /** A rule for calls outside was deleted. */
    'call-rule.deleted': {
        readonly id: string;
        readonly kind: string;
        readonly number?: string;
        readonly person?: string;
    };
    /** A rule for calls outside was changed. */
    'call-rule.updated': {
        readonly id: string;
        readonly kind: string;
        readonly number?: string;
        readonly person?: string;
    };
    /** The portal's settings for calls were changed. */
    'call-settings.updated': {
        readonly id: string;
        readonly kind: string;
        readonly number?: string;
        readonly person?: string;
    };
    /** A call was answered. */
    'call.answered': {
        readonly call: string;
        readonly direction: string;
        readonly state: string;
        readonly caller: {
            readonly person?: string;
            readonly number: string;
            readonly name: string;
        };
        readonly called: string;
        readonly detail?: string;
    };
    /** Scripts are asked what becomes of a call; they answer by the functions of patchbay/calls. */
    'call.asked': {
        readonly call: string;
        readonly direction: string;
        readonly state: string;
        readonly caller: {
            readonly person?: string;
            readonly number: string;
            readonly name: string;
        };
        readonly called: string;
        readonly detail?: string;
    };
    /** It was decided where a call goes. */
    'call.decided': {
        readonly call: string;
        readonly step: string;
        readonly reason: string;
        readonly params: { readonly [name: string]: string };
    };
    /** A call is over. */
    'call.ended': {
        readonly call: string;
        readonly direction: string;
        readonly result: string;
        readonly caller: {
            readonly person?: string;
            readonly number: string;
            readonly name: string;
        };
        readonly called: string;
        readonly seconds: number;
        readonly legs: number;
    };
    /** Somebody holds a call. */
    'call.held': {
        readonly call: string;
        readonly direction: string;
        readonly state: string;
        readonly caller: {
            readonly person?: string;
            readonly number: string;
            readonly name: string;
        };
        readonly called: string;
        readonly detail?: string;
    };
    /** Somebody came into a conversation of others. */
    'call.joined': {
        readonly call: string;
        readonly direction: string;
        readonly state: string;
        readonly caller: {
            readonly person?: string;
            readonly number: string;
            readonly name: string;
        };
        readonly called: string;
        readonly detail?: string;
    };
    /** A limit for calls outside was lifted for today, or holds again. */
    'call.limit-lifted': {
        readonly limit: string;
        readonly lifted: boolean;
    };
    /** Four fifths of a limit for calls outside are used up today. */
    'call.limit-near': {
        readonly limit: string;
        readonly used: number;
        readonly most: number;
    };
    /** A limit for calls outside was reached; they are refused. */
    'call.limit-reached': {
        readonly limit: string;
        readonly number: string;
    };
    /** A call was parked. */
    'call.parked': {
        readonly call: string;
        readonly direction: string;
        readonly state: string;
        readonly caller: {
            readonly person?: string;
            readonly number: string;
            readonly name: string;
        };
        readonly called: string;
        readonly detail?: string;
    };
    /** A call was taken that rang or was parked elsewhere. */
    'call.picked-up': {
        readonly call: string;
        readonly direction: string;
        readonly state: string;
        readonly caller: {
            readonly person?: string;
            readonly number: string;
            readonly name: string;
        };
        readonly called: string;
        readonly detail?: string;
    };
    /** Somebody deleted the recording of a call. */
    'call.recording.deleted': {
        readonly call: string;
        readonly recording: string;
        readonly person?: string;
    };
    /** Somebody downloaded the recording of a call. */
    'call.recording.downloaded': {
        readonly call: string;
        readonly recording: string;
        readonly person?: string;
    };
    /** Somebody played the recording of a call. */
    'call.recording.played': {
        readonly call: string;
        readonly recording: string;
        readonly person?: string;
    };
    /** A call is recorded. */
    'call.recording.started': {
        readonly call: string;
        readonly direction: string;
        readonly state: string;
        readonly caller: {
            readonly person?: string;
            readonly number: string;
            readonly name: string;
        };
        readonly called: string;
        readonly detail?: string;
    };
    /** A call is recorded no more; detail DISK where the disk is full. */
    'call.recording.stopped': {
        readonly call: string;
        readonly direction: string;
        readonly state: string;
        readonly caller: {
            readonly person?: string;
            readonly number: string;
            readonly name: string;
        };
        readonly called: string;
        readonly detail?: string;
    };
    /** Somebody holds a call no more. */
    'call.resumed': {
        readonly call: string;
        readonly direction: string;
        readonly state: string;
        readonly caller: {
            readonly person?: string;
            readonly number: string;
            readonly name: string;
        };
        readonly called: string;
        readonly detail?: string;
    };
    /** A phone rings. */
    'call.ringing': {
        readonly call: string;
        readonly direction: string;
        readonly state: string;
        readonly caller: {
            readonly person?: string;
            readonly number: string;
            readonly name: string;
        };
        readonly called: string;
        readonly detail?: string;
    };
    /** Somebody calls. */
    'call.started': {
        readonly call: string;
        readonly direction: string;
        readonly state: string;
        readonly caller: {
            readonly person?: string;
            readonly number: string;
            readonly name: string;
        };
        readonly called: string;
        readonly detail?: string;
    };
    /** A call was put through to somebody else. */
    'call.transferred': {
        readonly call: string;
        readonly direction: string;
        readonly state: string;
        readonly caller: {
            readonly person?: string;
            readonly number: string;
            readonly name: string;
        };
        readonly called: string;
        readonly detail?: string;
    };
    /** Somebody answered a visitor who rang. */
    'click2meet.answered': {
        readonly person: string;
        readonly ring: string;
        readonly visitor?: string;
        readonly name: string;
        readonly meeting: string;
    };
    /** Somebody had no time for a visitor who rang. */
    'click2meet.declined': {
        readonly person: string;
        readonly ring: string;
        readonly visitor?: string;
        readonly name: string;
        readonly message?: string;
    };
    /** Somebody's personal link was changed. */
    'click2meet.link-changed': {
        readonly person: string;
        readonly link: string;
        readonly on: boolean;
    };
    /** A visitor left a message by mail. */
    'click2meet.message': {
        readonly person: string;
        readonly visitor?: string;
        readonly name: string;
    };
    /** A visitor rang and nobody answered. */
    'click2meet.missed': {
        readonly person: string;
        readonly ring: string;
        readonly visitor?: string;
        readonly name: string;
        readonly gaveUp: boolean;
    };
    /** A visitor rings at somebody's personal link. */
    'click2meet.rang': {
        readonly person: string;
        readonly ring: string;
        readonly visitor?: string;
        readonly name: string;
        readonly about?: string;
    };
    /** A contact was added to an address book. */
    'contact.created': {
        readonly id: string;
        readonly visibility: 'PUBLIC' | 'PRIVATE';
    };
    /** A contact was deleted. */
    'contact.deleted': {
        readonly id: string;
        readonly visibility: 'PUBLIC' | 'PRIVATE';
    };
    /** Contacts of a file were added to an address book. */
    'contact.imported': {
        readonly visibility: 'PUBLIC' | 'PRIVATE';
        readonly contacts: number;
    };
    /** A contact was changed. */
    'contact.updated': {
        readonly id: string;
        readonly visibility: 'PUBLIC' | 'PRIVATE';
    };
    /** A device of an extension was created. */
    'device.created': {
        readonly id: string;
        readonly kind: string;
        readonly number?: string;
        readonly person?: string;
    };
    /** A device was deleted. */
    'device.deleted': {
        readonly id: string;
        readonly kind: string;
        readonly number?: string;
        readonly person?: string;
    };
    /** A device or its password was changed. */
    'device.updated': {
        readonly id: string;
        readonly kind: string;
        readonly number?: string;
        readonly person?: string;
    };
    /** A dictation was deleted. */
    'dictation.deleted': {
        readonly extension: string;
        readonly person?: string;
        readonly dictation: string;
    };
    /** Somebody dictated something. */
    'dictation.recorded': {
        readonly extension: string;
        readonly person?: string;
        readonly dictation: string;
    };
    /** A dictation got another name. */
    'dictation.renamed': {
        readonly extension: string;
        readonly person?: string;
        readonly dictation: string;
    };
    /** An extension was created. */
    'extension.created': {
        readonly id: string;
        readonly kind: string;
        readonly number?: string;
        readonly person?: string;
    };
    /** An extension was deleted. */
    'extension.deleted': {
        readonly id: string;
        readonly kind: string;
        readonly number?: string;
        readonly person?: string;
    };
    /** An extension was changed. */
    'extension.updated': {
        readonly id: string;
        readonly kind: string;
        readonly number?: string;
        readonly person?: string;
    };
    /** Somebody signed in at a phone of others. */
    'hot-desk.began': {
        readonly device: string;
        readonly extension: string;
        readonly person?: string;
    };
    /** A phone is used as its own again. */
    'hot-desk.ended': {
        readonly device: string;
        readonly extension: string;
        readonly person?: string;
    };
    /** The mail server refused a mail or its recipient for good. */
    'mail.bounced': {
        readonly mail: string;
        readonly person?: string;
        readonly subject: string;
        readonly attempts: number;
        readonly error: string;
    };
    /** A mail could not be delivered. */
    'mail.failed': {
        readonly mail: string;
        readonly person?: string;
        readonly subject: string;
        readonly attempts: number;
        readonly error: string;
    };
    /** Somebody read a mail in the outbox. */
    'mail.looked-at': {
        readonly mail: string;
        readonly person: string;
        readonly name: string;
    };
    /** A mail was put into the outbox. */
    'mail.queued': {
        readonly mail: string;
        readonly subject: string;
        readonly template: string;
        readonly kept: boolean;
    };
    /** The mail server took a mail. */
    'mail.sent': {
        readonly mail: string;
        readonly subject: string;
        readonly attempts: number;
    };
    /** A portal chose the media server of its meetings. */
    'media-server.chosen': {
        readonly server?: string;
        readonly whenDown: 'FALLBACK' | 'REFUSE';
    };
    /** A media server is down; its meetings go on elsewhere. */
    'media-server.down': {
        readonly server: string;
        readonly region: string;
        readonly detail: string;
    };
    /** The last meeting on a media server that is emptied is over. */
    'media-server.drained': {
        readonly server: string;
    };
    /** A media server takes no new meetings. */
    'media-server.draining': {
        readonly server: string;
    };
    /** A media server is fuller or emptier than before. */
    'media-server.load': {
        readonly server: string;
        readonly load: number;
        readonly conferences: number;
        readonly endpoints: number;
    };
    /** A media server takes new meetings again. */
    'media-server.undrained': {
        readonly server: string;
    };
    /** A media server is up again. */
    'media-server.up': {
        readonly server: string;
        readonly seconds: number;
    };
    /** Somebody answered an invitation to a meeting. */
    'meeting.answered': {
        readonly planned: string;
        readonly title: string;
        readonly organizer: string;
        readonly person?: string;
        readonly name: string;
        readonly answer: 'NEEDS_ACTION' | 'ACCEPTED' | 'TENTATIVE' | 'DECLINED';
        readonly occurrence?: string;
    };
    /** Somebody went to another room of a meeting. */
    'meeting.breakout.entered': {
        readonly meeting: string;
        readonly participant: string;
        readonly person?: string;
        readonly name: string;
        readonly room: string;
    };
    /** Everybody was called back from breakout rooms. */
    'meeting.breakouts.closed': {
        readonly meeting: string;
        readonly title: string;
        readonly host: string;
        readonly rooms: ReadonlyArray<string>;
    };
    /** A meeting has breakout rooms. */
    'meeting.breakouts.opened': {
        readonly meeting: string;
        readonly title: string;
        readonly host: string;
        readonly rooms: ReadonlyArray<string>;
    };
    /** A planned meeting, or one time of it, was cancelled. */
    'meeting.cancelled': {
        readonly planned: string;
        readonly title: string;
        readonly organizer: string;
        readonly zone: string;
        readonly start: string;
        readonly minutes: number;
        readonly occurrence?: string;
        readonly invited: number;
    };
    /** Somebody wrote something in a meeting. */
    'meeting.chat.posted': {
        readonly meeting: string;
        readonly title: string;
        readonly host: string;
        readonly message: string;
        readonly participant?: string;
        readonly person?: string;
        readonly name: string;
        readonly text: string;
        readonly file?: string;
    };
    /** Somebody's ways to the media servers were examined. */
    'meeting.connection.checked': {
        readonly meeting: string;
        readonly participant: string;
        readonly person?: string;
        readonly name: string;
        readonly network: string;
        readonly udp: boolean;
        readonly turnUdp?: boolean;
        readonly turnTcp?: boolean;
        readonly turnTls?: boolean;
    };
    /** A meeting is over. */
    'meeting.ended': {
        readonly meeting: string;
        readonly title: string;
        readonly host: string;
        readonly hostName: string;
        readonly started: string;
        readonly ended: string;
        readonly seconds: number;
        readonly attendances: ReadonlyArray<{
            readonly name: string;
            readonly person?: string;
            readonly email?: string;
            readonly joined: string;
            readonly left: string;
            readonly seconds: number;
            readonly stays: number;
        }>;
        readonly others: number;
    };
    /** A hand was lowered in a meeting. */
    'meeting.hand.lowered': {
        readonly meeting: string;
        readonly title: string;
        readonly host: string;
        readonly participant: string;
        readonly person?: string;
        readonly name: string;
        readonly by?: string;
    };
    /** Somebody raised a hand in a meeting. */
    'meeting.hand.raised': {
        readonly meeting: string;
        readonly title: string;
        readonly host: string;
        readonly participant: string;
        readonly person?: string;
        readonly name: string;
        readonly by?: string;
    };
    /** Somebody became a host of a meeting. */
    'meeting.host.added': {
        readonly meeting: string;
        readonly title: string;
        readonly host: string;
        readonly participant: string;
        readonly person?: string;
        readonly name: string;
        readonly by?: string;
    };
    /** Somebody is host of a meeting no longer. */
    'meeting.host.removed': {
        readonly meeting: string;
        readonly title: string;
        readonly host: string;
        readonly participant: string;
        readonly person?: string;
        readonly name: string;
        readonly by?: string;
    };
    /** A meeting was locked. */
    'meeting.locked': {
        readonly meeting: string;
        readonly title: string;
        readonly host: string;
        readonly locked: boolean;
        readonly lobby: 'OFF' | 'GUESTS' | 'EVERYBODY';
        readonly screens: 'HOSTS' | 'MEMBERS' | 'EVERYBODY';
        readonly by?: string;
    };
    /** Somebody who waited was let into a meeting. */
    'meeting.participant.admitted': {
        readonly meeting: string;
        readonly title: string;
        readonly host: string;
        readonly participant: string;
        readonly person?: string;
        readonly name: string;
        readonly by?: string;
    };
    /** Somebody stopped waiting before a meeting. */
    'meeting.participant.gave-up': {
        readonly meeting: string;
        readonly title: string;
        readonly host: string;
        readonly participant: string;
        readonly person?: string;
        readonly name: string;
        readonly by?: string;
    };
    /** Somebody joined a meeting. */
    'meeting.participant.joined': {
        readonly meeting: string;
        readonly title: string;
        readonly host: string;
        readonly participant: string;
        readonly name: string;
        readonly guest: boolean;
        readonly person?: string;
        readonly email?: string;
    };
    /** Somebody left a meeting. */
    'meeting.participant.left': {
        readonly meeting: string;
        readonly title: string;
        readonly host: string;
        readonly participant: string;
        readonly person?: string;
        readonly name: string;
        readonly reason: string;
        readonly seconds: number;
    };
    /** Somebody in a meeting was muted or unmuted. */
    'meeting.participant.muted': {
        readonly meeting: string;
        readonly participant: string;
        readonly audio: boolean;
        readonly video: boolean;
    };
    /** Somebody who waited was not let into a meeting. */
    'meeting.participant.refused': {
        readonly meeting: string;
        readonly title: string;
        readonly host: string;
        readonly participant: string;
        readonly person?: string;
        readonly name: string;
        readonly by?: string;
    };
    /** The host removed somebody from a meeting. */
    'meeting.participant.removed': {
        readonly meeting: string;
        readonly title: string;
        readonly host: string;
        readonly participant: string;
        readonly person?: string;
        readonly name: string;
    };
    /** Somebody in a meeting has another name. */
    'meeting.participant.renamed': {
        readonly meeting: string;
        readonly title: string;
        readonly host: string;
        readonly participant: string;
        readonly person?: string;
        readonly name: string;
        readonly before: string;
        readonly by?: string;
    };
    /** Somebody waits to be let into a meeting. */
    'meeting.participant.waiting': {
        readonly meeting: string;
        readonly title: string;
        readonly host: string;
        readonly participant: string;
        readonly person?: string;
        readonly name: string;
        readonly by?: string;
    };
    /** A meeting was planned. */
    'meeting.planned': {
        readonly planned: string;
        readonly title: string;
        readonly organizer: string;
        readonly zone: string;
        readonly start: string;
        readonly minutes: number;
        readonly occurrence?: string;
        readonly invited: number;
    };
    /** Somebody answered a poll in a meeting. */
    'meeting.poll.answered': {
        readonly meeting: string;
        readonly title: string;
        readonly host: string;
        readonly poll: string;
        readonly question: string;
        readonly options: ReadonlyArray<string>;
        readonly votes: ReadonlyArray<number>;
    };
    /** A poll in a meeting ended. */
    'meeting.poll.closed': {
        readonly meeting: string;
        readonly title: string;
        readonly host: string;
        readonly poll: string;
        readonly question: string;
        readonly options: ReadonlyArray<string>;
        readonly votes: ReadonlyArray<number>;
    };
    /** A meeting is asked something. */
    'meeting.poll.opened': {
        readonly meeting: string;
        readonly title: string;
        readonly host: string;
        readonly poll: string;
        readonly question: string;
        readonly options: ReadonlyArray<string>;
        readonly votes: ReadonlyArray<number>;
    };
    /** Somebody showed a sign in a meeting. */
    'meeting.reaction': {
        readonly meeting: string;
        readonly participant: string;
        readonly reaction: string;
    };
    /** Somebody agreed to be recorded. */
    'meeting.recording.consented': {
        readonly recording: string;
        readonly meeting: string;
        readonly title: string;
        readonly owner: string;
        readonly participant?: string;
        readonly person?: string;
        readonly name: string;
        readonly reason?: string;
    };
    /** Somebody is not recorded, as they did not agree. */
    'meeting.recording.declined': {
        readonly recording: string;
        readonly meeting: string;
        readonly title: string;
        readonly owner: string;
        readonly participant?: string;
        readonly person?: string;
        readonly name: string;
        readonly reason?: string;
    };
    /** A meeting is being recorded. */
    'meeting.recording.started': {
        readonly recording: string;
        readonly meeting: string;
        readonly title: string;
        readonly owner: string;
        readonly participant?: string;
        readonly person?: string;
        readonly name: string;
        readonly reason?: string;
    };
    /** A meeting is no longer recorded. */
    'meeting.recording.stopped': {
        readonly recording: string;
        readonly meeting: string;
        readonly title: string;
        readonly owner: string;
        readonly participant?: string;
        readonly person?: string;
        readonly name: string;
        readonly reason?: string;
    };
    /** The invited were reminded of a meeting. */
    'meeting.reminded': {
        readonly planned: string;
        readonly title: string;
        readonly organizer: string;
        readonly occurrence: string;
        readonly starts: string;
        readonly reminded: number;
    };
    /** A planned meeting was changed. */
    'meeting.replanned': {
        readonly planned: string;
        readonly title: string;
        readonly organizer: string;
        readonly zone: string;
        readonly start: string;
        readonly minutes: number;
        readonly occurrence?: string;
        readonly invited: number;
    };
    /** It was changed who waits and who may share in a meeting. */
    'meeting.rules-changed': {
        readonly meeting: string;
        readonly title: string;
        readonly host: string;
        readonly locked: boolean;
        readonly lobby: 'OFF' | 'GUESTS' | 'EVERYBODY';
        readonly screens: 'HOSTS' | 'MEMBERS' | 'EVERYBODY';
        readonly by?: string;
    };
    /** Somebody was allowed to share a screen. */
    'meeting.screen.allowed': {
        readonly meeting: string;
        readonly title: string;
        readonly host: string;
        readonly participant: string;
        readonly person?: string;
        readonly name: string;
        readonly by?: string;
    };
    /** Somebody is allowed to share a screen no longer. */
    'meeting.screen.forbidden': {
        readonly meeting: string;
        readonly title: string;
        readonly host: string;
        readonly participant: string;
        readonly person?: string;
        readonly name: string;
        readonly by?: string;
    };
    /** Somebody shares a screen in a meeting. */
    'meeting.screen.shared': {
        readonly meeting: string;
        readonly title: string;
        readonly host: string;
        readonly participant: string;
        readonly person?: string;
        readonly name: string;
        readonly by?: string;
    };
    /** Somebody shares no screen any more in a meeting. */
    'meeting.screen.stopped': {
        readonly meeting: string;
        readonly title: string;
        readonly host: string;
        readonly participant: string;
        readonly person?: string;
        readonly name: string;
        readonly by?: string;
    };
    /** A person started a meeting. */
    'meeting.started': {
        readonly meeting: string;
        readonly title: string;
        readonly host: string;
        readonly hostName: string;
    };
    /** A meeting was unlocked. */
    'meeting.unlocked': {
        readonly meeting: string;
        readonly title: string;
        readonly host: string;
        readonly locked: boolean;
        readonly lobby: 'OFF' | 'GUESTS' | 'EVERYBODY';
        readonly screens: 'HOSTS' | 'MEMBERS' | 'EVERYBODY';
        readonly by?: string;
    };
    /** A number from outside was set up. */
    'number.created': {
        readonly id: string;
        readonly kind: string;
        readonly number?: string;
        readonly person?: string;
    };
    /** A number from outside was taken away. */
    'number.deleted': {
        readonly id: string;
        readonly kind: string;
        readonly number?: string;
        readonly person?: string;
    };
    /** A number from outside was changed. */
    'number.updated': {
        readonly id: string;
        readonly kind: string;
        readonly number?: string;
        readonly person?: string;
    };
    /** A person was given an account. */
    'person.created': {
        readonly id: string;
        readonly login: string;
        readonly name: string;
        readonly roles: ReadonlyArray<string>;
        readonly enabled: boolean;
    };
    /** A person's account was deleted. */
    'person.deleted': {
        readonly id: string;
        readonly login: string;
        readonly name: string;
        readonly roles: ReadonlyArray<string>;
        readonly enabled: boolean;
    };
    /** A person was sent a link for setting a password. */
    'person.invited': {
        readonly id: string;
        readonly login: string;
        readonly name: string;
        readonly roles: ReadonlyArray<string>;
        readonly enabled: boolean;
    };
    /** An administrator was shown a person's link for setting a password. */
    'person.linked': {
        readonly id: string;
        readonly login: string;
        readonly name: string;
        readonly roles: ReadonlyArray<string>;
        readonly enabled: boolean;
    };
    /** A person was sent a link for getting back in. */
    'person.recovery-requested': {
        readonly id: string;
        readonly login: string;
        readonly name: string;
        readonly roles: ReadonlyArray<string>;
        readonly enabled: boolean;
    };
    /** A person's second factors were taken away. */
    'person.second-factor-reset': {
        readonly id: string;
        readonly login: string;
        readonly name: string;
        readonly roles: ReadonlyArray<string>;
        readonly enabled: boolean;
    };
    /** A person signed in. */
    'person.signed-in': {
        readonly id: string;
        readonly login: string;
        readonly name: string;
        readonly roles: ReadonlyArray<string>;
        readonly enabled: boolean;
    };
    /** A person signed out. */
    'person.signed-out': {
        readonly id: string;
        readonly login: string;
        readonly name: string;
        readonly roles: ReadonlyArray<string>;
        readonly enabled: boolean;
    };
    /** A person's account or password was changed. */
    'person.updated': {
        readonly id: string;
        readonly login: string;
        readonly name: string;
        readonly roles: ReadonlyArray<string>;
        readonly enabled: boolean;
    };
    /** Somebody chose services of an extension. */
    'phone-services.created': {
        readonly id: string;
        readonly kind: string;
        readonly number?: string;
        readonly person?: string;
    };
    /** Services of an extension ended. */
    'phone-services.deleted': {
        readonly id: string;
        readonly kind: string;
        readonly number?: string;
        readonly person?: string;
    };
    /** Services of an extension were changed. */
    'phone-services.updated': {
        readonly id: string;
        readonly kind: string;
        readonly number?: string;
        readonly person?: string;
    };
    /** A plugin's settings were changed or removed. */
    'plugin.configured': {
        readonly plugin: string;
        readonly configured: boolean;
    };
    /** A plugin's jar does not run. */
    'plugin.failed': {
        readonly plugin: string;
        readonly title: string;
        readonly version: string;
        readonly error: string;
    };
    /** A plugin was installed, in this version for the first time. */
    'plugin.installed': {
        readonly plugin: string;
        readonly title: string;
        readonly version: string;
    };
    /** A plugin's jar was removed. */
    'plugin.removed': {
        readonly plugin: string;
        readonly title: string;
        readonly version: string;
    };
    /** A portal was created and answers on its host. */
    'portal.created': {
        readonly id: string;
        readonly name: string;
        readonly host: string;
    };
    /** A portal was deleted with all its data. */
    'portal.deleted': {
        readonly id: string;
        readonly name: string;
        readonly host: string;
    };
    /** A portal's settings were changed. */
    'portal.updated': {
        readonly id: string;
        readonly name: string;
        readonly host: string;
    };
    /** A recording was deleted. */
    'recording.deleted': {
        readonly recording: string;
        readonly meeting: string;
        readonly title: string;
        readonly owner: string;
        readonly bytes: number;
    };
    /** Somebody downloaded a recording. */
    'recording.downloaded': {
        readonly recording: string;
        readonly meeting: string;
        readonly title: string;
        readonly owner: string;
        readonly part: number;
        readonly byLink: boolean;
        readonly person?: string;
        readonly name: string;
    };
    /** Nothing of a recording could be kept. */
    'recording.failed': {
        readonly recording: string;
        readonly meeting: string;
        readonly title: string;
        readonly owner: string;
        readonly bytes: number;
    };
    /** Somebody played a recording. */
    'recording.played': {
        readonly recording: string;
        readonly meeting: string;
        readonly title: string;
        readonly owner: string;
        readonly part: number;
        readonly byLink: boolean;
        readonly person?: string;
        readonly name: string;
    };
    /** A recording can be played. */
    'recording.ready': {
        readonly recording: string;
        readonly meeting: string;
        readonly title: string;
        readonly owner: string;
        readonly bytes: number;
    };
    /** A recording has a link. */
    'recording.shared': {
        readonly recording: string;
        readonly meeting: string;
        readonly title: string;
        readonly owner: string;
        readonly bytes: number;
    };
    /** The link of a recording was taken back. */
    'recording.unshared': {
        readonly recording: string;
        readonly meeting: string;
        readonly title: string;
        readonly owner: string;
        readonly bytes: number;
    };
    /** A recording has another title. */
    'recording.updated': {
        readonly recording: string;
        readonly meeting: string;
        readonly title: string;
        readonly owner: string;
        readonly bytes: number;
    };
    /** Somebody deleted a script. */
    'script.deleted': {
        readonly script: string;
        readonly name: string;
    };
    /** A script broke or used too much, and no longer runs. */
    'script.failed': {
        readonly script: string;
        readonly name: string;
        readonly reason: string;
    };
    /** Somebody saved a script. */
    'script.saved': {
        readonly script: string;
        readonly name: string;
        readonly version: number;
        readonly enabled: boolean;
        readonly author: string;
        readonly person?: string;
    };
    /** A script runs. */
    'script.started': {
        readonly script: string;
        readonly name: string;
    };
    /** A person made a token for a program. */
    'token.created': {
        readonly id: string;
        readonly person: string;
        readonly name: string;
    };
    /** A person's token was taken back. */
    'token.revoked': {
        readonly id: string;
        readonly person: string;
        readonly name: string;
    };
    /** A trunk was set up. */
    'trunk.created': {
        readonly id: string;
        readonly kind: string;
        readonly number?: string;
        readonly person?: string;
    };
    /** A trunk was deleted. */
    'trunk.deleted': {
        readonly id: string;
        readonly kind: string;
        readonly number?: string;
        readonly person?: string;
    };
    /** A trunk or its password was changed. */
    'trunk.updated': {
        readonly id: string;
        readonly kind: string;
        readonly number?: string;
        readonly person?: string;
    };
    /** Something of a mailbox was chosen. */
    'voicemail.changed': {
        readonly extension: string;
        readonly person?: string;
        readonly enabled: boolean;
    };
    /** A message was deleted. */
    'voicemail.deleted': {
        readonly extension: string;
        readonly person?: string;
        readonly message: string;
    };
    /** A message could not be left. */
    'voicemail.failed': {
        readonly extension: string;
        readonly person?: string;
        readonly reason: string;
    };
    /** A message was heard, or is new again. */
    'voicemail.heard': {
        readonly extension: string;
        readonly person?: string;
        readonly message: string;
        readonly heard: boolean;
    };
    /** A caller left a message. */
    'voicemail.left': {
        readonly extension: string;
        readonly person?: string;
        readonly message: string;
        readonly seconds: number;
        readonly caller?: string;
        readonly number: string;
        readonly name: string;
    };
}

declare module 'patchbay/calls' {
    export const calls: {
        /** Plays a sentence to the caller of a call that is asked about; each key leads to a number. */
        ask(call: string, sentence: string, keys: Record<string, string>): Promise<void>;
        /** Ends a call. */
        hangUp(call: string): Promise<void>;
        /** The calls that go on now. */
        live(): Promise<Array<LiveCall>>;
        /** Lets a call that is asked about go its usual way at once. */
        proceed(call: string): Promise<void>;
        /** Refuses a call that is asked about. The caller is told what the reason says: busy (486), unavailable (480), not-found (404) or declined (603); any other reason is a note and refuses as declined does. */
        reject(call: string, reason: string): Promise<void>;
        /** Sends a call that is asked about to a number. */
        route(call: string, to: string): Promise<void>;
        /** Notes a word with a call; it is in the call's record. */
        tag(call: string, tag: string): Promise<void>;
    };
    export interface CallDestination {
        kind: string;
        number: string;
        name: string;
    }
    export interface CallParty {
        leg: string;
        role: 'CALLER' | 'CALLED' | 'BARGED_IN' | 'LISTENER' | 'WHISPERER';
        state: 'RINGING' | 'TALKING' | 'HOLDING';
        number: string;
        name: string;
        person?: string;
        department?: string;
        trunk?: string;
        answered?: string;
    }
    export interface CallStep {
        at: string;
        decision: Decision;
    }
    export interface Decision {
        step: string;
        reason: string;
        params: Record<string, string>;
    }
    export interface LiveCall {
        id: string;
        direction: 'INTERNAL' | 'INCOMING' | 'OUTGOING';
        state: 'DECIDING' | 'RINGING' | 'WAITING' | 'LISTENING' | 'TALKING' | 'HELD' | 'PARKED' | 'ENDED';
        called: string;
        started: string;
        answered?: string;
        parties: Array<CallParty>;
        path: Array<CallStep>;
        recorded: boolean;
        place?: string;
        at?: CallDestination;
        tags: Array<string>;
        together?: string;
    }
}

declare module 'patchbay/contacts' {
    export const contacts: {
        /** Creates a contact that everybody in the portal sees. */
        createContact(contact: NewContact): Promise<Contact>;
        /** Finds public contacts by e-mail address. */
        lookupByEmail(email: string): Promise<Array<Contact>>;
        /** Finds public contacts by phone number, written in any way. */
        lookupByPhone(phone: string): Promise<Array<Contact>>;
        /** Finds public contacts by beginnings of words of name, company or address, or of a number. */
        search(text: string): Promise<Array<Contact>>;
    };
    export interface Contact {
        id: string;
        portal: string;
        visibility: 'PUBLIC' | 'PRIVATE';
        name: string;
        company?: string;
        email?: string;
        phone?: string;
        phoneE164?: string;
        mobile?: string;
        mobileE164?: string;
        extension?: string;
        language?: string;
        notes?: string;
        groups: Array<string>;
        created: string;
        version: number;
    }
    export interface NewContact {
        name: string;
        company?: string;
        email?: string;
        phone?: string;
        mobile?: string;
        extension?: string;
        language?: string;
        notes?: string;
        groups?: Array<string>;
    }
}

declare module 'patchbay/crm' {
    export const crm: {
        /** Creates a contact, or answers the one that is there already. */
        createContact(contact: NewContact): Promise<Contact>;
        /** Journals a call or meeting; the same id again changes the entry. Answers the CRMs' ids of it. */
        journal(entry: JournalEntry): Promise<Array<string>>;
        /** Finds contacts by e-mail address. */
        lookupByEmail(email: string): Promise<Array<Contact>>;
        /** Finds contacts by phone number, written with its country code. */
        lookupByPhone(phone: string): Promise<Array<Contact>>;
        /** Finds contacts by words of name, company or address. */
        search(text: string): Promise<Array<Contact>>;
    };
    export interface Contact {
        id: string;
        plugin: string;
        name: string;
        email?: string;
        phones: Array<string>;
        company?: string;
        url?: string;
    }
    export interface JournalEntry {
        id: string;
        kind: 'CALL' | 'MEETING';
        direction?: 'INBOUND' | 'OUTBOUND';
        outcome: string;
        title: string;
        from?: string;
        to?: string;
        start: string;
        end: string;
        contacts: Array<string>;
        note?: string;
    }
    export interface NewContact {
        firstName: string;
        lastName: string;
        email?: string;
        phone?: string;
        company?: string;
    }
}

declare module 'patchbay/http' {
    export const http: {
        /** Gets a page from a host that the portal allows. */
        get(url: string, options?: Options): Promise<Reply>;
        /** Posts a text as it is, or anything else as JSON, to a host that the portal allows. */
        post(url: string, body: unknown, options?: Options): Promise<Reply>;
        /** Sends a request with any method to a host that the portal allows. */
        request(method: string, url: string, body?: unknown, options?: Options): Promise<Reply>;
    };
    export interface Options {
        headers?: Record<string, string>;
        timeoutSeconds?: number;
    }
    export interface Reply {
        status: number;
        headers: Record<string, Array<string>>;
        body: string;
    }
}

declare module 'patchbay/kv' {
    export const kv: {
        /** Adds to the whole number kept under the key, 0 at first, and answers the sum. */
        add(key: string, amount: number): Promise<number>;
        /** The value of the key, or null. */
        get(key: string): Promise<string | null>;
        /** The keys that begin with the prefix, sorted, at most 500. */
        keys(prefix: string): Promise<Array<string>>;
        /** Keeps a text of up to 64 KiB under the key, also when the server starts again. */
        put(key: string, value: string): Promise<void>;
        /** Forgets the key. */
        remove(key: string): Promise<void>;
    };
}

declare module 'patchbay/meetings' {
    export const meetings: {
        /** Lets somebody in who waits before a meeting. */
        admit(meeting: string, participant: string): Promise<void>;
        /** Ends a meeting for everybody. */
        end(meeting: string): Promise<void>;
        /** Who is in a meeting now. */
        participants(meeting: string): Promise<Array<Participant>>;
        /** Writes into the chat of a meeting. */
        post(meeting: string, text: string): Promise<void>;
        /** Sends somebody away who waits before a meeting. */
        refuse(meeting: string, participant: string): Promise<void>;
        /** Gives a guest in a meeting another name. */
        rename(meeting: string, participant: string, name: string): Promise<void>;
        /** Begins to record a meeting; everybody in it is asked whether they agree. */
        startRecording(meeting: string): Promise<void>;
        /** Ends the recording of a meeting. */
        stopRecording(meeting: string): Promise<void>;
    };
    export interface Participant {
        id: string;
        name: string;
        person?: string;
        picture?: string;
        host: boolean;
        audioMuted: boolean;
        videoMuted: boolean;
        joined: string;
        phone: boolean;
    }
}

declare module 'patchbay/scheduling' {
    export const scheduling: {
        /** Plans a meeting for somebody, who hosts it, invites by mail, and answers its id. */
        planMeeting(meeting: NewMeeting): Promise<string>;
        /** What takes place in the next days, soonest first; at most 500 times of planned meetings. */
        upcoming(days: number): Promise<Array<Upcoming>>;
    };
    export interface NewMeeting {
        organizer: string;
        title: string;
        agenda?: string;
        start: string;
        zone?: string;
        minutes: number;
        groups?: Array<string>;
        invite?: Array<string>;
        language?: string;
    }
    export interface Upcoming {
        planned: string;
        title: string;
        organizer: string;
        organizerName: string;
        starts: string;
        ends: string;
    }
}
