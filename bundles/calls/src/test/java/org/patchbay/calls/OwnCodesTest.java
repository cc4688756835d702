package org.patchbay.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.CallLimits;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.extensions.FeatureCode;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.calls.OwnCodes.OwnCode;
import org.patchbay.spi.calls.ApplicationCall;
import org.patchbay.spi.calls.ApplicationListener;
import org.patchbay.spi.calls.CallApplication;
import org.patchbay.spi.calls.Wanted;
import org.patchbay.testing.identity.Callers;

final class OwnCodesTest {

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    private List<FeatureCode> codes(Caller by, CallApplication... applications) {
        return list(by, applications).stream().map(OwnCode::code).toList();
    }

    private List<OwnCode> list(Caller by, CallApplication... applications) {
        return new OwnCodes(office.book, new ApplicationsDirectory(List.of(applications)), office.access)
                .of(office.acme, by);
    }

    @Test
    @Tag("S4.22")
    void whoHasAPhoneSeesWhatDoesSomething() {
        assertThat(codes(office.anna))
                .contains(FeatureCode.DO_NOT_DISTURB, FeatureCode.PARK, FeatureCode.ECHO_TEST)
                .doesNotContain(FeatureCode.VOICEMAIL, FeatureCode.HOT_DESK, FeatureCode.LISTEN_IN);
        assertThat(codes(Callers.user(office.acme))).isEmpty();
        assertThat(codes(Callers.user(office.bolt))).isEmpty();
    }

    @Test
    void whatNeedsARightIsForWhoHasIt() {
        office.access.grant(office.anna, Right.WHISPER, office.sales);
        assertThat(codes(office.anna)).contains(FeatureCode.WHISPER).doesNotContain(FeatureCode.BARGE_IN);
        assertThat(codes(office.bob)).doesNotContain(FeatureCode.WHISPER, FeatureCode.INTERCOM, FeatureCode.PAGE);
        office.access.grant(office.bob, Right.INTERCOM, office.sales);
        assertThat(codes(office.bob)).contains(FeatureCode.INTERCOM, FeatureCode.PAGE);
    }

    @Test
    void callsOfOthersAreForWhoMayTakeThem() {
        assertThat(codes(office.anna)).doesNotContain(FeatureCode.PICK_UP, FeatureCode.PICK_UP_GROUP);
        office.access.grant(office.anna, Right.OPERATE_CALLS, office.sales);
        assertThat(codes(office.anna)).contains(FeatureCode.PICK_UP, FeatureCode.PICK_UP_GROUP);
    }

    @Test
    void whoHasSeveralExtensionsTakesTheCallsOfEach() {
        office.phone(office.bob, "105");
        assertThat(codes(office.bob)).contains(FeatureCode.PICK_UP, FeatureCode.PICK_UP_GROUP);
    }

    @Test
    void whatChangesALockedExtensionIsNotThere() {
        CallApplication assistant = new Taking(FeatureCode.ASSISTANT, "");
        assertThat(codes(office.anna, assistant)).contains(FeatureCode.ASSISTANT, FeatureCode.DO_NOT_DISTURB);
        office.phones.put(
                office.acme,
                office.phones.find(office.acme, "ext-100").orElseThrow().locked(true));
        assertThat(codes(office.anna, assistant))
                .contains(FeatureCode.ECHO_TEST)
                .doesNotContain(FeatureCode.ASSISTANT, FeatureCode.DO_NOT_DISTURB);
    }

    @Test
    void whatAnApplicationTakesIsThereWithIt() {
        assertThat(codes(office.anna, new Taking(FeatureCode.LEAVE_MESSAGE, "100")))
                .contains(FeatureCode.LEAVE_MESSAGE)
                .doesNotContain(FeatureCode.DICTATION);
    }

    @Test
    void codesAreThoseOfThePortal() {
        var chosen = Map.of(FeatureCode.ECHO_TEST, "*11", FeatureCode.PAGE, "");
        office.phones.put(
                office.acme, new CallSettings("DE", "30", "", chosen, List.of(), 60, false, CallLimits.STANDARD, 0));
        assertThat(list(office.anna)).contains(new OwnCode(FeatureCode.ECHO_TEST, "*11", FeatureCode.Argument.NONE));
        office.access.grant(office.anna, Right.INTERCOM, office.sales);
        assertThat(codes(office.anna)).contains(FeatureCode.INTERCOM).doesNotContain(FeatureCode.PAGE);
    }

    /** Takes a code. */
    private record Taking(FeatureCode code, String argument) implements CallApplication {

        @Override
        public String name() {
            return "taking";
        }

        @Override
        public boolean takes(PortalId portal, Wanted wanted) {
            return wanted instanceof Wanted.Code dialled
                    && dialled.code() == code
                    && dialled.argument().equals(argument);
        }

        @Override
        public ApplicationListener begin(ApplicationCall call) {
            throw new AssertionError("Nobody calls");
        }
    }
}
