package org.patchbay.identity.directory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Person;
import org.patchbay.api.plugins.PluginSettings;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.IdentityConfig;
import org.patchbay.identity.people.DirectoryPeople;
import org.patchbay.identity.signin.Client;
import org.patchbay.identity.status.Gate;
import org.patchbay.identity.store.DirectoryLink;
import org.patchbay.identity.store.DirectoryLinkStore;
import org.patchbay.spi.identity.DirectoryAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the portal's directories whose password it is that was typed. Thread-safe. */
@Component(service = DirectorySignIn.class, configurationPid = "org.patchbay.identity")
public final class DirectorySignIn {

    private static final Logger log = LoggerFactory.getLogger(DirectorySignIn.class);
    private static final int CALLS_AT_ONCE = 64;
    private static final int LONGEST = 256;

    private final SignInDirectory directory;
    private final PluginSettings settings;
    private final DirectoryLinkStore links;
    private final DirectoryPeople people;
    private final Gate gate;
    private final UnitOfWork work;
    private final DirectoryCalls calls;

    @Activate
    public DirectorySignIn(
            @Reference SignInDirectory directory,
            @Reference PluginSettings settings,
            @Reference DirectoryLinkStore links,
            @Reference DirectoryPeople people,
            @Reference Gate gate,
            @Reference UnitOfWork work,
            IdentityConfig config) {
        this.directory = directory;
        this.settings = settings;
        this.links = links;
        this.people = people;
        this.gate = gate;
        this.work = work;
        this.calls = new DirectoryCalls(
                Duration.ofSeconds(config.directorySeconds()), config.directoryCallsPerPortal(), CALLS_AT_ONCE);
    }

    @Deactivate
    public void close() {
        calls.close();
    }

    /**
     * The person whose password a directory finds right, made if need be; empty when none does. Blocks.
     *
     * @param known who has that login or address here, without a password of their own
     * @throws PatchbayException FORBIDDEN or CONFLICT for a right password that lets nobody in, UNAVAILABLE when the
     *     answer depends on a directory that says nothing
     */
    public Optional<Person> person(
            PortalId portal, String login, String password, Optional<Person> known, Client client) {
        Optional<DirectoryLink> link = known.flatMap(person -> link(person));
        Optional<Found> found = ask(
                portal,
                login,
                password,
                connected -> link.isEmpty()
                        || link.get().plugin().equals(connected.directory().plugin()));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        DirectoryAnswer answer = found.get().answer();
        if (answer instanceof DirectoryAnswer.Refused refused) {
            throw refusal(refused.reason());
        }
        gate.requireOpen(portal);
        var right = (DirectoryAnswer.Right) answer;
        Connected connected = found.get().connected();
        var account = new DirectoryPeople.Account(
                connected.directory().plugin(), login, right.person(), connected.admitsNewcomers());
        return Optional.of(people.person(portal, account, known, client));
    }

    /**
     * Takes as long as asking for somebody whose password a directory keeps, and fails when that would: for guesses at a
     * password that is kept here, which a directory must not learn.
     */
    public void pretend(PortalId portal) {
        ask(portal, "nobody-" + Ids.next(), Ids.next(), any -> true);
    }

    /** Whether it is the present password of somebody whose password a directory keeps. */
    public boolean confirms(Person person, String password) {
        return link(person)
                .filter(link -> ask(person.portal(), link.login(), password, connected -> connected
                                .directory()
                                .plugin()
                                .equals(link.plugin()))
                        .filter(found -> found.answer() instanceof DirectoryAnswer.Right right
                                && right.person().id().equals(link.account()))
                        .isPresent())
                .isPresent();
    }

    /** The directories that plugins offer, by plugin, and whether the portal has settings for them. */
    public List<DirectoryView> list(PortalId portal) {
        return directory.directories().stream()
                .map(each -> new DirectoryView(each.plugin(), each.title(), isConnected(portal, each.plugin())))
                .toList();
    }

    /** Settings that no longer fit are settings all the same. */
    private boolean isConnected(PortalId portal, String plugin) {
        try {
            return settings.of(portal, plugin).isPresent();
        } catch (PatchbayException e) {
            return true;
        }
    }

    private Optional<DirectoryLink> link(Person person) {
        return work.call(() -> links.find(person.portal(), person.id()));
    }

    /** The first answer that is not that the password is wrong. */
    private Optional<Found> ask(PortalId portal, String login, String password, Predicate<Connected> wanted) {
        if (login.isBlank() || password.isEmpty() || login.length() > LONGEST || password.length() > LONGEST) {
            return Optional.empty();
        }
        Asking asking = connected(portal);
        boolean silent = asking.unusable();
        for (Connected connected : asking.connected().stream().filter(wanted).toList()) {
            Optional<DirectoryAnswer> answer = calls.ask(portal, connected, login, password);
            silent |= answer.isEmpty();
            if (answer.isPresent() && !(answer.get() instanceof DirectoryAnswer.Wrong)) {
                return Optional.of(new Found(connected, answer.get()));
            }
        }
        if (silent) {
            throw Problem.UNAVAILABLE.because(
                    "sign-in.directory-silent",
                    "The directory does not answer, so only passwords that are kept here can be checked");
        }
        return Optional.empty();
    }

    private Asking connected(PortalId portal) {
        List<Connected> connected = new ArrayList<>();
        boolean unusable = false;
        for (var each : directory.directories()) {
            try {
                settings.of(portal, each.plugin()).ifPresent(own -> connected.add(new Connected(each, own)));
            } catch (PatchbayException e) {
                log.warn("{} cannot be asked: {}", each.title(), e.getMessage());
                unusable = true;
            }
        }
        return new Asking(connected, unusable);
    }

    private static PatchbayException refusal(DirectoryAnswer.Reason reason) {
        return switch (reason) {
            case DISABLED ->
                Problem.FORBIDDEN.because("sign-in.directory-disabled", "The account is disabled in the directory");
            case EXPIRED ->
                Problem.FORBIDDEN.because("sign-in.directory-expired", "The account has expired in the directory");
            case PASSWORD_DUE ->
                Problem.FORBIDDEN.because(
                        "sign-in.directory-password", "The password is to be changed in the directory first");
            case LOCKED ->
                Problem.FORBIDDEN.because(
                        "sign-in.directory-locked", "The directory lets this account in at other times or places only");
            case NOT_ADMITTED ->
                Problem.FORBIDDEN.because(
                        "sign-in.directory-not-admitted", "The directory does not admit this account to this portal");
        };
    }

    /**
     * A directory that a plugin offers.
     *
     * @param connected whether the portal has settings for it
     */
    public record DirectoryView(String plugin, String title, boolean connected) {}

    private record Found(Connected connected, DirectoryAnswer answer) {}

    private record Asking(List<Connected> connected, boolean unusable) {}
}
