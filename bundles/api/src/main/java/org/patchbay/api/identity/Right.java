package org.patchbay.api.identity;

/** What a role may allow. Every REST operation and live channel names the right it needs. */
public enum Right {
    /** Needs no sign-in. */
    ANYONE,
    /** See and change the own account, see the portal's name. */
    OWN_ACCOUNT,
    /** Take part in a meeting; the only right of a guest, for one meeting. */
    TAKE_PART,
    /** Start meetings and host them. */
    HOST_MEETINGS,
    /** See every meeting of the portal. */
    SEE_MEETINGS,
    /** See, create, change and delete people. */
    MANAGE_PEOPLE,
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
