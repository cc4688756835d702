package org.patchbay.scripting.run;

import java.util.List;
import java.util.Optional;
import org.patchbay.api.scripting.LogLine;
import org.patchbay.api.scripting.Script;
import org.patchbay.scripting.ScriptKey;

/** What a running script needs of its surroundings. Never blocks. */
interface Stage {

    /** A handle for a new loading of the script; messages about it reach the script from now on. */
    int handle(RunningScript script);

    /** The handle is no longer used. */
    void release(int handle);

    void log(ScriptKey key, LogLine.Level level, String text);

    /** The script took the worker down, and with it everybody's scripts. */
    void harmed(ScriptKey key);

    /** Keeps and tells what the script is doing. */
    void state(ScriptKey key, Script.State state, Optional<String> error);

    /** Reads the journal after that number and hands it to {@link RunningScript#read}. */
    void readJournal(RunningScript script, long after, int limit);

    /** Carries out a call and hands the outcome to {@link RunningScript#called}. */
    void call(RunningScript script, int handle, ModuleCall call);

    /** A call of a module's function. */
    record ModuleCall(long number, String module, String function, Optional<String> event, String arguments) {
        static ModuleCall parse(long number, String text) {
            List<String> parts = List.of(text.split("\n", 4));
            return new ModuleCall(
                    number,
                    parts.get(0),
                    parts.get(1),
                    Optional.of(parts.get(2)).filter(event -> !event.isEmpty()),
                    parts.get(3));
        }
    }
}
