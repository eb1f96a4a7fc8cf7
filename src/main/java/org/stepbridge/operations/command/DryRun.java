package org.stepbridge.operations.command;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.stepbridge.casework.FileIntake;
import org.stepbridge.casework.PackLoader;

/**
 * The beans of {@code check}. No stereotype annotation, so that only who names this class gets its forgetful ledger.
 */
public class DryRun {

    @Bean
    DryRunLedger dryRunLedger(Clock clock) {
        return new DryRunLedger(clock);
    }

    @Bean
    CheckCommand checkCommand(PackLoader loader, FileIntake intake, DryRunLedger ledger) {
        return new CheckCommand(loader, intake, ledger, System.out);
    }
}
