package org.patchbay.sip.peer;

import gov.nist.core.ServerLogger;
import gov.nist.javax.sip.message.SIPMessage;
import java.util.Properties;
import javax.sip.SipStack;

/** The stack that is a peer writes nothing down. */
public final class QuietServerLogger implements ServerLogger {

    @Override
    public void closeLogFile() {}

    @Override
    public void logMessage(SIPMessage message, String from, String to, boolean sent, long time) {}

    @Override
    public void logMessage(SIPMessage message, String from, String to, String status, boolean sent, long time) {}

    @Override
    public void logMessage(SIPMessage message, String from, String to, String status, boolean sent) {}

    @Override
    public void logException(Exception cause) {}

    @Override
    public void setStackProperties(Properties properties) {}

    @Override
    public void setSipStack(SipStack stack) {}
}
