package org.commitcast.guardedhttp;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Notes the moment from which on the other side may have received something. */
final class SendMark extends HttpRequestExecutor {
    private volatile boolean passed;

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback information,
            HttpContext context)
            throws IOException, HttpException {
        passed = true;
        return super.execute(request, connection, information, context);
    }

    boolean passed() {
        return passed;
    }
}
