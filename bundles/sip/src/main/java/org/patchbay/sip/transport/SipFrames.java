package org.patchbay.sip.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.TooLongFrameException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.patchbay.sip.message.SipParser;

/**
 * Cuts a connection's bytes into messages by their length (RFC 3261, section 18.3), and answers keep-alives (RFC 5626,
 * section 4.4.1).
 */
final class SipFrames extends ByteToMessageDecoder {

    private static final Pattern LENGTH =
            Pattern.compile("(?im)^(?:content-length|l)[ \\t]*:[ \\t]*(\\d{1,9})[ \\t]*\\r?$");
    private static final byte[] PONG = {'\r', '\n'};

    private int scanned;

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (scanned == 0 && !skipKeepAlive(context, in)) {
            return;
        }
        int head = head(in);
        if (head < 0) {
            if (in.readableBytes() > SipLimits.HEAD) {
                throw new TooLongFrameException("No end of a head");
            }
            scanned = Math.max(0, in.readableBytes() - 3);
            return;
        }
        String text = in.toString(in.readerIndex(), head, StandardCharsets.ISO_8859_1);
        Matcher length = LENGTH.matcher(text);
        int body = length.find() ? Integer.parseInt(length.group(1)) : 0;
        if (head + (long) body > SipParser.MOST_BYTES) {
            throw new TooLongFrameException("A message too long");
        }
        if (in.readableBytes() < head + body) {
            scanned = Math.max(0, head - 4);
            return;
        }
        var message = new byte[head + body];
        in.readBytes(message);
        scanned = 0;
        out.add(message);
    }

    /** Where the body begins, or -1. */
    private int head(ByteBuf in) {
        int from = in.readerIndex();
        int end = from + Math.min(in.readableBytes(), SipLimits.HEAD + 4);
        for (int i = from + scanned; i + 3 < end; i++) {
            if (in.getByte(i) == '\r'
                    && in.getByte(i + 1) == '\n'
                    && in.getByte(i + 2) == '\r'
                    && in.getByte(i + 3) == '\n') {
                return i + 4 - from;
            }
        }
        return -1;
    }

    private static boolean skipKeepAlive(ChannelHandlerContext context, ByteBuf in) {
        while (in.isReadable() && (in.getByte(in.readerIndex()) == '\r' || in.getByte(in.readerIndex()) == '\n')) {
            if (in.readableBytes() >= 4 && in.getInt(in.readerIndex()) == 0x0d0a0d0a) {
                in.skipBytes(4);
                var unused = context.writeAndFlush(Unpooled.wrappedBuffer(PONG), context.voidPromise());
            } else if (in.readableBytes() >= 2 && in.readableBytes() < 4) {
                return false; // Perhaps the first half of a keep-alive.
            } else {
                in.skipBytes(1);
            }
        }
        return in.isReadable();
    }
}
