package org.patchbay.sip.peer;

import gov.nist.javax.sip.SipStackExt;
import gov.nist.javax.sip.clientauthutils.AccountManager;
import gov.nist.javax.sip.clientauthutils.AuthenticationHelper;
import gov.nist.javax.sip.clientauthutils.UserCredentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.ListeningPoint;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipFactory;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.SipStack;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.address.Address;
import javax.sip.address.SipURI;
import javax.sip.header.CSeqHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.ContentTypeHeader;
import javax.sip.header.ToHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.patchbay.testing.Patience;
import org.patchbay.testing.Ports;

/** A phone made of jain-sip, which shares no code with the server. It takes every call. */
public final class JainPhone implements SipListener, AutoCloseable {

    private static final String HOST = "127.0.0.1";

    public final BlockingQueue<String> seen = new LinkedBlockingQueue<>();
    private final SipFactory factory = SipFactory.getInstance();
    private final SipStack stack;
    private final SipProvider provider;
    private final ListeningPoint point;
    private final AuthenticationHelper authentication;
    private final String user;
    private final int server;
    private final String transport;
    private final BlockingQueue<Dialog> dialogs = new LinkedBlockingQueue<>();

    public JainPhone(int server, String user, String transport) throws Exception {
        this.server = server;
        this.user = user;
        this.transport = transport;
        var properties = new Properties();
        properties.setProperty("javax.sip.STACK_NAME", "jain-" + user + '-' + System.nanoTime());
        properties.setProperty("gov.nist.javax.sip.STACK_LOGGER", QuietLogger.class.getName());
        properties.setProperty("gov.nist.javax.sip.SERVER_LOGGER", QuietServerLogger.class.getName());
        factory.setPathName("gov.nist");
        stack = factory.createSipStack(properties);
        point = stack.createListeningPoint(HOST, Ports.free(), transport);
        provider = stack.createSipProvider(point);
        provider.addSipListener(this);
        AccountManager accounts = (challenged, realm) -> new UserCredentials() {
            @Override
            public String getUserName() {
                return user;
            }

            @Override
            public String getPassword() {
                return "pw" + user;
            }

            @Override
            public String getSipDomain() {
                return HOST;
            }
        };
        authentication = ((SipStackExt) stack).getAuthenticationHelper(accounts, factory.createHeaderFactory());
    }

    private Request request(String method, String to) throws Exception {
        var addresses = factory.createAddressFactory();
        var headers = factory.createHeaderFactory();
        SipURI target = addresses.createSipURI(method.equals(Request.REGISTER) ? null : to, HOST);
        target.setPort(server);
        target.setTransportParam(transport);
        Address own = addresses.createAddress(addresses.createSipURI(user, HOST));
        Address other = addresses.createAddress(addresses.createSipURI(to, HOST));
        List<ViaHeader> vias = new ArrayList<>();
        ViaHeader via = headers.createViaHeader(HOST, point.getPort(), transport, null);
        via.setRPort();
        vias.add(via);
        Request request = factory.createMessageFactory()
                .createRequest(
                        target,
                        method,
                        provider.getNewCallId(),
                        headers.createCSeqHeader(1L, method),
                        headers.createFromHeader(own, String.valueOf(System.nanoTime())),
                        headers.createToHeader(other, null),
                        vias,
                        headers.createMaxForwardsHeader(70));
        request.addHeader(contact());
        return request;
    }

    private ContactHeader contact() throws Exception {
        var addresses = factory.createAddressFactory();
        SipURI uri = addresses.createSipURI(user, HOST);
        uri.setPort(point.getPort());
        uri.setTransportParam(transport);
        return factory.createHeaderFactory().createContactHeader(addresses.createAddress(uri));
    }

    public void register() throws Exception {
        Request register = request(Request.REGISTER, user);
        register.addHeader(factory.createHeaderFactory().createExpiresHeader(600));
        provider.getNewClientTransaction(register).sendRequest();
    }

    public void call(String called, String description) throws Exception {
        Request invite = request(Request.INVITE, called);
        ContentTypeHeader type = factory.createHeaderFactory().createContentTypeHeader("application", "sdp");
        invite.setContent(description, type);
        provider.getNewClientTransaction(invite).sendRequest();
    }

    public void hangUp() throws Exception {
        Dialog dialog = Optional.ofNullable(dialogs.poll(Patience.SECONDS, TimeUnit.SECONDS))
                .orElseThrow();
        dialog.sendRequest(provider.getNewClientTransaction(dialog.createRequest(Request.BYE)));
    }

    public String next() throws InterruptedException {
        return Optional.ofNullable(seen.poll(Patience.SECONDS, TimeUnit.SECONDS))
                .orElse("nothing");
    }

    @Override
    public void processRequest(RequestEvent event) {
        try {
            Request request = event.getRequest();
            seen.add(request.getMethod());
            if (request.getMethod().equals(Request.INVITE)) {
                ServerTransaction transaction = provider.getNewServerTransaction(request);
                Response ok = factory.createMessageFactory().createResponse(Response.OK, request);
                ((ToHeader) ok.getHeader(ToHeader.NAME)).setTag(String.valueOf(System.nanoTime()));
                ok.addHeader(contact());
                ok.setContent("v=0\r\n", factory.createHeaderFactory().createContentTypeHeader("application", "sdp"));
                dialogs.add(transaction.getDialog());
                transaction.sendResponse(ok);
            } else if (!request.getMethod().equals(Request.ACK)) {
                event.getServerTransaction()
                        .sendResponse(factory.createMessageFactory().createResponse(Response.OK, request));
            }
        } catch (Exception e) {
            seen.add("failed " + e);
        }
    }

    @Override
    public void processResponse(ResponseEvent event) {
        try {
            Response response = event.getResponse();
            CSeqHeader cseq = (CSeqHeader) response.getHeader(CSeqHeader.NAME);
            ClientTransaction transaction = event.getClientTransaction();
            if (response.getStatusCode() == 401) {
                authentication
                        .handleChallenge(response, transaction, provider, 5)
                        .sendRequest();
            } else if (response.getStatusCode() >= 200) {
                if (cseq.getMethod().equals(Request.INVITE)) {
                    acknowledge(event.getDialog(), cseq);
                }
                seen.add(response.getStatusCode() + " " + cseq.getMethod());
            }
        } catch (Exception e) {
            seen.add("failed " + e);
        }
    }

    private void acknowledge(Dialog dialog, CSeqHeader cseq) throws SipException, javax.sip.InvalidArgumentException {
        dialog.sendAck(dialog.createAck(cseq.getSeqNumber()));
        dialogs.add(dialog);
    }

    @Override
    public void processTimeout(TimeoutEvent event) {
        seen.add("timeout");
    }

    @Override
    public void processIOException(IOExceptionEvent event) {
        seen.add("broken");
    }

    @Override
    public void processTransactionTerminated(TransactionTerminatedEvent event) {
        // That is how they end.
    }

    @Override
    public void processDialogTerminated(DialogTerminatedEvent event) {
        // That is how they end.
    }

    @Override
    public void close() {
        stack.stop();
    }
}
