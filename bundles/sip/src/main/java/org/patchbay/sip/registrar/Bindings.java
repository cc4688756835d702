package org.patchbay.sip.registrar;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.patchbay.api.PortalId;

/** All bindings, in memory. What one account has changes as one. Thread-safe. */
public final class Bindings {

    private static final int IPV6_PREFIX = 8;

    private final Map<AccountKey, List<Binding>> byAccount = new ConcurrentHashMap<>();
    private final Map<String, Binding> byId = new ConcurrentHashMap<>();
    private final Clock clock;
    private final BindingListener listener;

    public Bindings(Clock clock, BindingListener listener) {
        this.clock = clock;
        this.listener = listener;
    }

    /** Those of an account that have not expired, the preferred first. */
    public List<Binding> of(AccountKey key) {
        Instant now = clock.instant();
        List<Binding> present = byAccount.getOrDefault(key, List.of());
        return present.stream()
                .filter(binding ->
                        binding.expires().isAfter(now) && binding.flow().isOpen())
                .sorted(Comparator.comparingInt(Binding::q).reversed())
                .toList();
    }

    /** The one of this id and portal. */
    public Optional<Binding> find(PortalId portal, String id) {
        return Optional.ofNullable(byId.get(id))
                .filter(binding -> binding.portal().equals(portal));
    }

    /** Whether a phone is registered from this address, in IPv6 from its network of 64 bits. */
    public boolean isAnyAt(InetAddress address) {
        byte[] wanted = network(address);
        return byId.values().stream()
                .anyMatch(binding ->
                        Arrays.equals(wanted, network(binding.flow().remote().getAddress())));
    }

    private static byte[] network(InetAddress address) {
        byte[] whole = address.getAddress();
        return Arrays.copyOf(whole, Math.min(whole.length, IPV6_PREFIX));
    }

    /** How many there are. */
    public int size() {
        return byId.size();
    }

    /** How many each portal has. */
    public Map<PortalId, Long> byPortal() {
        return byId.values().stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        Binding::portal, java.util.stream.Collectors.counting()));
    }

    /** Changes what an account has; the change gets what is there and gives what is to be there. */
    void change(AccountKey key, java.util.function.UnaryOperator<List<Binding>> change) {
        byAccount.compute(key, (same, present) -> {
            List<Binding> before = present == null ? List.of() : present;
            List<Binding> after = List.copyOf(change.apply(before));
            tell(before, after);
            return after.isEmpty() ? null : after;
        });
    }

    private void tell(List<Binding> before, List<Binding> after) {
        for (Binding binding : after) {
            Binding old = byId.put(binding.id(), binding);
            if (old == null) {
                listener.added(binding);
            } else if (!old.equals(binding)) {
                listener.refreshed(binding);
            }
        }
        for (Binding binding : before) {
            if (after.stream().noneMatch(kept -> kept.id().equals(binding.id()))) {
                byId.remove(binding.id());
                listener.removed(binding);
            }
        }
    }

    /** Puts back one that was kept over a restart; nobody is told. */
    public void restore(Binding binding) {
        byId.put(binding.id(), binding);
        byAccount.merge(new AccountKey(binding.portal(), binding.account()), List.of(binding), (present, more) -> {
            List<Binding> both = new ArrayList<>(present);
            both.addAll(more);
            return List.copyOf(both);
        });
    }

    /** Forgets those that expired. */
    public void sweep() {
        Instant now = clock.instant();
        removeIf(binding -> !binding.expires().isAfter(now));
    }

    /** Forgets all for which this holds. */
    public void removeIf(Predicate<Binding> condition) {
        for (Binding binding : byId.values()) {
            if (condition.test(binding)) {
                var key = new AccountKey(binding.portal(), binding.account());
                change(key, present -> present.stream()
                        .filter(kept -> !condition.test(kept))
                        .toList());
            }
        }
    }

    /** Forgets this one, if it is still the same. */
    void remove(Binding binding) {
        change(new AccountKey(binding.portal(), binding.account()), present -> present.stream()
                .filter(kept -> !kept.equals(binding))
                .toList());
    }
}
