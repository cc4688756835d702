package org.patchbay.calls;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.calls.CallAction;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallQuery;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.Calls;
import org.patchbay.api.calls.Conversation;
import org.patchbay.api.calls.Foresight;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.api.signalling.Party;
import org.patchbay.calls.call.Actor;
import org.patchbay.calls.call.Call;
import org.patchbay.calls.call.Switchboard;
import org.patchbay.calls.call.Verbs;
import org.patchbay.calls.plan.Action;
import org.patchbay.calls.plan.Inquiry;
import org.patchbay.calls.plan.Oracle;
import org.patchbay.calls.plan.OwnNumbers;
import org.patchbay.calls.plan.Trial;
import org.patchbay.calls.plan.Who;
import org.patchbay.calls.store.CallStore;
import org.patchbay.calls.store.Visible;

/** Calls for people and programs: what they may see, and what they do. Thread-safe. */
@Component(service = {Calls.class, CallService.class})
public final class CallService implements Calls {

    private static final int MOST_SHOWN = 500;
    private static final int SECONDS = 5;
    private static final int LONGEST_NUMBER = 32;

    private final Exchange exchange;
    private final CallStore store;
    private final CallRights rights;
    private final Access access;
    private final Audit audit;

    @Activate
    public CallService(
            @Reference Exchange exchange,
            @Reference CallStore store,
            @Reference Access access,
            @Reference Audit audit) {
        this.exchange = exchange;
        this.store = store;
        this.access = access;
        this.audit = audit;
        this.rights = new CallRights(access);
    }

    /** Which calls somebody may see. */
    Visible visible(PortalId portal, Caller by) {
        return rights.visible(portal, by);
    }

    private Switchboard board() {
        return exchange.board();
    }

    @Override
    public List<LiveCall> live(PortalId portal, Caller by) {
        Visible visible = visible(portal, by);
        return board().of(portal).stream()
                .filter(call -> CallRights.shows(visible, call))
                .map(call -> CallRights.seen(visible, call))
                .limit(MOST_SHOWN)
                .toList();
    }

    @Override
    public Optional<LiveCall> find(PortalId portal, CallId id, Caller by) {
        Visible visible = visible(portal, by);
        return board().find(portal, id)
                .filter(call -> CallRights.shows(visible, call))
                .map(call -> CallRights.seen(visible, call));
    }

    @Override
    public LiveCall originate(PortalId portal, String to, Caller by) {
        String number = number("/to", to);
        Extension own = extensions(portal, by).stream()
                .filter(one -> exchange.facts().reachable(portal, one.id()))
                .findFirst()
                .orElseThrow(() -> Problem.CONFLICT.because("call.no-phone", "No phone of yours is there"));
        requireLeadsSomewhere(portal, own, number);
        return board().originate(portal, own, number).live();
    }

    /** So that no phone rings for a call that comes to nothing; what scripts will say is not known before. */
    private void requireLeadsSomewhere(PortalId portal, Extension from, String number) {
        Action first = new Trial(exchange.book(), exchange.facts())
                .first(new Inquiry(
                        portal, Who.at(from), number, board().hub().clock().instant()));
        if (first instanceof Action.Refuse refuse && !exchange.facts().scripted(portal)) {
            Verbs.requireSent(refuse.status());
        }
    }

    private static String number(String pointer, String text) {
        String number = text.replaceAll("[\\s()/.-]", "");
        if (number.isEmpty() || number.length() > LONGEST_NUMBER || !number.matches("[+]?[0-9*#A-Za-z]+")) {
            throw Problem.INVALID.at(
                    pointer, "call.number", "must be a number of 1 to " + LONGEST_NUMBER + " characters");
        }
        return number;
    }

    /** A number as it is dialled at a phone. */
    private static String digits(String pointer, String text) {
        String number = number(pointer, text);
        if (!number.matches("[+]?[0-9*#]+")) {
            throw Problem.INVALID.at(pointer, "call.digits", "must be a number: digits, * and #");
        }
        return number;
    }

    private List<Extension> extensions(PortalId portal, Caller by) {
        return by.portal().equals(portal)
                ? by.personId()
                        .map(person -> exchange.book().extensions().ofPerson(portal, person))
                        .orElse(List.of())
                : List.of();
    }

    @Override
    public void act(PortalId portal, CallId id, CallAction action, Caller by) {
        Call call = seen(portal, id, by);
        rights.require(portal, call, action, by);
        PersonId person = by.personId().orElseThrow(() -> Problem.FORBIDDEN.because("Sign in first"));
        var actor = new Actor(person, extensions(portal, by));
        CallAction safe = action instanceof CallAction.Divert divert
                ? new CallAction.Divert(number("/to", divert.to()))
                : action instanceof CallAction.Add add ? new CallAction.Add(number("/to", add.to())) : action;
        var verbs = new Verbs(call, actor);
        if (safe instanceof CallAction.Transfer transfer) {
            Call second = seen(portal, transfer.other(), by);
            rights.require(portal, second, action, by);
            settle(call, () -> verbs.transfer(second));
        } else {
            settle(call, () -> verbs.act(safe));
        }
        record(portal, call, safe, by);
    }

    private Call seen(PortalId portal, CallId id, Caller by) {
        Visible visible = visible(portal, by);
        return board().find(portal, id)
                .filter(call -> CallRights.shows(visible, call))
                .orElseThrow(() -> Problem.NOT_FOUND.because("call.unknown", "There is no such call"));
    }

    /** Does it on the call's thread, and has what went wrong thrown here. */
    private static void settle(Call call, Runnable task) {
        var done = new CompletableFuture<Boolean>();
        call.serial().execute(() -> {
            try {
                if (call.isEnded()) {
                    throw Problem.CONFLICT.because("call.ended", "The call has ended");
                }
                task.run();
                done.complete(true);
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        try {
            done.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PatchbayException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw Problem.UNAVAILABLE.because("call.slow", "The call does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.UNAVAILABLE.because("call.slow", "The call does not answer");
        }
    }

    /** What touches the calls of others is in the audit. */
    private void record(PortalId portal, Call call, CallAction action, Caller by) {
        String done = action instanceof CallAction.Listen
                ? "call.listened"
                : action instanceof CallAction.Whisper
                        ? "call.whispered"
                        : action instanceof CallAction.BargeIn
                                ? "call.barged-in"
                                : action instanceof CallAction.Recording ? "call.recorded" : "";
        if (!done.isEmpty()) {
            audit.record(portal, by, draft(done, call, action));
        }
    }

    private static AuditDraft draft(String done, Call call, CallAction action) {
        Map<String, String> before = new HashMap<>();
        Map<String, String> after = new HashMap<>();
        after.put("called", call.live().called());
        if (action instanceof CallAction.Recording recording) {
            before.put("recorded", String.valueOf(!recording.on()));
            after.put("recorded", String.valueOf(recording.on()));
        }
        return new AuditDraft(done, "call", call.id().value(), before, after);
    }

    @Override
    public Page<CallRecord> records(PortalId portal, CallQuery query, PageRequest page, Caller by) {
        Visible visible = visible(portal, by);
        Page<CallRecord> found = store.list(portal, query, visible, page);
        return new Page<>(
                found.items().stream()
                        .map(call -> CallRights.seen(visible, call))
                        .toList(),
                found.next(),
                found.total());
    }

    @Override
    public Optional<CallRecord> record(PortalId portal, CallId id, Caller by) {
        Visible visible = visible(portal, by);
        return store.find(portal, id).filter(visible::shows).map(call -> CallRights.seen(visible, call));
    }

    @Override
    public Page<Conversation> conversations(PortalId portal, CallQuery query, PageRequest page, Caller by) {
        Visible visible = visible(portal, by);
        Page<Conversation> found = store.conversations(portal, query, visible, page);
        return new Page<>(
                found.items().stream().map(one -> seen(visible, one.calls())).toList(), found.next(), found.total());
    }

    @Override
    public Optional<Conversation> conversation(PortalId portal, CallId id, Caller by) {
        Visible visible = visible(portal, by);
        return store.find(portal, id)
                .filter(visible::shows)
                .map(call -> seen(
                        visible,
                        call.together()
                                .map(common -> store.together(portal, common, visible))
                                .filter(calls -> !calls.isEmpty())
                                .orElse(List.of(call))));
    }

    private static Conversation seen(Visible visible, List<CallRecord> calls) {
        return Conversation.of(
                calls.stream().map(call -> CallRights.seen(visible, call)).toList());
    }

    @Override
    public Foresight foresee(PortalId portal, Foresight.Question question, Caller by) {
        access.require(by, portal, Right.CONFIGURE_CALL_HANDLING);
        String from = number("/from", question.from());
        Who caller = question.trunk()
                .map(trunk -> exchange.book()
                        .trunks()
                        .find(portal, trunk)
                        .map(found -> Who.outside(new Party(from, ""), found.id()))
                        .orElseThrow(() -> Problem.INVALID.at("/trunk", "call.trunk", "is no line of this portal")))
                .orElseGet(() -> exchange.book().extensions().list(portal).stream()
                        .filter(one -> one.number().equals(from))
                        .findFirst()
                        .map(Who::at)
                        .orElseThrow(() -> Problem.INVALID.at("/from", "call.extension", "is no extension")));
        var inquiry = new Inquiry(
                portal, caller, digits("/to", question.to()), question.at().orElseGet(() -> Clock.systemUTC()
                        .instant()));
        Foresight seen = new Oracle(exchange.book(), exchange.facts(), exchange.obstacles()).foresee(inquiry);
        return new Foresight(OwnNumbers.plain(seen.path()), seen.rings(), seen.result(), seen.application());
    }
}
