package org.patchbay.sip.peer;

import gov.nist.core.StackLogger;
import java.util.Properties;

/** The stack that is a peer says nothing. */
public final class QuietLogger implements StackLogger {

    @Override
    public void logStackTrace() {}

    @Override
    public void logStackTrace(int level) {}

    @Override
    public int getLineCount() {
        return 0;
    }

    @Override
    public void logException(Throwable cause) {}

    @Override
    public void logDebug(String text) {}

    @Override
    public void logDebug(String text, Exception cause) {}

    @Override
    public void logTrace(String text) {}

    @Override
    public void logFatalError(String text) {}

    @Override
    public void logError(String text) {}

    @Override
    public boolean isLoggingEnabled() {
        return false;
    }

    @Override
    public boolean isLoggingEnabled(int level) {
        return false;
    }

    @Override
    public void logError(String text, Exception cause) {}

    @Override
    public void logWarning(String text) {}

    @Override
    public void logInfo(String text) {}

    @Override
    public void disableLogging() {}

    @Override
    public void enableLogging() {}

    @Override
    public void setBuildTimeStamp(String text) {}

    @Override
    public void setStackProperties(Properties properties) {}

    @Override
    public String getLoggerName() {
        return "quiet";
    }
}
