package org.patchbay.api.extensions;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.identity.DepartmentId;

/**
 * A line to the telephone network. Its password is not here. Immutable.
 *
 * @param department who sets it up
 * @param order of several the lower one is tried first, 1 to 1,000
 * @param on whether it is used
 * @param host name or address of the carrier's server
 * @param port 0 to look it up (RFC 3263)
 * @param transport how it is reached; empty to look it up
 * @param user the name it signs in with, and the user part of its own address; empty when it signs in by address
 * @param registers whether it registers there
 * @param expirySeconds of the registration it asks for, 60 to 86,400
 * @param networks from where its calls come besides the carrier's server
 * @param mostCalls at once; empty for any number
 * @param callerId the number shown for extensions without one, E.164; empty for the name it signs in with
 * @param ownCallerId whether the number of an extension may be shown instead
 * @param shown how the number shown is written
 * @param dialled how the number called is written
 * @param prefix digits before each number called, to 8; empty for none
 */
public record Trunk(
        String id,
        String name,
        DepartmentId department,
        int order,
        @MayBeAbsent boolean on,
        String host,
        int port,
        Optional<Transport> transport,
        String user,
        @MayBeAbsent boolean registers,
        int expirySeconds,
        @MayBeAbsent List<String> networks,
        Optional<Integer> mostCalls,
        Optional<String> callerId,
        @MayBeAbsent boolean ownCallerId,
        NumberFormat shown,
        NumberFormat dialled,
        String prefix,
        long version) {

    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\\[?[0-9A-Fa-f:.]{2,45}]?");
    private static final Pattern USER = Pattern.compile("[\\p{Alnum}+._~!*'()&=$,;?/%-]{0,100}");
    private static final Pattern PREFIX = Pattern.compile("[0-9*#]{0,8}");
    private static final int DAY = 86_400;
    private static final int LAST_PORT = 65_535;
    private static final int MOST_CALLS = 10_000;
    private static final int MOST_NETWORKS = 50;
    private static final int LAST = 1000;

    public Trunk {
        name = Bounds.name(name);
        Bounds.range("order", order, 1, LAST);
        if (!HOST.matcher(host).matches()) {
            throw Bounds.invalid("host", "trunk.host", "must be the name or address of a server");
        }
        Bounds.range("port", port, 0, LAST_PORT);
        if (!USER.matcher(user).matches()) {
            throw Bounds.invalid("user", "trunk.user", "must be to 100 characters of a SIP address");
        }
        if (registers && user.isEmpty()) {
            throw Bounds.invalid("user", "trunk.user-missing", "is needed to register");
        }
        Bounds.range("expirySeconds", expirySeconds, 60, DAY);
        networks = Device.networks(networks, MOST_NETWORKS);
        mostCalls.ifPresent(most -> Bounds.range("mostCalls", most, 1, MOST_CALLS));
        Bounds.outside("callerId", callerId);
        if (!PREFIX.matcher(prefix).matches()) {
            throw Bounds.invalid("prefix", "trunk.prefix", "must be at most 8 digits");
        }
    }

    /** How signalling gets there. */
    public enum Transport {
        UDP,
        TCP,
        TLS
    }
}
