package org.patchbay.sip.message;

import java.util.Optional;

/**
 * An address with a name and parameters, as in From, To, Contact and Route (RFC 3261, section 20.10). Immutable.
 *
 * @param name to be shown; empty when there is none
 * @param address as it is written
 */
public record NameAddr(String name, String address, Params params) {

    /** Reads one; empty if brackets or quotes do not fit. */
    public static Optional<NameAddr> parse(String text) {
        int start = text.isEmpty() || text.charAt(0) != '"' ? 0 : endOfQuote(text);
        if (start < 0) {
            return Optional.empty();
        }
        int open = text.indexOf('<', start);
        if (open < 0) {
            int semicolon = text.indexOf(';');
            String address = (semicolon < 0 ? text : text.substring(0, semicolon)).strip();
            boolean bare = start == 0 && !address.isEmpty() && address.indexOf('>') < 0;
            bare &= address.indexOf(' ') < 0 && address.indexOf('?') < 0 && address.indexOf(',') < 0;
            return bare
                    ? Optional.of(new NameAddr(
                            "", address, semicolon < 0 ? Params.NONE : Params.parse(text.substring(semicolon + 1))))
                    : Optional.empty();
        }
        int close = text.indexOf('>', open);
        if (close < 0) {
            return Optional.empty();
        }
        String after = text.substring(close + 1).strip();
        if (!after.isEmpty() && after.charAt(0) != ';') {
            return Optional.empty();
        }
        String name = Tokens.unquote(text.substring(0, open).strip());
        return Optional.of(new NameAddr(
                name,
                text.substring(open + 1, close).strip(),
                after.isEmpty() ? Params.NONE : Params.parse(after.substring(1))));
    }

    private static int endOfQuote(String text) {
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                return i + 1;
            }
        }
        return -1;
    }

    /** The address, if it is one of SIP. */
    public Optional<SipUri> uri() {
        return SipUri.parse(address);
    }

    /** The tag of From or To; empty when there is none. */
    public String tag() {
        return params.text("tag");
    }

    @Override
    public String toString() {
        String shown = name.isEmpty() ? "" : Tokens.quote(name) + ' ';
        return shown + '<' + address + '>' + params;
    }
}
