package org.patchbay.plugin.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.http.Addresses;
import org.patchbay.api.plugins.Settings;
import org.patchbay.spi.identity.DirectoryAnswer;
import org.patchbay.spi.identity.DirectoryAnswer.Reason;
import org.patchbay.spi.identity.DirectoryAnswer.Refused;
import org.patchbay.spi.identity.DirectoryAnswer.Right;
import org.patchbay.spi.identity.DirectoryAnswer.Wrong;
import org.patchbay.spi.identity.PasswordDirectory;
import org.patchbay.spi.plugins.PluginException;

/**
 * Checks passwords by signing in with them. Whoever looked somebody up, the entry that was found has to be opened by the
 * password itself.
 */
@Component
public final class LdapDirectory implements PasswordDirectory {

    /** Active Directory's own reason in what it says beside "invalid credentials". */
    private static final Pattern REASON = Pattern.compile("\\bdata ([0-9a-f]{3})\\b");

    private final LdapConnector connector;

    @Activate
    public LdapDirectory(@Reference Addresses addresses) {
        connector = new LdapConnector(addresses);
    }

    @Override
    public String plugin() {
        return LdapPlugin.NAME;
    }

    @Override
    public String title() {
        return LdapPlugin.TITLE;
    }

    @Override
    public boolean admitsNewcomers(Settings settings) {
        return settings.on("createPeople");
    }

    @Override
    public DirectoryAnswer check(Settings settings, String login, String password) throws PluginException {
        // An empty password is taken by many servers as signing in as nobody, with success.
        if (login.isBlank() || password.isEmpty() || login.indexOf('\0') >= 0) {
            return new Wrong();
        }
        LdapServer server = LdapServer.of(settings);
        try (LdapSession session = connector.open(server)) {
            Optional<LDAPException> unable = startLooking(session, server, login, password);
            return unable.isPresent() ? refusal(unable.get()) : check(session, server, login, password);
        }
    }

    private static DirectoryAnswer check(LdapSession session, LdapServer server, String login, String password)
            throws PluginException {
        Optional<SearchResultEntry> found = session.person(login);
        if (found.isEmpty()) {
            if (server.asPerson()) {
                return new Refused(Reason.NOT_ADMITTED);
            }
            session.bindNobody(password);
            return new Wrong();
        }
        Optional<LDAPException> refusal = session.bind(found.get().getDN(), password);
        if (refusal.isPresent()) {
            return refusal(refusal.get());
        }
        var entry = new PersonEntry(found.get());
        if (entry.isDisabled()) {
            return new Refused(Reason.DISABLED);
        }
        if (server.group().isPresent() && !isMember(session, server, found.get(), login, password)) {
            return new Refused(Reason.NOT_ADMITTED);
        }
        return new Right(entry.person(login));
    }

    private static boolean isMember(
            LdapSession session, LdapServer server, SearchResultEntry person, String login, String password)
            throws PluginException {
        // People may not be let see groups; who looked them up is.
        return startLooking(session, server, login, password).isEmpty()
                && Groups.isMember(session, person, server.group().orElseThrow());
    }

    private static Optional<LDAPException> startLooking(
            LdapSession session, LdapServer server, String login, String password) throws PluginException {
        if (server.asPerson()) {
            return session.bindLogin(login, password);
        }
        session.bindSearcher();
        return Optional.empty();
    }

    /** Of these reasons Active Directory gives all but the last only to who knows the password. */
    private static DirectoryAnswer refusal(LDAPException refusal) {
        Matcher reason = REASON.matcher(String.valueOf(refusal.getDiagnosticMessage()));
        return switch (reason.find() ? reason.group(1) : "") {
            case "533" -> new Refused(Reason.DISABLED);
            case "701" -> new Refused(Reason.EXPIRED);
            case "532", "773" -> new Refused(Reason.PASSWORD_DUE);
            case "530", "531" -> new Refused(Reason.LOCKED);
            default -> new Wrong();
        };
    }
}
