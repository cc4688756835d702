package org.patchbay.plugin.ldap;

import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.plugins.Settings;
import org.patchbay.spi.plugins.PluginException;

/**
 * A portal's LDAP server; its text form hides the password.
 *
 * @param certificates that are trusted, as PEM; without any, those that Java trusts
 * @param asPerson whether people are looked up with their own names and passwords
 * @param searcher the account that looks people up; empty for nobody in particular
 * @param personName what somebody's login is made into when people look themselves up
 * @param filter finds somebody by {@code {login}}
 * @param group whose members alone may sign in
 */
record LdapServer(
        PortalId portal,
        String host,
        int port,
        Security security,
        Optional<String> certificates,
        String base,
        boolean asPerson,
        Optional<String> searcher,
        String searcherPassword,
        String personName,
        String filter,
        Optional<String> group,
        int timeoutMillis) {

    static final String LOGIN = "{login}";

    /** How the connection is protected. */
    enum Security {
        LDAPS("LDAPS", 636),
        STARTTLS("StartTLS", 389),
        NONE("an open connection", 389);

        private final String words;
        private final int port;

        Security(String words, int port) {
            this.words = words;
            this.port = port;
        }

        String words() {
            return words;
        }

        static Security named(String name) {
            return switch (name) {
                case "StartTLS" -> STARTTLS;
                case "none" -> NONE;
                default -> LDAPS;
            };
        }
    }

    static LdapServer of(Settings settings) throws PluginException {
        Security security = Security.named(settings.text("security").orElse(""));
        boolean asPerson = settings.text("lookUp").filter("person"::equals).isPresent();
        Optional<String> searcher = settings.text("searchName").filter(name -> !asPerson);
        String password = settings.text("searchPassword").orElse("");
        if (searcher.isPresent() && password.isEmpty()) {
            throw new PluginException(
                    LdapPlugin.TITLE + " needs a password for the account that looks people up", false);
        }
        return new LdapServer(
                settings.portal(),
                required(settings, "host"),
                (int) settings.number("port").orElse(security.port),
                security,
                settings.text("certificate"),
                required(settings, "base"),
                asPerson,
                searcher,
                password,
                settings.text("personName").orElse(LOGIN),
                settings.text("filter")
                        .orElse("(|(sAMAccountName={login})(userPrincipalName={login})(uid={login})(mail={login}))"),
                settings.text("group"),
                (int) settings.number("timeoutSeconds").orElse(4) * 1000);
    }

    private static String required(Settings settings, String name) throws PluginException {
        return settings.text(name)
                .map(String::strip)
                .orElseThrow(() -> new PluginException(LdapPlugin.TITLE + " needs the setting " + name, false));
    }

    @Override
    public String toString() {
        return "LDAP of " + portal;
    }
}
