package org.patchbay.api.identity;

/**
 * What a role may allow. Every REST operation and live channel names the right it needs. Those about people, calls and
 * departments hold where the role does: in its departments, or everywhere.
 */
public enum Right {
    /** Needs no sign-in. */
    ANYONE,
    /** See and change the own account, see the portal's name. */
    OWN_ACCOUNT,
    /** Change how one signs in: password, second factor, passkeys, sessions, tokens. No token has it. */
    OWN_SIGN_IN,
    /** Take part in a meeting; the only right of a guest, for one meeting. */
    TAKE_PART,
    /** Start meetings and host them. */
    HOST_MEETINGS,
    /** See every meeting of the portal. */
    SEE_MEETINGS,
    /** Have the own presence shown to others of the department. */
    SHOW_PRESENCE,
    /** See who is in the department, and their presence. */
    SEE_PEOPLE,
    /** See the department's calls. */
    SEE_CALLS,
    /** Divert, transfer and pick up calls of the department. */
    OPERATE_CALLS,
    /** Park calls and take parked ones. */
    PARK,
    /** Speak through somebody's phone without a call being answered. */
    INTERCOM,
    /** Open or close a department against its office hours and breaks. */
    OVERRIDE_OFFICE_HOURS,
    /** Change the presence of others. */
    CHANGE_PRESENCE,
    /** Give operators calls and take them away. */
    ASSIGN_OPERATIONS,
    /** Hear a call without being heard. */
    LISTEN_IN,
    /** Join a call of others. */
    BARGE_IN,
    /** Speak to one side of a call, unheard by the other. */
    WHISPER,
    /** See and hear recordings of the department. */
    SEE_RECORDINGS,
    /** See reports about the department. */
    SEE_REPORTS,
    /** Change the company's address book. */
    MANAGE_CONTACTS,
    /** See, create, change and delete people. */
    MANAGE_PEOPLE,
    /** Give people roles beyond {@code user}, as far as the own role allows. */
    ELEVATE_ROLES,
    /** Say where calls go. */
    CONFIGURE_CALL_HANDLING,
    /** Set up lines to the telephone network. */
    CONFIGURE_TRUNKS,
    /** Set up other ways to reach the department, such as chat. */
    CONFIGURE_CHANNELS,
    /** Change departments: hours, holidays, language, zone. Create and delete them, where it holds everywhere. */
    MANAGE_DEPARTMENTS,
    /** Make roles of the portal's own. */
    MANAGE_ROLES,
    /** Change the portal's own settings. */
    MANAGE_PORTAL,
    /** Write scripts and read their logs. */
    MANAGE_SCRIPTS,
    /** Change plugin settings of the portal. */
    MANAGE_PLUGINS,
    /** See the portal's events. */
    SEE_EVENTS,
    /** See who changed what in the portal, and take it away as a file. */
    SEE_AUDIT,
    /** See who was sent mail, with its subject and state. */
    SEE_MAIL,
    /** See the body of a kept mail; it may hold one-time links. Root only. */
    SEE_MAIL_BODY,
    /** Create, change and delete portals. Root only. */
    MANAGE_PORTALS
}
