package org.patchbay.identity.signin;

import java.util.List;
import org.patchbay.api.identity.Sessions.NewSession;
import org.patchbay.api.identity.SignInStep;

/** Where a sign-in has got to. */
public sealed interface Entry {

    /** Of a second factor that was just set up, shown this once; else empty. */
    List<String> recoveryCodes();

    /** Somebody is in. */
    record In(NewSession session, List<String> recoveryCodes) implements Entry {}

    /** Something more is asked. */
    record Further(SignInStep step, List<String> recoveryCodes) implements Entry {}
}
