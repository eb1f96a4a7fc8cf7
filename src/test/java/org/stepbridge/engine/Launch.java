package org.stepbridge.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.stepbridge.Stepbridge;

/**
 * How a test starts the program.
 *
 * @param line the command line up to the program's own words
 */
record Launch(List<String> line) {
    private static final String JAVA = System.getProperty("java.home") + "/bin/java";
    private static final List<String> LEAN = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** On the test's own class path. */
    static Launch ofClasses() {
        return of(System.getProperty("java.class.path"));
    }

    /**
     * The program that is installed (its options file is named by {@code -Dfaults.program}), else its classes put into a
     * jar: a class path of jars alone can have an archive from which they are loaded in a fraction of the time.
     */
    static Launch ofJars(Path folder) throws IOException {
        String installed = System.getProperty("faults.program", "");
        if (!installed.isEmpty()) {
            return new Launch(List.of(JAVA, "@" + installed));
        }
        List<String> all = Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator, -1));
        Path classes = all.stream()
                .map(Path::of)
                .filter(path -> Files.exists(path.resolve("org/stepbridge/Stepbridge.class")))
                .findFirst()
                .orElseThrow();
        Path jar = folder.resolve("stepbridge-classes.jar");
        int code = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
        if (code != 0) {
            throw new IOException("the classes could not be put into a jar");
        }
        return of(jar
                + File.pathSeparator
                + all.stream().filter(path -> path.endsWith(".jar")).collect(Collectors.joining(File.pathSeparator)));
    }

    /** Keeps what is loaded in an archive when the program ends by itself; nothing where the program brings its own. */
    Launch training(Path archive) {
        return installed() ? this : with("-XX:ArchiveClassesAtExit=" + archive);
    }

    /** Loads from that archive. */
    Launch trained(Path archive) {
        return installed() || !Files.exists(archive) ? this : with("-XX:SharedArchiveFile=" + archive);
    }

    private boolean installed() {
        return line.size() == 2;
    }

    private Launch with(String option) {
        List<String> all = new ArrayList<>(line);
        all.add(1, option);
        return new Launch(all);
    }

    private static Launch of(String classPath) {
        List<String> line = new ArrayList<>(List.of(JAVA));
        line.addAll(LEAN);
        line.addAll(List.of("-cp", classPath, Stepbridge.class.getName()));
        return new Launch(line);
    }
}
