package org.stepbridge.testing;

import ai.onnxruntime.OrtEnvironment;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import org.stepbridge.Stepbridge;

/**
 * The program as its users have it: a process of its own, with none of the tests' classes. What is compiled is put into a
 * jar, once a build and for all test processes, since a class path of jars can have an archive from which classes are loaded
 * in a fraction of the time; a first run over the pack's samples makes it.
 */
public final class Program {
    private static final String JAVA = System.getProperty("java.home") + "/bin/java";
    private static final Path FOLDER = Path.of("target/program").toAbsolutePath();
    private static final Path SAMPLES = Path.of("mappings/rotherham/samples");
    private static final Map<String, List<String>> LINE = new ConcurrentHashMap<>();

    private Program() {}

    /**
     * The command line up to the program's own words. With {@code -Dfaults.program} it is that of the installed program, by
     * its options file.
     */
    public static List<String> line() {
        return LINE.computeIfAbsent(System.getProperty("faults.program", ""), installed -> {
            try {
                return installed.isEmpty() ? built() : List.of(JAVA, "@" + installed);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
    }

    /**
     * The same with this jar behind its own on the class path: before them, the archive would be of no use. The installed
     * program has no class path that could be added to.
     */
    public static List<String> lineWith(Path jar) {
        List<String> line = new ArrayList<>(line());
        int classPath = line.indexOf("-cp") + 1;
        if (classPath == 0) {
            throw new IllegalStateException("the installed program takes no further classes");
        }
        line.set(classPath, line.get(classPath) + File.pathSeparator + jar);
        return line;
    }

    /**
     * The same where no file can become longer than so many KiB, which stands for a full disk. What the program says is
     * not held to it.
     */
    public static List<String> lineWhereFilesEndAt(int kib) {
        List<String> program = line();
        List<String> line = new ArrayList<>(List.of(
                "bash",
                "-c",
                // the program takes the shell's place, so that whoever kills this process kills the program
                "exec > >(exec cat) 2>&1; ulimit -f " + kib + "; exec \"$@\"",
                "limited",
                program.get(0)));
        line.add("-XX:-UsePerfData");
        line.addAll(program.subList(1, program.size()));
        return line;
    }

    /** Puts the pack's samples into the inboxes of this home. */
    public static void dropSamples(Path home) throws IOException {
        for (String system : List.of("lcs", "ehm")) {
            Path inbox = Files.createDirectories(home.resolve("inbox/rotherham").resolve(system));
            try (Stream<Path> samples = Files.list(SAMPLES.resolve(system))) {
                for (Path sample : samples.toList()) {
                    Files.copy(sample, inbox.resolve(sample.getFileName()));
                }
            }
        }
    }

    private static List<String> built() throws IOException, InterruptedException {
        List<Path> all = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
        Path classes = all.stream()
                .filter(path -> Files.exists(path.resolve("org/stepbridge/Stepbridge.class")))
                .findFirst()
                .orElseThrow();
        Files.createDirectories(FOLDER);
        Path jar = FOLDER.resolve("stepbridge-classes.jar");
        Path archive = FOLDER.resolve("classes.jsa");
        String classPath = Stream.concat(
                        Stream.of(jar),
                        all.stream().filter(path -> path.toString().endsWith(".jar")))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        try (FileChannel lock =
                        FileChannel.open(FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock.lock()) {
            if (held.isValid() && !isNewer(archive, classes)) {
                jar(jar, classes);
                unpack();
                Files.deleteIfExists(archive);
                train(command("-XX:ArchiveClassesAtExit=" + archive, classPath));
            }
        }
        return command("-XX:SharedArchiveFile=" + archive, classPath);
    }

    private static boolean isNewer(Path archive, Path classes) throws IOException {
        if (!Files.exists(archive)) {
            return false;
        }
        FileTime made = Files.getLastModifiedTime(archive);
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(Path::toFile).allMatch(file -> file.lastModified() < made.toMillis());
        }
    }

    private static void jar(Path jar, Path classes) throws IOException {
        int code = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
        if (code != 0) {
            throw new IOException("the classes could not be put into a jar");
        }
    }

    /**
     * Unpacks the library of the second reader once: otherwise each program that is killed would leave a copy of it behind,
     * and none could start where the disk is full.
     */
    private static void unpack() throws IOException {
        for (String name : List.of("onnxruntime", "onnxruntime4j_jni")) {
            String library = System.mapLibraryName(name);
            try (InputStream packed =
                    OrtEnvironment.class.getResourceAsStream("/ai/onnxruntime/native/" + platform() + "/" + library)) {
                Files.copy(
                        Objects.requireNonNull(packed, library),
                        FOLDER.resolve(library),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** This machine's, as ONNX Runtime calls it. */
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x64";
        return (system.contains("mac") ? "osx-" : system.contains("win") ? "win-" : "linux-") + processor;
    }

    private static void train(List<String> command) throws IOException, InterruptedException {
        Path home = FOLDER.resolve("home");
        FileSystemUtils.deleteRecursively(home);
        dropSamples(home);
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of("run", "--once", "--server.port=0", "--stepbridge.home=" + home));
        Path log = FOLDER.resolve("training.log");
        int code = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("the program does not run, see " + log);
        }
        FileSystemUtils.deleteRecursively(home);
    }

    private static List<String> command(String archive, String classPath) {
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                archive,
                "-Donnxruntime.native.path=" + FOLDER,
                // the word for the archives that Java 25 knows is an error to Java 17
                "-Xlog:cds=off,cds+dynamic=off" + (Runtime.version().feature() < 24 ? "" : ",aot=off"),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                Stepbridge.class.getName()));
        if (Runtime.version().feature() >= 24) {
            command.add(1, "--enable-native-access=ALL-UNNAMED");
        }
        return List.copyOf(command);
    }
}
