package org.patchbay.calls;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.FeatureCode;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.spi.calls.Wanted;

/** The codes that somebody may dial at the own phone. Answers from memory. Thread-safe. */
@Component(service = OwnCodes.class)
public final class OwnCodes {

    /** What call control leaves to applications. */
    private static final Set<FeatureCode> OF_APPLICATIONS = EnumSet.of(
            FeatureCode.VOICEMAIL,
            FeatureCode.OTHER_VOICEMAIL,
            FeatureCode.LEAVE_MESSAGE,
            FeatureCode.DICTATION,
            FeatureCode.HOT_DESK,
            FeatureCode.ASSISTANT,
            FeatureCode.MEETING);

    private static final Set<FeatureCode> TAKING = EnumSet.of(FeatureCode.PICK_UP, FeatureCode.PICK_UP_GROUP);

    private static final Map<FeatureCode, Right> RIGHTS = Map.of(
            FeatureCode.PICK_UP, Right.OPERATE_CALLS,
            FeatureCode.PICK_UP_GROUP, Right.OPERATE_CALLS,
            FeatureCode.INTERCOM, Right.INTERCOM,
            FeatureCode.PAGE, Right.INTERCOM,
            FeatureCode.LISTEN_IN, Right.LISTEN_IN,
            FeatureCode.WHISPER, Right.WHISPER,
            FeatureCode.BARGE_IN, Right.BARGE_IN);

    private final PhoneBook book;
    private final ApplicationsDirectory applications;
    private final Access access;

    @Activate
    public OwnCodes(
            @Reference PhoneBook book, @Reference ApplicationsDirectory applications, @Reference Access access) {
        this.book = book;
        this.applications = applications;
        this.access = access;
    }

    /**
     * A code that does something.
     *
     * @param dialled as the portal chose it
     */
    public record OwnCode(FeatureCode code, String dialled, FeatureCode.Argument argument) {}

    /** In the order of the codes' enum; none for who has no extension. */
    public List<OwnCode> of(PortalId portal, Caller by) {
        List<Extension> own = by.portal().equals(portal)
                ? by.personId()
                        .map(person -> book.book().extensions().ofPerson(portal, person))
                        .orElse(List.of())
                : List.of();
        Optional<Extension> first = own.stream().findFirst();
        if (first.isEmpty()) {
            return List.of();
        }
        CallSettings settings = book.book().dialPlan().settings(portal);
        return Arrays.stream(FeatureCode.values())
                .filter(code -> !settings.code(code).isEmpty())
                .filter(code -> !first.get().forbids(code))
                .filter(code -> may(portal, code, by, own) && isAnswered(portal, code, first.get()))
                .map(code -> new OwnCode(code, settings.code(code), code.argument()))
                .toList();
    }

    /** Who has several extensions takes the calls of each at the others. */
    private boolean may(PortalId portal, FeatureCode code, Caller by, List<Extension> own) {
        if (TAKING.contains(code) && own.size() > 1) {
            return true;
        }
        return Optional.ofNullable(RIGHTS.get(code))
                .filter(right -> access.scope(by, portal, right).isEmpty())
                .isEmpty();
    }

    private boolean isAnswered(PortalId portal, FeatureCode code, Extension own) {
        if (!OF_APPLICATIONS.contains(code)) {
            return true;
        }
        String argument = code.argument() == FeatureCode.Argument.NUMBER ? own.number() : "";
        return applications.taking(portal, new Wanted.Code(own, code, argument)).isPresent();
    }
}
