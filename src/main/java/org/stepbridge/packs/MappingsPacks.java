package org.stepbridge.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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
import org.stepbridge.casework.ActivePacks.Activation;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.PackChanges;
import org.stepbridge.casework.PackLoader.Result;
import org.stepbridge.casework.Packs;
import org.stepbridge.model.Authority;
import org.stepbridge.model.ProtocolVersion;

/**
 * The packs of the live authorities: what was put in force where something was, else what is under
 * {@code stepbridge.mappings}. A bad one keeps only its own authority from going live.
 */
@Component
final class MappingsPacks implements Packs, PackChanges {
    private static final Logger log = LoggerFactory.getLogger(MappingsPacks.class);

    private final PackStore store;
    private final PackSettings settings;
    private final Map<String, Pack> live = new TreeMap<>();
    /** The same for whoever asks, which every request does. */
    private volatile List<Pack> all = List.of();

    private final Map<String, List<String>> refused = new TreeMap<>();
    private final Map<String, Long> taken = new HashMap<>();

    MappingsPacks(PackStore store, PackSettings settings) {
        this.store = store;
        this.settings = settings;
        Map<String, Activation> inForce = store.active().inForce();
        for (String authority : settings.all() ? folders(settings.mappings()) : new TreeSet<>(settings.authorities())) {
            Activation activation = inForce.get(authority);
            take(authority, activation == null ? store.read(folder(authority)) : inForce(authority, activation));
            taken.put(authority, activation == null ? 0 : activation.number());
        }
    }

    @Override
    public List<Pack> live() {
        return all;
    }

    @Override
    public synchronized Map<String, List<String>> refused() {
        return Map.copyOf(refused);
    }

    @Override
    public Standing standing(Authority authority) {
        Optional<Activation> inForce =
                Optional.ofNullable(store.active().inForce().get(authority.name()));
        Result files = store.read(folder(authority.name()));
        if (files instanceof Result.Loaded loaded) {
            ProtocolVersion version = loaded.pack().version();
            boolean same = inForce.filter(one -> one.version().equals(version)).isPresent();
            return new Standing(inForce, same ? Optional.empty() : Optional.of(version), List.of());
        }
        return new Standing(inForce, Optional.empty(), ((Result.Refused) files).problems());
    }

    @Override
    public Optional<Pack> files(Authority authority) {
        return store.read(folder(authority.name())) instanceof Result.Loaded loaded
                ? Optional.of(loaded.pack())
                : Optional.empty();
    }

    @Override
    public PackChanges.ActResult activate(Authority authority, String contentHash, String by, String reason) {
        Activation inForce = store.active().inForce().get(authority.name());
        if (!(store.read(folder(authority.name())) instanceof Result.Loaded loaded)) {
            return PackChanges.ActResult.UNSOUND;
        }
        Pack pack = loaded.pack();
        if (sameCode(authority.name(), pack).isPresent()) {
            return PackChanges.ActResult.UNSOUND;
        }
        boolean done = pack.version().contentHash().equals(contentHash)
                && store.activate(folder(authority.name()), pack, by, reason, inForce == null ? 0 : inForce.number())
                        .isPresent();
        renew();
        return done ? PackChanges.ActResult.DONE : PackChanges.ActResult.CHANGED_MEANWHILE;
    }

    @Override
    public void renew() {
        store.active().inForce().forEach((authority, activation) -> {
            if (behind(authority, activation)) {
                Result result = store.read(authority, activation);
                synchronized (this) {
                    // what was taken meanwhile may be newer
                    if (behind(authority, activation)) {
                        take(authority, result);
                        taken.put(authority, activation.number());
                    }
                }
            }
        });
    }

    private synchronized boolean behind(String authority, Activation activation) {
        return taken.getOrDefault(authority, Long.MAX_VALUE) < activation.number();
    }

    /** What was put in force; of changed files it is said that they wait. */
    private Result inForce(String authority, Activation activation) {
        Result files = store.read(folder(authority));
        if (files instanceof Result.Loaded loaded && loaded.pack().version().equals(activation.version())) {
            return files;
        }
        log.warn(
                "The files of {} are not those of the pack in force, which goes on: protocol {}, content {}. Activate them"
                        + " on the protocol's page, or put the former back.",
                authority,
                activation.version().version(),
                activation.version().contentHash());
        return store.read(authority, activation);
    }

    private synchronized void take(String authority, Result result) {
        if (result instanceof Result.Refused bad) {
            refuse(authority, bad.problems());
        } else if (result instanceof Result.Loaded loaded) {
            sameCode(authority, loaded.pack())
                    .ifPresentOrElse(
                            other -> refuse(authority, List.of(authority + "/protocol.yaml:1:1: " + other)),
                            () -> accept(authority, loaded.pack()));
        }
    }

    private synchronized Optional<String> sameCode(String authority, Pack pack) {
        return live.values().stream()
                .filter(other -> other.code().equals(pack.code())
                        && !other.authority().name().equals(authority))
                .findFirst()
                .map(other -> "the code " + other.code() + " is that of " + other.authority()
                        + "; choose another, for references must differ");
    }

    private void accept(String authority, Pack pack) {
        live.put(authority, pack);
        all = List.copyOf(live.values());
        refused.remove(authority);
        ProtocolVersion version = pack.protocol().version();
        log.info("{} is live with protocol {}, content {}", authority, version.version(), version.contentHash());
    }

    /** Not live, unless an earlier one is: that goes on. */
    private void refuse(String authority, List<String> problems) {
        refused.put(authority, List.copyOf(problems));
        log.error(
                live.containsKey(authority)
                        ? "{} goes on with its earlier pack, for the one now in force cannot be read here:"
                        : "{} is not live, for its pack is refused. Mend it and start again:",
                authority);
        problems.forEach(log::error);
    }

    private Path folder(String authority) {
        return settings.mappings().resolve(authority);
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
