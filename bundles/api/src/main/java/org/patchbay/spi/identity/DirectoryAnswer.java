package org.patchbay.spi.identity;

/** What a directory says of a login and a password. Immutable. */
public sealed interface DirectoryAnswer {

    /** Nobody has this login, or the password is another. */
    record Wrong() implements DirectoryAnswer {}

    /** The password is right. */
    record Right(DirectoryPerson person) implements DirectoryAnswer {}

    /** The password is right, and yet it lets nobody in. */
    record Refused(Reason reason) implements DirectoryAnswer {}

    /** Why a right password lets nobody in. */
    enum Reason {
        /** The account is disabled in the directory. */
        DISABLED,
        /** The account's last day there is over. */
        EXPIRED,
        /** The password is to be changed there first. */
        PASSWORD_DUE,
        /** The account is locked, or may not sign in at this time or from here. */
        LOCKED,
        /** The portal's settings admit others, such as the members of a group. */
        NOT_ADMITTED
    }
}
