package org.patchbay.identity.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.FieldError;
import org.patchbay.api.Ids;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.Names;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.identity.Right;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.IdentityEvents;
import org.patchbay.identity.network.Networks;
import org.patchbay.identity.session.Secret;
import org.patchbay.identity.session.SessionEnds;
import org.patchbay.identity.status.Gate;
import org.patchbay.identity.store.PersonStore;
import org.patchbay.identity.store.StoredToken;
import org.patchbay.identity.store.TokenStore;

/** Tokens with which programs act for a person, within some of the person's rights. Thread-safe. */
@Component(service = ApiTokens.class)
public final class ApiTokens {

    /** What every token begins with, so that it is known for what it is wherever it turns up. */
    public static final String PREFIX = "pb_";

    /** No token changes how its person signs in, so that a lost one can always be taken back. */
    private static final Set<Right> NEVER = EnumSet.of(Right.OWN_SIGN_IN, Right.ANYONE);

    private static final int SECRET_BITS = 256;
    private static final int MOST = 50;
    private static final int LONGEST_NAME = 60;
    private static final Duration LONGEST_LIFE = Duration.ofDays(366);
    private static final Duration BETWEEN_MARKS = Duration.ofMinutes(1);

    private final TokenStore store;
    private final PersonStore people;
    private final Gate gate;
    private final Access access;
    private final SessionEnds ends;
    private final Events events;
    private final Audit audit;
    private final UnitOfWork work;
    private final Clock clock;

    @Activate
    public ApiTokens(
            @Reference TokenStore store,
            @Reference PersonStore people,
            @Reference Gate gate,
            @Reference Access access,
            @Reference SessionEnds ends,
            @Reference Events events,
            @Reference Audit audit,
            @Reference UnitOfWork work) {
        this(store, people, gate, access, ends, events, audit, work, Clock.systemUTC());
    }

    public ApiTokens(
            TokenStore store,
            PersonStore people,
            Gate gate,
            Access access,
            SessionEnds ends,
            Events events,
            Audit audit,
            UnitOfWork work,
            Clock clock) {
        this.store = store;
        this.people = people;
        this.gate = gate;
        this.access = access;
        this.ends = ends;
        this.events = events;
        this.audit = audit;
        this.work = work;
        this.clock = clock;
    }

    /** Makes a token; its secret is shown this once. */
    public NewToken create(Caller.Member by, TokenDraft draft) {
        List<FieldError> errors = new ArrayList<>();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String name = draft.name().strip();
        Names.fault("/name", name, LONGEST_NAME).ifPresent(errors::add);
        Set<Right> mine = EnumSet.copyOf(access.rights(by, by.portal()));
        mine.removeAll(NEVER);
        if (draft.scopes().isEmpty() || !mine.containsAll(draft.scopes())) {
            errors.add(new FieldError("/scopes", "token.scopes", "must be of your own rights, at least one"));
        }
        if (!draft.expires().isAfter(now) || draft.expires().isAfter(now.plus(LONGEST_LIFE))) {
            errors.add(new FieldError("/expires", "token.expires", "must be within a year from now"));
        }
        List<String> networks = Networks.check("/networks", draft.networks(), errors);
        if (!errors.isEmpty()) {
            throw Problem.INVALID.because(errors);
        }
        String secret = PREFIX + Secret.random(SECRET_BITS);
        var token = new StoredToken(
                Ids.next(clock),
                by.portal(),
                by.person(),
                name,
                Secret.hash(secret),
                draft.scopes(),
                networks,
                now,
                draft.expires().truncatedTo(ChronoUnit.MICROS),
                Optional.empty(),
                Optional.empty());
        return work.call(() -> {
            if (store.list(by.portal(), by.person()).size() >= MOST) {
                throw Problem.CONFLICT.because("tokens.many", "There are " + MOST + " tokens already");
            }
            store.insert(token);
            announce(IdentityEvents.TOKEN_CREATED, token, by);
            return new NewToken(ApiToken.of(token), secret);
        });
    }

    /** Those of a person. */
    public List<ApiToken> list(PortalId portal, PersonId person) {
        return work.call(
                () -> store.list(portal, person).stream().map(ApiToken::of).toList());
    }

    /** Ends a token, and what is connected by it. */
    public void revoke(PortalId portal, PersonId person, String id, Caller by) {
        work.run(() -> {
            StoredToken ended = store.delete(portal, person, id)
                    .orElseThrow(() -> Problem.NOT_FOUND.because("token.unknown", "There is no such token"));
            ends.announce(List.of(ended.id()));
            announce(IdentityEvents.TOKEN_REVOKED, ended, by);
        });
    }

    /** Ends every token of a person, inside a unit of work. */
    public void revokeAll(PortalId portal, PersonId person) {
        ends.announce(store.deleteOfPerson(portal, person));
    }

    /** The same, where somebody has it done and it is to be told. */
    public void revokeAll(PortalId portal, PersonId person, Caller by) {
        List<StoredToken> ended = store.list(portal, person);
        revokeAll(portal, person);
        ended.forEach(token -> announce(IdentityEvents.TOKEN_REVOKED, token, by));
    }

    /** For whom a token stands at the moment, from this address; called inside a unit of work. */
    public Optional<Caller> open(PortalId portal, String secret, String address) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<StoredToken> token = store.find(portal, Secret.hash(secret))
                .filter(found -> now.isBefore(found.expires()))
                .filter(found -> Networks.allow(found.networks(), address));
        Optional<Caller> caller = token.flatMap(found -> people.find(portal, found.person())
                .filter(person -> gate.lets(person, address))
                .map(person -> Caller.Member.of(person, found.id(), address).within(found.scopes())));
        caller.ifPresent(known -> mark(token.orElseThrow(), now, address));
        return caller;
    }

    /** Written at most once a minute, as most requests only read. */
    private void mark(StoredToken token, Instant now, String address) {
        if (token.lastUsed()
                .filter(last -> now.isBefore(last.plus(BETWEEN_MARKS)))
                .isEmpty()) {
            store.used(token.portal(), token.id(), now, address);
        }
    }

    private void announce(String type, StoredToken token, Caller by) {
        var change = new IdentityEvents.TokenChange(token.id(), token.person().value(), token.name());
        events.publish(token.portal(), type, token.person().value(), change);
        Map<String, String> fields = Map.of(
                "name", token.name(),
                "person", token.person().value(),
                "scopes", new TreeSet<>(token.scopes()).toString(),
                "networks", String.join(", ", token.networks()),
                "expires", token.expires().toString());
        boolean created = type.equals(IdentityEvents.TOKEN_CREATED);
        audit.record(
                token.portal(),
                by,
                new AuditDraft(type, "token", token.id(), created ? Map.of() : fields, created ? fields : Map.of())
                        .personal(token.person(), "name"));
    }

    /**
     * What is chosen of a token.
     *
     * @param scopes what it may do, as far as its person may
     * @param networks from where alone it works; empty for everywhere
     * @param expires within a year
     */
    public record TokenDraft(String name, Set<Right> scopes, @MayBeAbsent List<String> networks, Instant expires) {}

    /** A token as its owner sees it. */
    public record ApiToken(
            String id,
            String name,
            Set<Right> scopes,
            List<String> networks,
            Instant created,
            Instant expires,
            Optional<Instant> lastUsed,
            Optional<String> lastAddress) {
        public static ApiToken of(StoredToken stored) {
            return new ApiToken(
                    stored.id(),
                    stored.name(),
                    new TreeSet<>(stored.scopes()),
                    stored.networks(),
                    stored.created(),
                    stored.expires(),
                    stored.lastUsed(),
                    stored.lastAddress());
        }
    }

    /** A token just made. */
    public record NewToken(ApiToken token, String secret) {
        @Override
        public String toString() {
            return "NewToken[" + token.id() + "]";
        }
    }
}
