package org.stepbridge.operations.command;

import java.io.PrintStream;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.AuditChain;

/** The command {@code audit verify}: holds the audit against its seals (G7). */
@Component
public class AuditCommand {
    /** Exit code when nothing was done to the audit. */
    public static final int WHOLE = 0;

    /** Exit code when something was. */
    public static final int BROKEN = 4;

    private final AuditChain chain;

    AuditCommand(AuditChain chain) {
        this.chain = chain;
    }

    /**
     * Verifies and prints what it found.
     *
     * @return the exit code
     */
    public int verify(PrintStream out) {
        AuditChain.Verification found = chain.verify();
        if (!found.whole()) {
            out.println("audit: BROKEN. " + found.broken());
            out.println(
                    "audit: " + found.sealed() + " entries before it are as they were sealed. Keep the database as it"
                            + " is and compare it with a backup.");
            return BROKEN;
        }
        out.println("audit: whole. " + found.sealed() + " entries are as they were sealed, " + found.unsealed()
                + " are too new to be sealed.");
        return WHOLE;
    }
}
