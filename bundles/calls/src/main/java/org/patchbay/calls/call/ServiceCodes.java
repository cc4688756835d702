package org.patchbay.calls.call;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.calls.CallDestination;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.PhoneServices;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.calls.plan.Action;
import org.patchbay.calls.plan.Diversions;
import org.patchbay.calls.plan.Outcome;

/** What the codes of an extension's services do; each says what it did. Used on the thread of the call that dialled. */
final class ServiceCodes {

    private final Hub hub;
    private final Executor workers;
    private final Completion completion;
    private final CodeAims aims;

    ServiceCodes(Hub hub, Executor workers, Completion completion, CodeAims aims) {
        this.aims = aims;
        this.hub = hub;
        this.workers = workers;
        this.completion = completion;
    }

    void perform(Call call, Action.Feature feature) {
        Extension own = feature.extension();
        switch (feature.code()) {
            case FOLLOW_ME -> followMe(call, own);
            case SECRETARY -> secretary(call, own);
            case ECHO_TEST -> call.enter(new EchoStage(call));
            case SPEAKING_CLOCK -> clock(call, own);
            case WAKE_UP -> wakeUp(call, own, feature.argument());
            case CALL_COMPLETION -> complete(call, own);
            case PAGE -> page(call, own, feature.argument());
            default -> throw new IllegalArgumentException(feature.code() + " is no service");
        }
    }

    private void followMe(Call call, Extension own) {
        change(
                call,
                own,
                services -> services.followMe(
                        services.followMe().on(!services.followMe().on())),
                after -> switched(call, after.followMe().on()));
    }

    private void change(
            Call call, Extension own, UnaryOperator<PhoneServices> change, Function<PhoneServices, List<Prompt>> said) {
        workers.execute(() -> {
            try {
                PhoneServices after = hub.book().extensions().serve(call.portal(), own.id(), change);
                call.run(() -> say(call, said.apply(after)));
            } catch (PatchbayException e) {
                call.run(() -> refuse(call, "cannot", 404));
            } catch (RuntimeException e) {
                call.run(() -> call.proceed(new Outcome.Failed(500)));
                throw e;
            }
        });
    }

    private static void refuse(Call call, String reason, int status) {
        call.note(Decision.of("service", reason));
        call.perform(new Action.Refuse(status, reason, CallResult.FAILED));
    }

    private static void say(Call call, List<Prompt> prompts) {
        call.dossier().conversing();
        call.enter(new SayStage(call, prompts));
    }

    private Prompt sentence(Call call, String name) {
        return new Prompt.Sentence(name, hub.desk().voice(call).language());
    }

    private Prompt digits(Call call, String digits) {
        return new Prompt.Digits(digits, hub.desk().voice(call).language());
    }

    /** Says whether what was switched is on now. */
    void saySwitched(Call call, boolean on) {
        say(call, switched(call, on));
    }

    private List<Prompt> switched(Call call, boolean on) {
        call.note(Decision.of("service", on ? "on" : "off"));
        return List.of(sentence(call, on ? "activated" : "deactivated"));
    }

    /** Of a boss whether the secretary takes the calls; of a secretary whether calls of others are taken. */
    private void secretary(Call call, Extension own) {
        boolean boss = hub.book()
                .extensions()
                .services(call.portal(), own.id())
                .secretary()
                .extension()
                .isPresent();
        if (boss) {
            change(
                    call,
                    own,
                    services -> services.secretary(
                            services.secretary().on(!services.secretary().on())),
                    after -> switched(call, after.secretary().on()));
        } else {
            change(
                    call,
                    own,
                    services -> services.receives(!services.receives()),
                    after -> switched(call, after.receives()));
        }
    }

    private ZoneId zone(Call call, Extension own) {
        return Diversions.zone(hub.book(), call.portal(), own);
    }

    private void clock(Call call, Extension own) {
        String now = LocalTime.ofInstant(hub.clock().instant(), zone(call, own)).format(CodeAims.TIME);
        say(call, List.of(sentence(call, "the-time-is"), digits(call, now)));
    }

    private void wakeUp(Call call, Extension own, String argument) {
        if (argument.isEmpty()) {
            change(call, own, services -> services.wakeUp(Optional.empty()), after -> switched(call, false));
            return;
        }
        Instant at = next(
                LocalTime.parse(argument, CodeAims.TIME), hub.clock().instant().atZone(zone(call, own)));
        change(call, own, services -> services.wakeUp(Optional.of(at.getEpochSecond())), after -> {
            call.note(Decision.of("service", "wakes", "time", argument));
            return List.of(sentence(call, "activated"), digits(call, argument));
        });
    }

    private static Instant next(LocalTime time, ZonedDateTime now) {
        ZonedDateTime today = now.with(time);
        return (today.isAfter(now) ? today : now.plusDays(1).with(time)).toInstant();
    }

    private void complete(Call call, Extension own) {
        if (completion.cancel(call.portal(), own)) {
            say(call, switched(call, false));
            return;
        }
        Optional<Extension> to =
                completion.met(call.portal(), own).flatMap(number -> aims.extension(call.portal(), number));
        if (to.isEmpty()) {
            refuse(call, RefusedStage.NOBODY_WAS_BUSY, 404);
            return;
        }
        completion.wish(call.portal(), own, to.get());
        call.note(Decision.of("service", "calls-back", "extension", to.get().number()));
        say(call, List.of(sentence(call, "activated")));
    }

    private void page(Call call, Extension own, String number) {
        List<Extension> called = aims.paged(call.portal(), own, number);
        if (called.isEmpty()) {
            refuse(call, RefusedStage.NOBODY_TO_PAGE, 404);
            return;
        }
        call.note(Decision.of("service", "pages", "number", number));
        call.enter(new PageStage(call, called, new CallDestination("page", number, aims.name(call.portal(), number))));
    }
}
