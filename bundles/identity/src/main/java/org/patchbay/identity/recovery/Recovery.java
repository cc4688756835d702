package org.patchbay.identity.recovery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.ClusterMap;
import org.patchbay.api.identity.Person;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.link.RecoveryMail;
import org.patchbay.identity.session.Secret;
import org.patchbay.identity.status.PersonStatuses;
import org.patchbay.identity.store.DirectoryLinkStore;
import org.patchbay.identity.store.PersonStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends people the way back in by mail. Asking only puts the question down; it is looked at later, so that the answer and
 * its time are the same whether or not anybody is there. Thread-safe.
 */
@Component(service = Recovery.class)
public final class Recovery {

    private static final Logger log = LoggerFactory.getLogger(Recovery.class);
    private static final int LONGEST = 254;
    private static final int MOST_WAITING = 1000;
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int PER_CLIENT = 20;
    private static final int PER_PERSON = 3;
    private static final int RACES = 50;

    private final PersonStore people;
    private final DirectoryLinkStore directoryLinks;
    private final PersonStatuses statuses;
    private final RecoveryMail mail;
    private final UnitOfWork work;
    private final ClusterMap asked;
    private final ThreadPoolExecutor later = new ThreadPoolExecutor(
            1, 1, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), Recovery::thread);

    @Activate
    public Recovery(
            @Reference PersonStore people,
            @Reference DirectoryLinkStore directoryLinks,
            @Reference PersonStatuses statuses,
            @Reference RecoveryMail mail,
            @Reference UnitOfWork work,
            @Reference Cluster cluster) {
        this.people = people;
        this.directoryLinks = directoryLinks;
        this.statuses = statuses;
        this.mail = mail;
        this.work = work;
        this.asked = cluster.map("recoveries-asked", WINDOW);
        later.allowCoreThreadTimeOut(true);
    }

    @Deactivate
    public void stop() {
        later.shutdown();
    }

    /** Puts it down; LIMITED for somebody who asks without end, whatever for. */
    public void ask(PortalId portal, String login, String address) {
        String name = login.strip();
        if (name.isEmpty() || name.length() > LONGEST) {
            throw Problem.INVALID.at("/login", "recovery.login", "must be a login name or an e-mail address");
        }
        if (!count("client/" + address, PER_CLIENT)) {
            throw Problem.LIMITED.because(
                    "recovery.many",
                    "Too many requests; try again in an hour",
                    Map.of("retryAfter", WINDOW.toSeconds()));
        }
        try {
            later.execute(() -> look(portal, name));
        } catch (RejectedExecutionException e) {
            throw Problem.UNAVAILABLE.because("recovery.busy", "Too much at once; try again in a minute");
        }
    }

    private void look(PortalId portal, String name) {
        try {
            work.run(() -> candidates(portal, name).stream()
                    .filter(statuses::mayEnter)
                    .filter(person -> person.email().isPresent())
                    // Whose password a directory keeps must not get past it.
                    .filter(person -> directoryLinks.find(portal, person.id()).isEmpty())
                    .filter(person -> count("person/" + portal + "/" + person.id(), PER_PERSON))
                    .forEach(mail::send));
        } catch (RuntimeException e) {
            log.error("A recovery could not be looked at", e);
        }
    }

    /** Everybody with the address, as it may be the login that was forgotten. */
    private List<Person> candidates(PortalId portal, String name) {
        List<Person> found = new ArrayList<>(people.findByEmail(portal, name));
        people.findByLogin(portal, name)
                .filter(person -> found.stream().noneMatch(other -> other.id().equals(person.id())))
                .ifPresent(found::add);
        return found;
    }

    /** Counts one more within the hour; false when there were too many. */
    private boolean count(String what, int most) {
        String key = Secret.hash(what.toLowerCase(Locale.ROOT));
        for (int race = 0; race < RACES; race++) {
            Optional<byte[]> present = asked.get(key);
            int count = present.map(bytes -> Integer.parseInt(new String(bytes, StandardCharsets.US_ASCII)))
                    .orElse(0);
            if (count >= most) {
                return false;
            }
            byte[] next = Integer.toString(count + 1).getBytes(StandardCharsets.US_ASCII);
            boolean won =
                    present.map(bytes -> asked.replace(key, bytes, next)).orElseGet(() -> asked.putIfAbsent(key, next));
            if (won) {
                return true;
            }
        }
        return false;
    }

    private static Thread thread(Runnable task) {
        var thread = new Thread(task, "patchbay-recovery");
        thread.setDaemon(true);
        return thread;
    }
}
