package org.stepbridge.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.PackLoader;
import org.stepbridge.casework.PackLoader.Result;
import org.stepbridge.casework.Packs;
import org.stepbridge.model.ProtocolVersion;

/** The packs under {@code stepbridge.mappings}, read once at start. A bad one keeps only its own authority from going live. */
@Component
final class MappingsPacks implements Packs {
    private static final Logger log = LoggerFactory.getLogger(MappingsPacks.class);

    private final Map<String, Pack> live = new TreeMap<>();
    private final Map<String, List<String>> refused = new TreeMap<>();

    MappingsPacks(PackLoader loader, PackSettings settings) {
        for (String authority : settings.all() ? folders(settings.mappings()) : new TreeSet<>(settings.authorities())) {
            take(authority, loader, settings.mappings().resolve(authority));
        }
    }

    @Override
    public List<Pack> live() {
        return List.copyOf(live.values());
    }

    @Override
    public Map<String, List<String>> refused() {
        return Map.copyOf(refused);
    }

    private void take(String authority, PackLoader loader, Path folder) {
        String file = authority + "/protocol.yaml:1:1: ";
        if (!new PackFolder(folder).isPack()) {
            String problem = "there is no such file under " + folder.getParent()
                    + "; add the pack or take the authority out of stepbridge.authorities";
            refuse(authority, List.of(file + problem));
            return;
        }
        Result result = load(loader, folder, file);
        if (result instanceof Result.Refused bad) {
            refuse(authority, bad.problems());
        } else if (result instanceof Result.Loaded loaded) {
            withSameCode(loaded.pack())
                    .ifPresentOrElse(
                            other -> refuse(authority, List.of(file + sameCode(other))),
                            () -> accept(authority, loaded.pack()));
        }
    }

    /** A disk that fails under one pack is no reason to stop the others. */
    private static Result load(PackLoader loader, Path folder, String file) {
        try {
            return loader.load(folder);
        } catch (UncheckedIOException e) {
            return new Result.Refused(List.of(file + e.getMessage() + ": " + e.getCause()));
        }
    }

    private Optional<Pack> withSameCode(Pack pack) {
        return live.values().stream()
                .filter(other -> other.code().equals(pack.code()))
                .findFirst();
    }

    private static String sameCode(Pack other) {
        return "the code " + other.code() + " is that of " + other.authority()
                + "; choose another, for references must differ";
    }

    private void accept(String authority, Pack pack) {
        live.put(authority, pack);
        ProtocolVersion version = pack.protocol().version();
        log.info("{} is live with protocol {}, content {}", authority, version.version(), version.contentHash());
    }

    private void refuse(String authority, List<String> problems) {
        refused.put(authority, List.copyOf(problems));
        log.error("{} is not live, for its pack is refused. Mend it and start again:", authority);
        problems.forEach(log::error);
    }

    private static Set<String> folders(Path mappings) {
        try (Stream<Path> found = Files.list(mappings)) {
            Set<String> names = new TreeSet<>();
            found.map(PackFolder::new).filter(PackFolder::isPack).forEach(folder -> names.add(folder.name()));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the folder of packs, stepbridge.mappings = " + mappings + ", cannot be listed", e);
        }
    }
}
