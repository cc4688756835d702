package org.patchbay.web.rest;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import javax.ws.rs.ext.WriterInterceptor;
import javax.ws.rs.ext.WriterInterceptorContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends an answer that nobody takes any more, because its page was left, with one line of DEBUG; CXF would log an error, try to
 * answer again, and log that too. Whatever else goes wrong with an answer goes on to {@link Problems}.
 */
final class LeftAnswers implements WriterInterceptor {

    private static final Logger log = LoggerFactory.getLogger(LeftAnswers.class);

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        var client = new Client(context.getOutputStream());
        context.setOutputStream(client);
        try {
            context.proceed();
        } catch (IOException | RuntimeException e) {
            if (!client.left) {
                throw e;
            }
        }
        if (client.left) {
            log.debug("A client left in the middle of an answer");
        }
    }

    /** Where the answer goes. What it throws is the client's leaving; from then on it takes everything and sends nothing. */
    private static final class Client extends FilterOutputStream {

        private boolean left;

        Client(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (left) {
                return;
            }
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                left = true;
                throw e;
            }
        }

        @Override
        public void flush() throws IOException {
            if (left) {
                return;
            }
            try {
                out.flush();
            } catch (IOException e) {
                left = true;
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            if (left) {
                return;
            }
            try {
                out.close();
            } catch (IOException e) {
                left = true;
                throw e;
            }
        }
    }
}
