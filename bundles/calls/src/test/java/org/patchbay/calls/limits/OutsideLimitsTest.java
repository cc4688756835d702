package org.patchbay.calls.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.extensions.CallLimits;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.identity.Right;
import org.patchbay.calls.Exchange;
import org.patchbay.calls.Office;

final class OutsideLimitsTest {

    private final Office office = new Office();
    private final OutsideLimits limits = new OutsideLimits(
            office.exchange,
            office.workshop,
            office.access,
            office.audit,
            office.events,
            office.unit,
            office.cluster.node("one"));

    @BeforeEach
    void limit() {
        var chosen =
                new CallLimits(Optional.of(2), Optional.of(300), Optional.empty(), Set.of(), false, Optional.empty());
        office.phones.put(office.acme, new CallSettings("DE", "30", "", Map.of(), List.of(), 60, false, chosen, 0));
        office.access.grantEverywhere(office.anna, Right.CONFIGURE_TRUNKS);
    }

    @AfterEach
    void close() {
        limits.close();
        office.close();
    }

    private LimitsToday.State state(LimitsToday today, OutsideLimit limit) {
        return today.limits().stream()
                .filter(one -> one.limit() == limit)
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void aLimitIsLiftedForTodayAndTheAuditKnowsIt() {
        assertThat(state(limits.today(office.acme), OutsideLimit.MINUTES)).isEqualTo(LimitsToday.State.WITHIN);
        LimitsToday lifted = limits.lift(office.acme, OutsideLimit.MINUTES, true, office.anna);
        assertThat(state(lifted, OutsideLimit.MINUTES)).isEqualTo(LimitsToday.State.LIFTED);
        assertThat(state(lifted, OutsideLimit.SIMULTANEOUS)).isEqualTo(LimitsToday.State.WITHIN);
        limits.lift(office.acme, OutsideLimit.MINUTES, true, office.anna);
        assertThat(office.audit.drafts(office.acme)).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("call-limit.lifted");
            assertThat(entry.after()).containsEntry("lifted", "true");
        });
        LimitsToday again = limits.lift(office.acme, OutsideLimit.MINUTES, false, office.anna);
        assertThat(state(again, OutsideLimit.MINUTES)).isEqualTo(LimitsToday.State.WITHIN);
        assertThat(office.audit.drafts(office.acme)).hasSize(2);
    }

    @Test
    void anotherNodeHearsOfIt() {
        Exchange other = office.exchange("two");
        var there = new OutsideLimits(
                other,
                office.workshop,
                office.access,
                office.audit,
                office.events,
                office.unit,
                office.cluster.node("two"));
        try {
            there.today(office.acme);
            limits.lift(office.acme, OutsideLimit.MINUTES, true, office.anna);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> state(there.today(office.acme), OutsideLimit.MINUTES) == LimitsToday.State.LIFTED);
        } finally {
            there.close();
            other.close();
        }
    }

    @Test
    void onlyWhoSetsUpTheWholePortalLiftsALimitThatIsThere() {
        office.access.grant(office.bob, Right.CONFIGURE_TRUNKS, office.sales);
        assertThatThrownBy(() -> limits.lift(office.acme, OutsideLimit.MINUTES, true, office.bob))
                .hasMessageContaining("whole portal");
        assertThatThrownBy(() -> limits.lift(office.bolt, OutsideLimit.MINUTES, true, office.anna))
                .hasMessageContaining("whole portal");
        assertThatThrownBy(() -> limits.lift(office.acme, OutsideLimit.DESTINATIONS, true, office.anna))
                .hasMessageContaining("no such limit");
        assertThat(office.audit.drafts(office.acme)).isEmpty();
    }
}
