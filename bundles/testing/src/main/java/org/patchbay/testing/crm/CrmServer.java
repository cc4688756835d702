package org.patchbay.testing.crm;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.patchbay.api.crm.JournalEntry;

/** A stand-in for a CRM's server, as {@link CrmConnectorContract} needs it. */
public interface CrmServer extends AutoCloseable {

    /** Adds a contact that every search finds at once; answers its id. */
    String seed(String firstName, String lastName, String email, String phone);

    /** How many contacts there are. */
    int contacts();

    /** What was journaled, oldest first. */
    List<Journaled> journal();

    /** Deletes a journaled entry, as a person at the CRM would. */
    void forget(String entry);

    /** Refuses the next requests as too many, with this pause to be kept. */
    void limitNext(int requests, int retryAfterSeconds);

    /** Answers the next requests with a fault of its own. */
    void failNext(int requests);

    /** Answers every request this much later. */
    void delay(Duration latency);

    /** Contacts created from now on are found only after this time. */
    void lagSearch(Duration lag);

    /** How many requests have come in. */
    int requests();

    @Override
    void close();

    /** A journaled call or meeting. */
    record Journaled(String id, JournalEntry.Kind kind, String title, Set<String> contacts) {}
}
