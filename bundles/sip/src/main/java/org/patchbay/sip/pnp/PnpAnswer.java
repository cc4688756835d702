package org.patchbay.sip.pnp;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.Headers;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.message.SipUri;
import org.patchbay.sip.message.SipWriter;
import org.patchbay.sip.transaction.Randoms;

/** What a phone is answered: that its subscription is taken, and the one notification of it (RFC 6665, section 4.4.1). */
record PnpAnswer(ByteBuffer taken, ByteBuffer notification) {

    /** The answer with a link, sent from our address to the phone's. */
    static PnpAnswer of(PnpQuestion question, URI link, InetSocketAddress own, InetSocketAddress phone) {
        String tag = Randoms.text();
        SipRequest asked = question.request();
        String contact = '<'
                + SipUri.of("", own.getAddress().getHostAddress(), own.getPort())
                        .toString()
                + '>';
        SipResponse taken = asked.answer(200, "OK", tag);
        taken.headers().add(HeaderName.CONTACT, contact).add(HeaderName.EXPIRES, "0");

        var headers = new Headers();
        headers.add(
                HeaderName.VIA,
                "SIP/2.0/UDP " + own.getAddress().getHostAddress() + ':' + own.getPort() + ";rport;branch="
                        + Randoms.branch());
        headers.add(HeaderName.MAX_FORWARDS, "1");
        headers.add(HeaderName.FROM, asked.headers().text(HeaderName.TO) + ";tag=" + tag);
        headers.add(HeaderName.TO, asked.headers().text(HeaderName.FROM));
        headers.add(HeaderName.CALL_ID, asked.headers().text(HeaderName.CALL_ID));
        headers.add(HeaderName.CSEQ, "1 NOTIFY");
        headers.add(HeaderName.CONTACT, contact);
        headers.add(HeaderName.EVENT, asked.headers().text(HeaderName.EVENT));
        headers.add(HeaderName.SUBSCRIPTION_STATE, "terminated;reason=timeout");
        headers.add(HeaderName.CONTENT_TYPE, "application/url");
        String uri = SipUri.of("", phone.getAddress().getHostAddress(), phone.getPort())
                .toString();
        var notify = new SipRequest("NOTIFY", uri, headers, link.toString().getBytes(StandardCharsets.US_ASCII));
        return new PnpAnswer(
                ByteBuffer.wrap(SipWriter.write(taken)).asReadOnlyBuffer(),
                ByteBuffer.wrap(SipWriter.write(notify)).asReadOnlyBuffer());
    }
}
