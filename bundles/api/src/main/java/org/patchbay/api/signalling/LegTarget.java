package org.patchbay.api.signalling;

/** Whom a leg calls. */
public sealed interface LegTarget {

    /** One place where an account is reached. */
    record Device(String registration) implements LegTarget {}

    /** A number behind a trunk, as the trunk wants it. */
    record Outside(String trunk, String number) implements LegTarget {}
}
