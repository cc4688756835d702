package org.patchbay.tenancy.host;

import java.net.InetAddress;
import java.util.List;

/**
 * What a look at a host shows: where it leads, where it ought to lead, and which DNS records are missing for it.
 *
 * @param found the addresses it has now
 * @param expected the addresses of this server
 * @param missing the records that whoever keeps the domain's DNS can make; one address record is enough, or the CNAME
 */
public record HostCheck(String host, State state, List<String> found, List<String> expected, List<DnsRecord> missing) {

    /** Where a host leads. */
    public enum State {
        /** To this server. */
        HERE,
        /** To other machines; perhaps to a proxy before this one. */
        ELSEWHERE,
        /** Nowhere: a record is missing. */
        UNRESOLVED,
        /** The name servers did not answer in time. */
        NO_ANSWER
    }

    /** A record of the domain name system. */
    public record DnsRecord(String type, String name, String value) {}

    static List<String> texts(List<InetAddress> addresses) {
        return addresses.stream().map(HostCheck::text).distinct().toList();
    }

    /** An IPv6 address without the interface it was found on. */
    static String text(InetAddress address) {
        String text = address.getHostAddress();
        int scope = text.indexOf('%');
        return scope < 0 ? text : text.substring(0, scope);
    }
}
