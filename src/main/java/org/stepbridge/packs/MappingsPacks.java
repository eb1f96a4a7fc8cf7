package org.stepbridge.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        if (!new PackFolder(folder).isPack()) {
            refuse(
                    authority,
                    List.of(authority + "/protocol.yaml:1:1: there is no such file under " + folder.getParent()
                            + "; add the pack or take the authority out of stepbridge.authorities"));
            return;
        }
        Result result = loader.load(folder);
        if (result instanceof Result.Refused bad) {
            refuse(authority, bad.problems());
        } else if (result instanceof Result.Loaded loaded) {
            Optional<Pack> sameCode = live.values().stream()
                    .filter(other -> other.code().equals(loaded.pack().code()))
                    .findFirst();
            if (sameCode.isEmpty()) {
                live.put(authority, loaded.pack());
                log.info(
                        "{} is live with protocol {}",
                        authority,
                        loaded.pack().protocol().version());
            } else {
                refuse(
                        authority,
                        List.of(authority + "/protocol.yaml:1:1: the code "
                                + loaded.pack().code() + " is that of "
                                + sameCode.get().authority() + "; choose another, for references must differ"));
            }
        }
    }

    private void refuse(String authority, List<String> problems) {
        refused.put(authority, List.copyOf(problems));
        log.error("{} is not live: its pack has {} problems. Mend them and start again:", authority, problems.size());
        problems.forEach(log::error);
    }

    private static TreeSet<String> folders(Path mappings) {
        try (Stream<Path> found = Files.list(mappings)) {
            TreeSet<String> names = new TreeSet<>();
            found.map(PackFolder::new).filter(PackFolder::isPack).forEach(folder -> names.add(folder.name()));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the folder of packs, stepbridge.mappings = " + mappings + ", cannot be listed", e);
        }
    }
}
