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
    void whatAnApplicationTakesIsThereWithIt() {
        assertThat(codes(office.anna, new Mailbox()))
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

    /** Takes messages for an extension. */
    private static final class Mailbox implements CallApplication {

        @Override
        public String name() {
            return "mailbox";
        }

        @Override
        public boolean takes(PortalId portal, Wanted wanted) {
            return wanted instanceof Wanted.Code code
                    && code.code() == FeatureCode.LEAVE_MESSAGE
                    && code.argument().equals("100");
        }

        @Override
        public ApplicationListener begin(ApplicationCall call) {
            throw new AssertionError("Nobody calls");
        }
    }
}
