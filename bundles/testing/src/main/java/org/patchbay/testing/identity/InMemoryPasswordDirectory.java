package org.patchbay.testing.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.plugins.Settings;
import org.patchbay.spi.identity.DirectoryAnswer;
import org.patchbay.spi.identity.DirectoryPerson;
import org.patchbay.spi.identity.PasswordDirectory;
import org.patchbay.spi.plugins.PluginException;

/** A directory in memory, one for each portal. The setting {@code secret} opens it unless it is {@code wrong}. */
public final class InMemoryPasswordDirectory implements PasswordDirectory {

    private final String plugin;
    private final Map<PortalId, Server> servers = new ConcurrentHashMap<>();

    /** Every login that was asked about, in every portal. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    public InMemoryPasswordDirectory(String plugin) {
        this.plugin = plugin;
    }

    public Server server(PortalId portal) {
        return servers.computeIfAbsent(portal, any -> new Server());
    }

    @Override
    public String plugin() {
        return plugin;
    }

    @Override
    public String title() {
        return "Directory " + plugin;
    }

    @Override
    public DirectoryAnswer check(Settings settings, String login, String password) throws PluginException {
        if (login.isBlank() || password.isEmpty()) {
            return new DirectoryAnswer.Wrong();
        }
        asked.add(login);
        Server server = server(settings.portal());
        if (server.stopped) {
            throw new PluginException(title() + " does not answer", true);
        }
        if (settings.text("secret").filter("wrong"::equals).isPresent()) {
            throw new PluginException(title() + " refuses its settings", false);
        }
        return server.check(login, password);
    }

    @Override
    public boolean admitsNewcomers(Settings settings) {
        return settings.on("createPeople");
    }

    /** The people of one portal's directory. */
    public static final class Server implements DirectoryServer {

        private final Map<String, Entry> entries = new ConcurrentHashMap<>();
        private final List<String> checked = new ArrayList<>();
        private volatile boolean stopped;

        @Override
        public String add(String login, String password, String name, String email, String phone) {
            var person = new DirectoryPerson(Ids.next(), login, name, Optional.of(email), Optional.of(phone));
            entries.put(login, new Entry(person, password, Optional.empty()));
            return person.id();
        }

        @Override
        public void move(String login, String newLogin) {
            Entry entry = taken(login);
            DirectoryPerson known = entry.person;
            entries.put(
                    newLogin,
                    new Entry(
                            new DirectoryPerson(known.id(), newLogin, known.name(), known.email(), known.phone()),
                            entry.password,
                            entry.refusal));
        }

        @Override
        public void disable(String login) {
            refuse(login, DirectoryAnswer.Reason.DISABLED);
        }

        /** Lets the account in no more, for this reason. */
        public void refuse(String login, DirectoryAnswer.Reason reason) {
            Entry entry = taken(login);
            entries.put(login, new Entry(entry.person, entry.password, Optional.of(reason)));
        }

        @Override
        public synchronized int checks() {
            return checked.size();
        }

        @Override
        public void stop() {
            stopped = true;
        }

        private Entry taken(String login) {
            return Optional.ofNullable(entries.remove(login)).orElseThrow();
        }

        private synchronized DirectoryAnswer check(String login, String password) {
            checked.add(login);
            return Optional.ofNullable(entries.get(login))
                    .filter(entry -> entry.password.equals(password))
                    .<DirectoryAnswer>map(entry -> entry.refusal
                            .<DirectoryAnswer>map(DirectoryAnswer.Refused::new)
                            .orElseGet(() -> new DirectoryAnswer.Right(entry.person)))
                    .orElseGet(DirectoryAnswer.Wrong::new);
        }

        private record Entry(DirectoryPerson person, String password, Optional<DirectoryAnswer.Reason> refusal) {}
    }
}
