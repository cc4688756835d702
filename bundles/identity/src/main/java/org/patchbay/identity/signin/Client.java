package org.patchbay.identity.signin;

import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Person;

/**
 * Who is at the other end.
 *
 * @param address the IP address
 * @param device in few words, such as {@code Firefox on Linux}
 */
public record Client(String address, String device) {

    /** Somebody of whom the address alone is known. */
    public static Client at(String address) {
        return new Client(address, "");
    }

    /** The person at the other end, who has no session yet: whom the audit names. */
    public Caller.Member as(Person person) {
        return Caller.Member.of(person, "", address);
    }

    /** Somebody with this {@code User-Agent}. */
    public static Client of(String address, String userAgent) {
        return new Client(address, Devices.name(userAgent));
    }
}
