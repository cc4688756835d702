package org.patchbay.scheduling.store;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.scheduling.time.Slot;

/** Keeps planned meetings, their times and who is invited; joins the caller's unit of work. Thread-safe. */
public interface PlanStore {

    void insert(StoredPlan plan);

    /** Replaces a plan if it is at this version; answers whether it was. */
    boolean update(StoredPlan plan, long version);

    /**
     * Replaces the times of a plan; reminders are due so many minutes before, but not before the moment. One that is pending
     * of a time that stays, stays too.
     */
    void schedule(PortalId portal, String plan, List<Slot> slots, int reminder, Instant notBefore);

    Optional<StoredPlan> find(PortalId portal, String id);

    /** Finds a plan, which nobody else changes until the end of the unit of work. */
    Optional<StoredPlan> lock(PortalId portal, String id);

    /** Finds the plan of a link and holds it as {@link #lock} does. */
    Optional<StoredPlan> lockByCode(PortalId portal, String codeHash);

    /** Newest first; of the whole portal, or those that the person organizes or is invited to. */
    Page<StoredPlan> list(PortalId portal, Optional<PersonId> whose, PageRequest page);

    /**
     * The plans that are not cancelled, which the person organizes or did not decline: those with a time that ends after now,
     * which is next first, then those that were over between the two moments, the latest first.
     */
    List<StoredPlan> attended(PortalId portal, PersonId person, Instant since, Instant now, int limit);

    /** The times of plans that are not cancelled and end after the one and start before the other moment, soonest first. */
    Page<PlanTime> between(PortalId portal, Optional<PersonId> whose, Instant from, Instant until, PageRequest page);

    /** Who is invited, in the order of their ids. */
    List<Ticket> tickets(PortalId portal, String plan);

    /** Writes a new or changed invitation. */
    void put(PortalId portal, String plan, Ticket ticket);

    void remove(PortalId portal, String ticket);

    Optional<PlanTicket> bySecretHash(PortalId portal, String secretHash);

    /** The times of plans of every portal whose reminder is due, soonest first. */
    List<DueReminder> due(Instant now, int limit);

    /** Notes that a reminder is done; answers false if it was already, or is not due any more. */
    boolean reminded(DueReminder due, Instant now);

    /** The portals that have plans whose last time was over before this moment. */
    List<PortalId> portalsOver(Instant before);

    /** Plans of the portal whose last time was over before this moment, the longest ago first. */
    List<String> over(PortalId portal, Instant before, int limit);

    /** Erases a plan with everything that belongs to it. */
    void delete(PortalId portal, String plan);

    /** Erases the invitations of a person. */
    void eraseInvitations(PortalId portal, PersonId person);

    /** Erases everything of a portal. */
    void erase(PortalId portal);

    /** A time and the plan that it is of. */
    record PlanTime(String plan, Slot slot) {}

    /** An invitation and the plan that it is to. */
    record PlanTicket(String plan, Ticket ticket) {}

    /** A reminder of one occurrence. */
    record DueReminder(PortalId portal, String plan, LocalDateTime occurrence, Instant starts) {}
}
