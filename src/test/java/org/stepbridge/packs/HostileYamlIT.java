package org.stepbridge.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileYamlIT {
    @TempDir
    Path temp;

    @Test
    void aliasesThatBlowUpAreRefused() {
        String bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
                + IntStream.rangeClosed(1, 8)
                        .mapToObj(i -> "a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + ", *a" + (i - 1)
                                + ", *a" + (i - 1) + ", *a" + (i - 1) + ", *a" + (i - 1) + "]\n")
                        .collect(Collectors.joining());

        assertThat(problems(bomb))
                .containsExactly("rotherham/protocol.yaml:1:1: the file grows beyond 50000 values; use fewer aliases");
    }

    @Test
    void tooManyAliasesAreRefused() {
        assertThat(problems("a: &a [x]\nb: [" + "*a, ".repeat(60) + "]"))
                .singleElement()
                .asString()
                .startsWith("rotherham/protocol.yaml:1:1: this is not YAML that can be taken: ");
    }

    @Test
    void anAliasOfItselfIsRefused() {
        assertThat(problems("title: &a [*a]")).isNotEmpty();
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(problems("title: " + "[".repeat(5_000)))
                .singleElement()
                .asString()
                .startsWith("rotherham/protocol.yaml:1:1: this is not YAML that can be taken: Nesting Depth exceeded");
    }

    @Test
    void aHugeFileIsRefused() {
        assertThat(problems("title: " + "x".repeat(2_000_000)))
                .singleElement()
                .asString()
                .contains("exceeds the limit");
    }

    @Test
    void anObjectTagMakesNoObject() {
        assertThat(problems("title: !!java.io.File [/tmp/x]"))
                .containsExactly("rotherham/protocol.yaml:1:8: this is not YAML: Global tag is not allowed: "
                        + "tag:yaml.org,2002:java.io.File");
    }

    @Test
    void aTagThatLiesAboutItsWordIsPassedOver() {
        assertThat(problems("title: !!int abc")).noneMatch(problem -> problem.contains("abc"));
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThat(problems("# nothing\n"))
                .containsExactly(
                        "rotherham/protocol.yaml:1:1: the file is empty; see mappings/schema/ for what belongs in it");
    }

    @Test
    void aFileOfJustWordsIsRefused() {
        assertThat(problems("just words"))
                .containsExactly("rotherham/protocol.yaml:1:1: here belongs a map of keys, not text");
    }

    @Test
    void anotherCharsetIsRefused() throws IOException {
        PackCopy pack = PackCopy.of("rotherham", temp);
        Files.write(pack.folder().resolve("protocol.yaml"), "title: Llŷr é".getBytes(StandardCharsets.UTF_16LE));

        assertThat(pack.problems())
                .containsExactly("rotherham/protocol.yaml:1:1: the file is not in UTF-8; save it in UTF-8");
    }

    @Test
    void aByteOrderMarkAndWindowsLinesAreTaken() throws IOException {
        PackCopy pack = PackCopy.of("rotherham", temp);
        Path file = pack.folder().resolve("protocol.yaml");
        Files.writeString(file, "\uFEFF" + Files.readString(file).replace("\n", "\r\n"));

        assertThat(pack.problems()).isEmpty();
    }

    @Test
    void missingFilesAreAllNamed() {
        PackCopy pack = PackCopy.of("rotherham", temp).delete("directory.yaml").delete("feeds.yaml");

        assertThat(pack.problems())
                .containsExactly(
                        "rotherham/directory.yaml:1:1: this file is missing; add it, starting from another pack's",
                        "rotherham/feeds.yaml:1:1: this file is missing; add it, starting from another pack's");
    }

    private List<String> problems(String text) {
        return PackCopy.of("rotherham", temp).add("protocol.yaml", text).problems();
    }
}
