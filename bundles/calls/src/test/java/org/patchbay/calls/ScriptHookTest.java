package org.patchbay.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallQuery;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.events.Event;
import org.patchbay.api.scripting.Script;
import org.patchbay.calls.script.CallsModule;
import org.patchbay.calls.store.Visible;
import org.patchbay.spi.events.EventSubscriber;
import org.patchbay.spi.scripting.ScriptModule;
import org.patchbay.spi.scripting.ScriptRun;
import org.patchbay.testing.phonemedia.FakePhoneMedia;
import org.patchbay.testing.scripting.ScriptModuleContract;
import org.patchbay.testing.signalling.FakeLeg;

final class ScriptHookTest implements ScriptModuleContract {

    private final Office office = new Office();
    private final CallsModule module = new CallsModule(office.hook, new OperatorDesk(office.exchange));
    private final ScriptRun run = new ScriptRun(office.acme, "script-1", Optional.empty());

    @AfterEach
    void close() {
        office.close();
    }

    @Override
    public ScriptModule module() {
        return module;
    }

    private void script() {
        office.scripts.put(
                "one",
                new Script(
                        "script-1",
                        "Doorman",
                        "on('call.asked', () => {})",
                        true,
                        Script.State.RUNNING,
                        Optional.empty(),
                        Instant.EPOCH,
                        1));
    }

    private interface Answer {
        void to(String call);
    }

    private void answers(Answer answer) {
        script();
        office.events.subscribe(new EventSubscriber() {
            @Override
            public String name() {
                return "test";
            }

            @Override
            public void on(Event event) {
                if (event.type().equals(CallEvents.ASKED)) {
                    answer.to(event.subject());
                }
            }
        });
    }

    private String path() {
        return office.record().path().toString();
    }

    @Test
    void routes() {
        answers(call -> module.route(run, call, "102"));
        FakeLeg caller = office.call("100", "101");
        office.ringing("102").answers(FakePhoneMedia.PHONE);
        await().until(caller::talking);
        caller.hangsUp();
        assertThat(path()).contains("script", "routed", "Doorman", "102");
    }

    @Test
    void rejectsAndTags() {
        answers(call -> {
            module.tag(office.acme, call, "spam");
            module.reject(run, call, "known as a nuisance");
        });
        FakeLeg caller = office.call("100", "101");
        await().until(caller::over);
        assertThat(caller.end().orElseThrow().status()).isEqualTo(603);
        assertThat(office.record().tags()).containsExactly("spam");
        assertThat(path()).contains("known as a nuisance");
    }

    @Test
    void asksTheCaller() {
        answers(call -> module.ask(run, call, "which-language", Map.of("1", "102")));
        FakeLeg caller = office.call("100", "101");
        await().until(caller::talking);
        office.media.of(caller.description().orElseThrow()).presses('1');
        office.ringing("102");
        caller.hangsUp();
        assertThat(path()).contains("asks", "pressed");
    }

    @Test
    void aScriptThatSaysNothingIsWaitedForNoLongerThanTheBound() {
        script();
        office.call("100", "101").hangsUp();
        await().until(() -> office.exchange.board().size() == 0);
        long begun = System.nanoTime();
        FakeLeg caller = office.call("102", "101");
        office.ringing("101");
        assertThat(System.nanoTime() - begun).isGreaterThan(250_000_000L);
        caller.hangsUp();
        List<CallRecord> both = await().until(
                        () -> office.store
                                .list(office.acme, CallQuery.ALL, Visible.ALL, PageRequest.first(10))
                                .items(),
                        items -> items.size() == 2);
        assertThat(both.get(0).path())
                .extracting(step -> step.decision().reason())
                .as("the usual path, after nothing was said")
                .containsSubsequence("silent", "ring");
    }

    @Test
    void theFirstAnswerOfAScriptMayTakeLonger() {
        answers(call ->
                office.workshop.timers().after(Duration.ofMillis(600), () -> module.reject(run, call, "closed")));
        FakeLeg caller = office.call("100", "101");
        await().until(caller::over);
        assertThat(caller.end().orElseThrow().status()).isEqualTo(603);
    }

    @Test
    void anAnswerThatComesLateIsRefused() {
        answers(call -> {
            module.proceed(run, call);
            assertThatThrownBy(() -> module.reject(run, call, "too late")).isInstanceOf(PatchbayException.class);
        });
        office.call("100", "101");
        office.ringing("101");
        assertThatThrownBy(() -> office.hook.answer(
                        office.bolt, new CallId("none"), new org.patchbay.calls.plan.Verdict.Silence()))
                .isInstanceOf(PatchbayException.class);
    }

    @Test
    void withoutAScriptNothingIsAsked() {
        office.call("100", "101");
        office.ringing("101");
        assertThat(office.events.published(CallEvents.ASKED)).isEmpty();
    }
}
