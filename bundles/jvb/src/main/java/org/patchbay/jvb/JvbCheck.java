package org.patchbay.jvb;

import java.util.Optional;

/**
 * What came of trying a videobridge. Immutable.
 *
 * @param good whether meetings can be put there
 * @param version its name and version, once it has answered
 * @param code what is wrong, for translation
 * @param detail what is wrong, in English
 */
public record JvbCheck(boolean good, Optional<String> version, Optional<String> code, Optional<String> detail) {

    static JvbCheck good(String version) {
        return new JvbCheck(true, Optional.of(version), Optional.empty(), Optional.empty());
    }

    static JvbCheck bad(Optional<String> version, String code, String detail) {
        return new JvbCheck(false, version, Optional.of(code), Optional.of(detail));
    }
}
