package org.patchbay.meetings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.patchbay.api.FieldError;
import org.patchbay.api.Names;
import org.patchbay.api.Problem;
import org.patchbay.api.meetings.MeetingDraft;
import org.patchbay.api.tenancy.Feature;
import org.patchbay.api.tenancy.Portal;

/** What a new meeting of a portal may be. */
final class MeetingRules {

    private static final int TITLE_LIMIT = 200;
    private static final Pattern PIN = Pattern.compile("\\d{4,10}");

    private MeetingRules() {}

    /** The draft with the portal's defaults where nothing was chosen; INVALID with every field at fault. */
    static MeetingDraft check(Portal portal, MeetingDraft draft) {
        List<FieldError> errors = new ArrayList<>();
        String title = draft.title().strip();
        if (title.isEmpty() || title.length() > TITLE_LIMIT || !Names.isName(title)) {
            errors.add(new FieldError(
                    "/title", "title.length", "needs 1 to " + TITLE_LIMIT + " characters in one visible line"));
        }
        String video = profile(
                portal, "/video", draft.video(), portal.meetingDefaults().video(), errors);
        String sharing = profile(
                portal, "/sharing", draft.sharing(), portal.meetingDefaults().sharing(), errors);
        Optional<String> pin = draft.pin().map(String::strip).filter(given -> !given.isEmpty());
        if (pin.isPresent() && !portal.has(Feature.PIN)) {
            errors.add(new FieldError("/pin", "feature.off", "is not switched on in this portal"));
        } else if (pin.filter(digits -> !PIN.matcher(digits).matches()).isPresent()) {
            errors.add(new FieldError("/pin", "pin.digits", "must be 4 to 10 digits"));
        }
        if (!errors.isEmpty()) {
            throw Problem.INVALID.because(errors);
        }
        return new MeetingDraft(
                title,
                Optional.of(video),
                Optional.of(sharing),
                pin,
                draft.lobby().or(portal.meetingDefaults()::lobby),
                draft.screens().or(portal.meetingDefaults()::screens));
    }

    /** The draft of a planned meeting as the portal can have it now: a profile that it has no more is its default instead. */
    static MeetingDraft fit(Portal portal, MeetingDraft draft) {
        return new MeetingDraft(
                draft.title(),
                draft.video()
                        .filter(portal.profiles()::contains)
                        .or(() -> Optional.of(portal.meetingDefaults().video())),
                draft.sharing()
                        .filter(portal.profiles()::contains)
                        .or(() -> Optional.of(portal.meetingDefaults().sharing())),
                draft.pin(),
                draft.lobby().or(portal.meetingDefaults()::lobby),
                draft.screens().or(portal.meetingDefaults()::screens));
    }

    private static String profile(
            Portal portal, String pointer, Optional<String> chosen, String otherwise, List<FieldError> errors) {
        if (chosen.filter(profile -> !portal.profiles().contains(profile)).isPresent()) {
            errors.add(new FieldError(pointer, "profile.not-enabled", "is not a profile of this portal"));
        }
        return chosen.orElse(otherwise);
    }
}
