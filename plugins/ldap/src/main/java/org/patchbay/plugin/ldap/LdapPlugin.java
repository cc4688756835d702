package org.patchbay.plugin.ldap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.http.Addresses;
import org.patchbay.api.plugins.Settings;
import org.patchbay.spi.plugins.Plugin;
import org.patchbay.spi.plugins.PluginException;

/** What this plugin says of itself. */
@Component
public final class LdapPlugin implements Plugin {

    static final String NAME = "ldap";

    /** As sentences call the other side. */
    static final String TITLE = "LDAP";

    private final LdapConnector connector;
    private final String schema;

    @Activate
    public LdapPlugin(@Reference Addresses addresses) {
        connector = new LdapConnector(addresses);
        try (var stream = LdapPlugin.class.getResourceAsStream("settings.json")) {
            schema = new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Active Directory / LDAP";
    }

    @Override
    public String settingsSchema() {
        return schema;
    }

    /** Counts who could sign in, so that a wrong place or filter shows before anybody tries. */
    @Override
    public String test(Settings settings) throws PluginException {
        LdapServer server = LdapServer.of(settings);
        try (LdapSession session = connector.open(server)) {
            if (server.asPerson()) {
                session.readRoot();
                return TITLE + " answers over " + server.security().words()
                        + "; people are looked up with their own passwords";
            }
            session.bindSearcher();
            if (server.group().isPresent() && !session.exists(server.group().get())) {
                throw new PluginException(
                        TITLE + " does not have the group " + server.group().get(), false);
            }
            int people = session.countPeople();
            if (people == 0) {
                throw new PluginException(
                        TITLE + " answers, and has nobody for the filter below " + server.base(), false);
            }
            String most = people == LdapSession.MOST_COUNTED ? " or more" : "";
            return TITLE + " answers over " + server.security().words() + ": " + people + most
                    + (people == 1 ? " person" : " people") + " below " + server.base();
        }
    }
}
