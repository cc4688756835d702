package org.patchbay.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Registration;
import org.patchbay.testing.cluster.InMemoryCluster;

@Tag("S0.21")
class PlacesTest {

    private static final PortalId ACME = new PortalId("018f0000-0000-7000-8000-00000000000a");
    private static final PortalId BOLT = new PortalId("018f0000-0000-7000-8000-00000000000b");

    private final InMemoryCluster cluster = new InMemoryCluster();
    private final Places one = new Places(cluster.node("one"));
    private final Places two = new Places(cluster.node("two"));

    @AfterEach
    void close() {
        one.close();
        two.close();
        cluster.close();
    }

    private static void isFull(Runnable take) {
        assertThatThrownBy(take::run).isInstanceOfSatisfying(PatchbayException.class, e -> {
            assertThat(e.problem()).isEqualTo(Problem.LIMITED);
            assertThat(e.code()).isEqualTo("portal.full");
        });
    }

    @Test
    @Tag("S0.20")
    void countsThePeopleOfAllNodes() {
        one.take(ACME, Optional.of(2), "a");
        two.take(ACME, Optional.of(2), "b");

        isFull(() -> one.take(ACME, Optional.of(2), "c"));
        isFull(() -> two.take(ACME, Optional.of(2), "c"));
        assertThat(one.count(List.of(ACME, BOLT))).isEqualTo(Map.of(ACME, 2L, BOLT, 0L));
    }

    @Test
    @Tag("S0.08")
    void portalsDoNotTakeEachOthersPlaces() {
        one.take(ACME, Optional.of(1), "a");
        one.take(BOLT, Optional.of(1), "a");
        isFull(() -> one.take(ACME, Optional.of(1), "b"));
    }

    @Test
    void aLeaveFreesThePlaceOnce() {
        Registration place = one.take(ACME, Optional.of(1), "a");
        place.close();
        Registration next = two.take(ACME, Optional.of(1), "b");
        place.close();
        isFull(() -> one.take(ACME, Optional.of(1), "c"));
        next.close();
        one.take(ACME, Optional.of(1), "c");
    }

    @Test
    void noPlaceIsLostWithItsNode() {
        one.take(ACME, Optional.of(2), "a");
        two.take(ACME, Optional.of(2), "b");
        cluster.kill("two");

        cluster.pass(Places.LEASE.dividedBy(2));
        one.renew();
        isFull(() -> one.take(ACME, Optional.of(2), "c"));

        cluster.pass(Places.LEASE.dividedBy(2).plusSeconds(1));
        one.take(ACME, Optional.of(2), "c");
        isFull(() -> one.take(ACME, Optional.of(2), "d"));
    }

    @Test
    void aLowerLimitCountsWhoIsThere() {
        List<Registration> places = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            places.add(one.take(ACME, Optional.empty(), "p" + i));
        }
        isFull(() -> one.take(ACME, Optional.of(3), "x"));
        places.subList(0, 3).forEach(Registration::close);
        one.take(ACME, Optional.of(3), "x");
        isFull(() -> one.take(ACME, Optional.of(3), "y"));
    }
}
