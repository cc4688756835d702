package org.patchbay.jvb;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.patchbay.api.FieldError;
import org.patchbay.api.Names;
import org.patchbay.api.Network;
import org.patchbay.api.Problem;

/** What may be written about a videobridge. */
final class JvbServerRules {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int NAME_LIMIT = 40;
    private static final int URL_LIMIT = 200;
    private static final int REGION_LIMIT = 60;
    private static final int CAPACITY_LIMIT = 100_000;
    private static final int NETWORKS_LIMIT = 50;
    private static final String EMBEDDED = "embedded";

    private JvbServerRules() {}

    /** The draft with everything filled in, or INVALID with every field at fault. */
    static JvbServer check(JvbServerDraft draft, String id, long version) {
        List<FieldError> errors = new ArrayList<>();
        String name = draft.name().strip();
        if (name.length() > NAME_LIMIT || !NAME.matcher(name).matches()) {
            errors.add(new FieldError(
                    "/name", "jvb.name", "must be 1 to 40 small letters, digits and dashes, a letter first"));
        } else if (name.equals(EMBEDDED)) {
            errors.add(new FieldError("/name", "jvb.name-reserved", "is the name of the server's own bridge"));
        }
        String url = draft.url().strip();
        address(url).ifPresent(errors::add);
        String region = draft.region().orElse("").strip();
        if (region.codePointCount(0, region.length()) > REGION_LIMIT || !(region.isEmpty() || Names.isName(region))) {
            errors.add(new FieldError("/region", "jvb.region", "must be one line of up to 60 characters"));
        }
        int capacity = draft.capacity().orElse(0);
        if (capacity < 0 || capacity > CAPACITY_LIMIT) {
            errors.add(new FieldError("/capacity", "jvb.capacity", "must be 0 to 100000"));
        }
        List<String> networks = draft.networks().orElse(List.of());
        errors.addAll(networks(networks));
        if (region.isEmpty() && !networks.isEmpty()) {
            errors.add(new FieldError("/region", "jvb.region-missing", "is needed where networks are named"));
        }
        if (!errors.isEmpty()) {
            throw Problem.INVALID.because(errors);
        }
        List<String> blocks = networks.stream()
                .map(text -> Network.of(text.strip()).text())
                .distinct()
                .toList();
        return new JvbServer(
                id, name, url, region, capacity, blocks, draft.enabled().orElse(true), version);
    }

    private static List<FieldError> networks(List<String> texts) {
        if (texts.size() > NETWORKS_LIMIT) {
            return List.of(new FieldError("/networks", "jvb.networks", "must be up to " + NETWORKS_LIMIT));
        }
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            if (Network.parse(texts.get(i).strip()).isEmpty()) {
                errors.add(new FieldError(
                        "/networks/" + i, "jvb.network", "must be a network such as 10.1.0.0/16 or 2001:db8::/32"));
            }
        }
        return errors;
    }

    /** Refuses a network that another region has: it could be either. */
    static void requireOneRegion(JvbServer server, List<JvbServer> others) {
        for (JvbServer other : others) {
            for (int i = 0; i < server.networks().size(); i++) {
                if (!other.region().equalsIgnoreCase(server.region())
                        && other.networks().contains(server.networks().get(i))) {
                    throw Problem.CONFLICT.at(
                            "/networks/" + i, "jvb.network-taken", "belongs to the region of " + other.name());
                }
            }
        }
    }

    /** The address, or INVALID. */
    static URI url(String text) {
        address(text.strip()).ifPresent(error -> {
            throw Problem.INVALID.because(List.of(error));
        });
        return URI.create(text.strip());
    }

    private static Optional<FieldError> address(String text) {
        boolean good = text.length() <= URL_LIMIT;
        try {
            var uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme();
            good &= (scheme.equals("http") || scheme.equals("https"))
                    && uri.getHost() != null
                    && uri.getPort() != 0
                    && uri.getPort() <= 65_535
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            good = false;
        }
        return good
                ? Optional.empty()
                : Optional.of(new FieldError(
                        "/url", "jvb.url", "must be an address such as http://10.0.0.5:8080, up to 200 characters"));
    }
}
