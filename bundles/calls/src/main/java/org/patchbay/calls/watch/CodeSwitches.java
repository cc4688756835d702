package org.patchbay.calls.watch;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Assistant;
import org.patchbay.api.extensions.Diversion;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.FeatureCode;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.extensions.PhoneServices;
import org.patchbay.calls.OngoingCalls;
import org.patchbay.calls.PhoneBook;
import org.patchbay.calls.plan.Diversions;

/** Whether what a code switches is on at an extension. Answers from memory. Thread-safe. */
@Component(service = CodeSwitches.class)
public final class CodeSwitches {

    /** The codes that switch something. */
    static final Set<FeatureCode> CODES = EnumSet.of(
            FeatureCode.DO_NOT_DISTURB,
            FeatureCode.FORWARD_ALWAYS,
            FeatureCode.FORWARD_BUSY,
            FeatureCode.FORWARD_NO_ANSWER,
            FeatureCode.FORWARD_UNAVAILABLE,
            FeatureCode.FOLLOW_ME,
            FeatureCode.SECRETARY,
            FeatureCode.ASSISTANT,
            FeatureCode.QUEUE_AGENT);

    private final PhoneBook book;
    private final OngoingCalls calls;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public CodeSwitches(@Reference PhoneBook book, @Reference OngoingCalls calls) {
        this.book = book;
        this.calls = calls;
    }

    /** Of a diversion with times, whether it is on now. */
    boolean isOn(PortalId portal, Extension of, FeatureCode code) {
        var now = new Diversions(book.book(), portal, clock.instant());
        PhoneServices services = now.services(of);
        return switch (code) {
            case DO_NOT_DISTURB -> now.doNotDisturb(of);
            case FORWARD_ALWAYS -> now.forward(of, Forwards.Case.ALWAYS).isPresent();
            case FORWARD_BUSY -> now.forward(of, Forwards.Case.BUSY).isPresent();
            case FORWARD_NO_ANSWER -> now.forward(of, Forwards.Case.NO_ANSWER).isPresent();
            case FORWARD_UNAVAILABLE ->
                now.forward(of, Forwards.Case.UNAVAILABLE).isPresent();
            case FOLLOW_ME ->
                !services.followMe().numbers().isEmpty()
                        && now.isOn(of, Diversion.FOLLOW_ME, services.followMe().on());
            case SECRETARY -> secretary(now, of, services);
            case ASSISTANT ->
                services.assistant().isPresent()
                        && now.isOn(
                                of,
                                Diversion.ASSISTANT,
                                services.assistant().filter(Assistant::on).isPresent());
            case QUEUE_AGENT -> calls.takesQueueCalls(portal, of.id());
            default -> false;
        };
    }

    /** Of a boss whether the secretary takes the calls; of a secretary whether calls of others are taken. */
    private static boolean secretary(Diversions now, Extension of, PhoneServices services) {
        return services.secretary().extension().isPresent()
                ? now.isOn(of, Diversion.SECRETARY, services.secretary().on())
                : services.receives();
    }
}
