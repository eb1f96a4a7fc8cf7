package org.stepbridge.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What Linux says about processes under /proc; elsewhere nothing is known, and every answer is empty or zero. */
final class ProcFs {
    private static final Path PROC = Path.of("/proc");
    /** USER_HZ, which Linux keeps at this value for programs whatever the kernel's own. */
    private static final double TICKS_PER_SECOND = 100;

    private ProcFs() {}

    static boolean present() {
        return Files.isReadable(PROC.resolve("self/stat"));
    }

    /** The most memory the process ever had resident, in KiB; 0 when it is not there. */
    static long peakResidentKib(long pid) {
        try {
            for (String line : Files.readAllLines(process(pid).resolve("status"), StandardCharsets.ISO_8859_1)) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", ""));
                }
            }
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
        return 0;
    }

    /** Processor seconds of children of this process that have ended and been waited for, and of their own such. */
    static double endedChildrenCpuSeconds() {
        return stat(PROC.resolve("self")).map(Stat::endedChildrenTicks).orElse(0L) / TICKS_PER_SECOND;
    }

    /** Processor seconds of these processes, their living descendants and those that have ended among them. */
    static double cpuSeconds(Collection<Long> roots) {
        Map<Long, Stat> all = new HashMap<>();
        Map<Long, List<Long>> children = new HashMap<>();
        for (long pid : pids()) {
            stat(process(pid)).ifPresent(stat -> {
                all.put(pid, stat);
                children.computeIfAbsent(stat.parent(), parent -> new ArrayList<>())
                        .add(pid);
            });
        }
        long ticks = 0;
        Set<Long> counted = new HashSet<>();
        List<Long> next = new ArrayList<>(roots);
        while (!next.isEmpty()) {
            long pid = next.remove(next.size() - 1);
            Stat stat = all.get(pid);
            if (stat != null && counted.add(pid)) {
                ticks += stat.ownTicks() + stat.endedChildrenTicks();
                next.addAll(children.getOrDefault(pid, List.of()));
            }
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** The processes that listen on one of these ports, as far as we may look. */
    static Set<Long> listeningOn(Collection<Integer> ports) {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            for (String line : lines(PROC.resolve(table))) {
                String[] columns = line.strip().split("\\s+", -1);
                if (columns.length > 9 && columns[3].equals("0A") && isOneOf(ports, columns[1])) {
                    sockets.add("socket:[" + columns[9] + "]");
                }
            }
        }
        return sockets.isEmpty() ? Set.of() : where(process -> holds(process, sockets));
    }

    private static boolean isOneOf(Collection<Integer> ports, String hexAddress) {
        String hexPort = hexAddress.substring(hexAddress.indexOf(':') + 1);
        return ports.contains(Integer.parseInt(hexPort.toUpperCase(Locale.ROOT), 16));
    }

    private static boolean holds(Path process, Set<String> sockets) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : open) {
                if (sockets.contains(target(descriptor))) {
                    return true;
                }
            }
        } catch (IOException | UncheckedIOException gone) {
            return false;
        }
        return false;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }

    /** The processes in whose command line this text stands. */
    static Set<Long> mentioning(String text) {
        return where(
                process -> String.join(" ", lines(process.resolve("cmdline"))).contains(text));
    }

    private static Set<Long> where(Predicate<Path> wanted) {
        Set<Long> found = new HashSet<>();
        for (long pid : pids()) {
            if (wanted.test(process(pid))) {
                found.add(pid);
            }
        }
        return found;
    }

    private static Path process(long pid) {
        return PROC.resolve(String.valueOf(pid));
    }

    private static List<Long> pids() {
        List<Long> pids = new ArrayList<>();
        if (!present()) {
            return pids;
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            processes.forEach(
                    process -> pids.add(Long.parseLong(process.getFileName().toString())));
        } catch (IOException unreadable) {
            return List.of();
        }
        return pids;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException | UncheckedIOException gone) {
            return List.of();
        }
    }

    private static Optional<Stat> stat(Path process) {
        List<String> lines = lines(process.resolve("stat"));
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        // The second field is the name in brackets, which may itself hold spaces and brackets.
        String line = lines.get(lines.size() - 1);
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
        return Optional.of(new Stat(
                Long.parseLong(fields[1]),
                Long.parseLong(fields[11]) + Long.parseLong(fields[12]),
                Long.parseLong(fields[13]) + Long.parseLong(fields[14])));
    }

    private record Stat(long parent, long ownTicks, long endedChildrenTicks) {}
}
