package org.stepbridge.operations.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerateCommandTest {

    @ParameterizedTest
    @CsvSource({
        "--out DIR, --requests is missing",
        "--requests 10, --out is missing",
        "--requests ten --out DIR, ten",
        "--requests 0 --out DIR, requests must be between 1 and",
        "--requests 5000000 --out DIR, requests must be between 1 and",
        "--requests 10 --out DIR --colour red, there is no option --colour",
        "--requests 10 --out, --out needs a value",
        "--requests 10 --out DIR --stamp yesterday, yesterday",
    })
    void argumentsThatMakeNoSenseAreNamedAndTheUsageIsPrinted(String arguments, String says) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        int exitCode = GenerateCommand.run(
                List.of(arguments.split(" ")), new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(exitCode).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains(says).contains("usage: generate");
    }
}
