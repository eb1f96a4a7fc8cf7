package org.stepbridge.operations.command;

import java.io.PrintStream;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.stepbridge.casework.FileIntake;
import org.stepbridge.casework.PackLoader;

/**
 * The beans of {@code check}. No stereotype annotation, so that only who names this class gets its one pack and its
 * forgetful ledger.
 */
public class DryRun {

    @Bean
    CheckedPack checkedPack(PackLoader loader) {
        return new CheckedPack(loader);
    }

    @Bean
    DryRunLedger dryRunLedger(Clock clock) {
        return new DryRunLedger(clock);
    }

    @Bean
    ProtocolCommand protocolCommand(CheckedPack pack, PrintStream checkOutput) {
        return new ProtocolCommand(pack, checkOutput);
    }

    @Bean
    CheckCommand checkCommand(CheckedPack pack, FileIntake intake, DryRunLedger ledger, PrintStream checkOutput) {
        return new CheckCommand(pack, intake, ledger, checkOutput);
    }
}
