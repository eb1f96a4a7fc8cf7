package org.stepbridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.stepbridge.operations.command.CheckCommand;
import org.stepbridge.operations.command.ProtocolCommand;
import org.stepbridge.packs.PackText;

/** The command {@code protocol}: every pack as Markdown that a head of service can read and sign. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProtocolRunIT {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private ConfigurableApplicationContext context;

    @BeforeAll
    void start() {
        context = CheckRun.start(List.of(), new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterAll
    void stop() {
        context.close();
    }

    static Stream<Path> packs() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("mappings"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("protocol.yaml"))).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("packs")
    void every_pack_is_printed_with_all_its_clauses_and_room_to_sign(Path pack) {
        assertThat(run(pack)).isEqualTo(CheckCommand.SOUND);

        String markdown = printed.toString(StandardCharsets.UTF_8);
        assertThat(markdown).contains("Signature: ___").doesNotContainPattern("(?m)^\\s*- *$");
        assertThat(PackText.protocol(pack).path("clauses").propertyNames())
                .isNotEmpty()
                .allSatisfy(clause -> assertThat(markdown).contains("- **" + clause + "** "));
    }

    @Test
    void what_is_no_pack_is_told_as_check_tells_it() {
        assertThat(run(Path.of("docs"))).isEqualTo(CheckCommand.UNSOUND);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("docs/protocol.yaml:1:1: this file is missing");
    }

    private int run(Path folder) {
        printed.reset();
        return context.getBean(ProtocolCommand.class).run(folder.toAbsolutePath());
    }
}
