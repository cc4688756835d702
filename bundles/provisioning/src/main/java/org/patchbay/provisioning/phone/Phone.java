package org.patchbay.provisioning.phone;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.Names;
import org.patchbay.api.Network;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;

/**
 * A desk phone. Immutable.
 *
 * @param mac twelve small hexadecimal digits; unique on the server
 * @param model as its maker writes it; letters, digits and dashes, to 20
 * @param extension the id of the extension whose calls it makes
 * @param device the id of its account, made with the phone
 * @param label what it shows of its line, to 40 characters
 * @param language en, de, es or fr; empty for the person's
 * @param ringTone the maker's name or number of a tone, to 40 characters; empty for the maker's own
 * @param keys to 40
 * @param networks from where alone it may fetch its file and sign in; empty for everywhere
 * @param version grows with each change; the ETag of the resource
 */
public record Phone(
        String id,
        String mac,
        Maker maker,
        String model,
        String extension,
        String device,
        String label,
        Optional<String> language,
        Optional<String> ringTone,
        Transport transport,
        @MayBeAbsent List<PhoneKey> keys,
        @MayBeAbsent List<String> networks,
        long version) {

    private static final Set<String> LANGUAGES = Set.of("en", "de", "es", "fr");
    private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,19}");
    private static final int LABEL = 40;
    private static final int MOST_KEYS = 40;
    private static final int MOST_NETWORKS = 20;

    public Phone {
        mac = Mac.of(mac);
        if (!isModel(model)) {
            throw Problem.INVALID.at("/model", "phone.model", "must be letters, digits and dashes, to 20");
        }
        label = Names.check("/label", label, LABEL);
        if (language.isPresent() && !LANGUAGES.contains(language.get())) {
            throw Problem.INVALID.at("/language", "language.unknown", "must be en, de, es or fr");
        }
        ringTone = ringTone.map(tone -> Names.check("/ringTone", tone, LABEL));
        if (keys.size() > MOST_KEYS) {
            throw Problem.INVALID.at("/keys", "list.length", "must have at most " + MOST_KEYS + " entries");
        }
        keys = List.copyOf(keys);
        if (networks.size() > MOST_NETWORKS) {
            throw Problem.INVALID.at("/networks", "list.length", "must have at most " + MOST_NETWORKS + " entries");
        }
        for (int i = 0; i < networks.size(); i++) {
            if (Network.parse(networks.get(i)).isEmpty()) {
                throw invalidNetwork(i);
            }
        }
        networks = networks.stream()
                .map(text -> Network.of(text).text())
                .distinct()
                .toList();
    }

    /** Whether a phone may have this model. */
    static boolean isModel(String text) {
        return MODEL.matcher(text).matches();
    }

    private static PatchbayException invalidNetwork(int place) {
        return Problem.INVALID.at("/networks/" + place, "network.format", "is no address or block of addresses");
    }

    /** The same with another account. */
    public Phone device(String other) {
        return new Phone(
                id, mac, maker, model, extension, other, label, language, ringTone, transport, keys, networks, version);
    }

    /** How a phone reaches signalling. */
    public enum Transport {
        UDP,
        TCP,
        /** Encrypted, and the sound too. */
        TLS
    }
}
