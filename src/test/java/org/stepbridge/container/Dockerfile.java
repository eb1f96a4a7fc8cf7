package org.stepbridge.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The image's instructions, continued lines joined. */
record Dockerfile(List<String> instructions) {

    static Dockerfile read(Path root) throws IOException {
        String joined = Files.readString(root.resolve("Dockerfile")).replaceAll("\\\\\\R", " ");
        return new Dockerfile(joined.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList());
    }

    List<String> variables() {
        return arguments("ENV").map(argument -> argument.split("=", 2)[0]).toList();
    }

    List<String> images() {
        return arguments("FROM").map(argument -> argument.split(" ", 2)[0]).toList();
    }

    List<String> copiedFromTree() {
        List<String> sources = new ArrayList<>();
        arguments("COPY").filter(argument -> !argument.startsWith("--from")).forEach(argument -> {
            List<String> words = List.of(argument.split("\\s+"));
            sources.addAll(words.subList(0, words.size() - 1));
        });
        return sources;
    }

    String lastOf(String instruction) {
        return arguments(instruction).reduce((first, last) -> last).orElse("");
    }

    private Stream<String> arguments(String instruction) {
        return instructions.stream()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length() + 1).strip());
    }
}
