package org.patchbay.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.apache.hc.core5.util.Timeout;
import org.patchbay.api.http.HttpTransfer;

/** Sends and takes bodies of any size, piece by piece. */
final class Transfers {

    private Transfers() {}

    static <T> T send(CloseableHttpClient client, HttpTransfer transfer, HttpTransfer.Taker<T> taker)
            throws IOException {
        var request = new HttpUriRequestBase(transfer.method(), transfer.uri());
        request.setConfig(RequestConfig.custom()
                .setRedirectsEnabled(false)
                .setConnectionRequestTimeout(Timeout.of(transfer.timeout()))
                .setResponseTimeout(Timeout.of(transfer.timeout()))
                // Signatures and ranges are of the bytes as they are.
                .setContentCompressionEnabled(false)
                .build());
        transfer.headers().forEach(request::setHeader);
        transfer.body().map(Sent::new).ifPresent(request::setEntity);
        return client.execute(request, response -> {
            HttpEntity entity = response.getEntity();
            try (InputStream body = entity == null ? InputStream.nullInputStream() : entity.getContent()) {
                return taker.take(response.getCode(), ReplyReader.headers(response), body);
            }
        });
    }

    /** A body that writes itself. */
    private static final class Sent extends AbstractHttpEntity {

        private final HttpTransfer.Body body;

        Sent(HttpTransfer.Body body) {
            super((String) null, null, false);
            this.body = body;
        }

        @Override
        public long getContentLength() {
            return body.length();
        }

        @Override
        public boolean isRepeatable() {
            return true;
        }

        @Override
        public boolean isStreaming() {
            return false;
        }

        @Override
        public InputStream getContent() {
            throw new UnsupportedOperationException("This is written");
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            body.write(out);
        }

        @Override
        public void close() {}
    }
}
