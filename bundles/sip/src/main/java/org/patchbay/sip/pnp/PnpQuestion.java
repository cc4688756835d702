package org.patchbay.sip.pnp;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.SipMessage;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.spi.signalling.PhoneQuestion;

/**
 * A phone's subscription to its profile (RFC 6080, section 5): event {@code ua-profile}, and its hardware address as the makers
 * write it: {@code sip:MAC%3a001565aabbcc@224.0.1.75}, {@code sip:MAC=001565aabbcc@224.0.1.75}. Immutable.
 *
 * @param mac twelve small hexadecimal digits
 */
record PnpQuestion(SipRequest request, String mac) {

    private static final Pattern ADDRESS =
            Pattern.compile("sips?:MAC(?:%3a|[:=])([0-9A-F]{12})@", Pattern.CASE_INSENSITIVE);
    private static final String PARAMETER = ";\\s*%s\\s*=\\s*\"?([a-z0-9][a-z0-9 .-]{0,39})(?=[\";]|\\s*$)";
    private static final Pattern VENDOR = Pattern.compile(PARAMETER.formatted("vendor"), Pattern.CASE_INSENSITIVE);
    private static final Pattern MODEL = Pattern.compile(PARAMETER.formatted("model"), Pattern.CASE_INSENSITIVE);

    static Optional<PnpQuestion> of(SipMessage message) {
        if (!(message instanceof SipRequest request) || !request.is("SUBSCRIBE") || !asksForProfile(request)) {
            return Optional.empty();
        }
        return mac(request.uri())
                .or(() -> mac(request.headers().text(HeaderName.FROM)))
                .map(mac -> new PnpQuestion(request, mac));
    }

    private static boolean asksForProfile(SipRequest request) {
        String event = request.headers().text(HeaderName.EVENT).strip().toLowerCase(Locale.ROOT);
        return event.equals("ua-profile") || event.startsWith("ua-profile;");
    }

    private static Optional<String> mac(String text) {
        Matcher found = ADDRESS.matcher(text);
        return found.find() ? Optional.of(found.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** What it says, as others are asked; what is too long or odd is left out. */
    PhoneQuestion from(InetAddress source) {
        String event = request.headers().text(HeaderName.EVENT);
        return new PhoneQuestion(mac, source, parameter(VENDOR, event), parameter(MODEL, event));
    }

    private static String parameter(Pattern pattern, String event) {
        Matcher found = pattern.matcher(event);
        return found.find() ? found.group(1).strip() : "";
    }

    /** The same for a question that was sent again. */
    String key() {
        return request.headers().text(HeaderName.CALL_ID)
                + '\n'
                + request.headers().text(HeaderName.CSEQ)
                + '\n'
                + mac;
    }
}
