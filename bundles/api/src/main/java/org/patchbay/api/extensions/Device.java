package org.patchbay.api.extensions;

import java.util.List;
import java.util.regex.Pattern;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.Network;

/**
 * A phone, softphone or browser of an extension; the account that it signs in with has its id. Immutable.
 *
 * @param name what its owner calls it
 * @param user the name it signs in with: small letters, digits, dot, dash and underscore, to 64; unique in the portal
 * @param mostContacts how many phones may use it at a time, 1 to 10
 * @param networks from where it may be used, as in {@link Network#text}; empty for everywhere
 */
public record Device(
        String id,
        String extension,
        String name,
        String user,
        int mostContacts,
        @MayBeAbsent List<String> networks,
        long version) {

    private static final Pattern USER = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final int MOST_CONTACTS = 10;
    private static final int MOST_NETWORKS = 20;

    public Device {
        name = Bounds.name(name);
        if (!USER.matcher(user).matches()) {
            throw Bounds.invalid("user", "device.user", "must be small letters, digits, dots, dashes, to 64");
        }
        Bounds.range("mostContacts", mostContacts, 1, MOST_CONTACTS);
        networks = networks(networks, MOST_NETWORKS);
    }

    static List<String> networks(List<String> networks, int most) {
        for (int i = 0; i < networks.size(); i++) {
            if (Network.parse(networks.get(i)).isEmpty()) {
                throw Bounds.invalid("networks/" + i, "network.format", "is no address or block of addresses");
            }
        }
        Bounds.most("networks", networks, most);
        return networks.stream().map(text -> Network.of(text).text()).distinct().toList();
    }
}
