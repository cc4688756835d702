package org.patchbay.sip.trunk;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.dns.DefaultDnsRecordDecoder;

/** Where a service is (RFC 2782). Immutable. */
record SrvRecord(int priority, int weight, int port, String target) {

    static SrvRecord read(ByteBuf content) {
        ByteBuf in = content.duplicate();
        int priority = in.readUnsignedShort();
        int weight = in.readUnsignedShort();
        int port = in.readUnsignedShort();
        return new SrvRecord(priority, weight, port, host(in));
    }

    static String host(ByteBuf in) {
        String name = DefaultDnsRecordDecoder.decodeName(in);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
