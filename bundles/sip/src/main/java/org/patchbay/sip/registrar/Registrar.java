package org.patchbay.sip.registrar;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.patchbay.sip.message.CSeq;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.Headers;
import org.patchbay.sip.message.NameAddr;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.transaction.Randoms;
import org.patchbay.sip.transaction.ServerTransaction;
import org.patchbay.spi.signalling.SipAccount;

/** Takes REGISTER of devices whose password was right (RFC 3261, section 10.3; RFC 3327; RFC 5626). Thread-safe. */
public final class Registrar {

    private static final int MOST_CONTACTS = 10;
    private static final int LONGEST = 400;
    private static final int LONGEST_AGENT = 80;
    private static final int MOST_PATH = 4;

    private final Bindings bindings;
    private final Clock clock;
    private final Expiry expiry;
    private final int most;

    /** How long a binding may last, in seconds. Immutable. */
    public record Expiry(int least, int usual, int greatest) {}

    /** The greatest number is of bindings on the server. */
    public Registrar(Bindings bindings, Clock clock, Expiry expiry, int most) {
        this.bindings = bindings;
        this.clock = clock;
        this.expiry = expiry;
        this.most = most;
    }

    /** Answers a REGISTER. */
    public void register(ServerTransaction transaction, SipAccount account) {
        SipRequest request = transaction.request();
        Headers headers = request.headers();
        List<String> contacts = headers.values(HeaderName.CONTACT);
        if (contacts.size() > MOST_CONTACTS || headers.values(HeaderName.PATH).size() > MOST_PATH) {
            transaction.answer(400, "Too Many Contacts");
            return;
        }
        List<Change> changes = new ArrayList<>();
        for (String contact : contacts) {
            if (contact.equals("*")) {
                if (contacts.size() > 1 || headers.number(HeaderName.EXPIRES).orElse(-1L) != 0) {
                    transaction.answer(400, "Bad Contact");
                    return;
                }
                changes.add(new Change("*", Optional.empty(), 0));
                continue;
            }
            NameAddr address = NameAddr.parse(contact).orElseThrow();
            long asked = asked(address, headers);
            if (asked > 0 && asked < expiry.least()) {
                brief(transaction);
                return;
            }
            if (address.uri().isEmpty() || address.address().length() > LONGEST) {
                transaction.answer(400, "Bad Contact");
                return;
            }
            changes.add(new Change(address.address(), Optional.of(address), Math.min(asked, expiry.greatest())));
        }
        apply(transaction, account, changes);
    }

    private long asked(NameAddr contact, Headers headers) {
        return contact.params()
                .find("expires")
                .flatMap(org.patchbay.sip.message.Tokens::number)
                .or(() -> headers.number(HeaderName.EXPIRES))
                .orElse((long) expiry.usual());
    }

    private void brief(ServerTransaction transaction) {
        SipResponse answer = transaction.request().answer(423, "Interval Too Brief", transaction.tag());
        answer.headers().add(HeaderName.MIN_EXPIRES, String.valueOf(expiry.least()));
        transaction.answer(answer);
    }

    private void apply(ServerTransaction transaction, SipAccount account, List<Change> changes) {
        SipRequest request = transaction.request();
        var key = new AccountKey(account.portal(), account.id());
        int[] refused = new int[1];
        bindings.change(key, present -> {
            List<Binding> after = new ArrayList<>(alive(present));
            for (Change change : changes) {
                if (isOld(after, change, request)) {
                    refused[0] = 500;
                    return present;
                }
                write(after, change, transaction, account);
            }
            makeRoom(after, present, account.mostContacts(), transaction);
            if (after.size() > account.mostContacts()) {
                refused[0] = 403;
                return present;
            }
            if (after.size() > present.size() && bindings.size() >= most) {
                refused[0] = 503;
                return present;
            }
            return after;
        });
        answer(transaction, key, refused[0]);
    }

    /** The same phone after a restart, or behind another port of its NAT, takes the place of what it was. */
    private static void makeRoom(List<Binding> after, List<Binding> present, int room, ServerTransaction transaction) {
        String agent = transaction.request().headers().text(HeaderName.USER_AGENT);
        InetAddress address = transaction.flow().remote().getAddress();
        for (Binding old : present) {
            boolean same = !agent.isEmpty()
                    && agent.startsWith(old.userAgent())
                    && !old.userAgent().isEmpty()
                    && old.flow().remote().getAddress().equals(address);
            if (after.size() > room && same) {
                after.remove(old);
            }
        }
    }

    private List<Binding> alive(List<Binding> present) {
        Instant now = clock.instant();
        return present.stream()
                .filter(binding ->
                        binding.expires().isAfter(now) && binding.flow().isOpen())
                .toList();
    }

    /** Whether this comes out of order: the same call, and not a greater number (RFC 3261, section 10.3, step 7). */
    private static boolean isOld(List<Binding> present, Change change, SipRequest request) {
        long number = request.cseq().map(CSeq::number).orElse(0L);
        return present.stream()
                .filter(change::concerns)
                .anyMatch(binding -> binding.callId().equals(request.callId()) && number < binding.cseq());
    }

    private void write(List<Binding> after, Change change, ServerTransaction transaction, SipAccount account) {
        String instance = change.address().map(Registrar::instance).orElse("");
        Optional<Binding> old = after.stream()
                .filter(binding -> instance.isEmpty()
                        ? change.concerns(binding)
                        : binding.instance().equals(instance))
                .findFirst();
        if (change.seconds() == 0) {
            after.removeIf(binding -> change.concerns(binding)
                    || (!instance.isEmpty() && binding.instance().equals(instance)));
            return;
        }
        SipRequest request = transaction.request();
        String agent = request.headers().text(HeaderName.USER_AGENT);
        var made = new Binding(
                old.map(Binding::id).orElseGet(Randoms::text),
                account.portal(),
                account.id(),
                account.user(),
                account.domain(),
                change.contact(),
                instance,
                request.headers().values(HeaderName.PATH),
                change.address().map(Registrar::q).orElse(1000),
                request.callId(),
                request.cseq().map(CSeq::number).orElse(0L),
                agent.length() > LONGEST_AGENT ? agent.substring(0, LONGEST_AGENT) : agent,
                clock.instant().plus(Duration.ofSeconds(change.seconds())),
                transaction.flow());
        old.ifPresent(after::remove);
        after.add(made);
        boolean moved = old.map(before -> !before.flow().equals(made.flow())).orElse(true);
        if (moved && made.flow().transport().isReliable()) {
            made.flow().onClose(() -> lost(made));
        }
    }

    /** A connection that ended takes those with it that came by it; nobody can connect to a phone behind its NAT. */
    private void lost(Binding made) {
        bindings.find(made.portal(), made.id())
                .filter(present -> present.flow().equals(made.flow()))
                .ifPresent(bindings::remove);
    }

    private static String instance(NameAddr address) {
        String instance = address.params().text("+sip.instance");
        return instance.isEmpty() || instance.length() > LONGEST_AGENT
                ? ""
                : instance.toLowerCase(Locale.ROOT) + ' ' + address.params().text("reg-id");
    }

    private static int q(NameAddr address) {
        String q = address.params().text("q");
        return q.matches("[01](\\.\\d{0,3})?") ? Math.min(1000, (int) (Double.parseDouble(q) * 1000)) : 1000;
    }

    private void answer(ServerTransaction transaction, AccountKey key, int refused) {
        if (refused != 0) {
            SipResponse answer = transaction
                    .request()
                    .answer(
                            refused,
                            refused == 503
                                    ? "Service Unavailable"
                                    : refused == 500 ? "Out Of Order" : "Too Many Devices",
                            transaction.tag());
            if (refused == 503) {
                answer.headers().add(HeaderName.RETRY_AFTER, "30");
            }
            transaction.answer(answer);
            return;
        }
        SipResponse answer = transaction.request().answer(200, "OK", transaction.tag());
        Instant now = clock.instant();
        for (Binding binding : bindings.of(key)) {
            long left = Math.max(0, Duration.between(now, binding.expires()).toSeconds());
            answer.headers().add(HeaderName.CONTACT, '<' + binding.contact() + ">;expires=" + left);
        }
        Headers asked = transaction.request().headers();
        if (asked.has(HeaderName.PATH)) {
            answer.headers().copy(HeaderName.PATH, asked);
        }
        if (asked.lists(HeaderName.SUPPORTED, "outbound")
                && asked.text(HeaderName.CONTACT).contains("reg-id")) {
            answer.headers().add(HeaderName.REQUIRE, "outbound");
        }
        answer.headers().add(HeaderName.SUPPORTED, "path, outbound");
        answer.headers()
                .add(
                        HeaderName.DATE,
                        java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                now.atOffset(java.time.ZoneOffset.UTC)));
        transaction.answer(answer);
    }

    /** What one Contact of a REGISTER asks for. */
    private record Change(String contact, Optional<NameAddr> address, long seconds) {

        private boolean concerns(Binding binding) {
            return contact.equals("*") || contact.equals(binding.contact());
        }
    }
}
