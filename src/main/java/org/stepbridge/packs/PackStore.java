package org.stepbridge.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import org.stepbridge.casework.ActivePacks;
import org.stepbridge.casework.ActivePacks.Activation;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.PackLoader;
import org.stepbridge.casework.PackLoader.Result;

/** Reads packs from their folders and from what was put in force, and puts them in force. */
@Component
class PackStore {
    private final PackLoader loader;
    private final ActivePacks active;

    PackStore(PackLoader loader, ActivePacks active) {
        this.loader = loader;
        this.active = active;
    }

    ActivePacks active() {
        return active;
    }

    /** The pack in this folder; a disk that fails under one pack is no reason to stop the others. */
    Result read(Path folder) {
        if (!new PackFolder(folder).isPack()) {
            return refused(
                    folder,
                    "there is no such file under " + folder.getParent()
                            + "; add the pack or take the authority out of stepbridge.authorities");
        }
        try {
            return loader.load(folder);
        } catch (UncheckedIOException e) {
            return refused(folder, e.getMessage() + ": " + e.getCause());
        }
    }

    /** The pack that was put in force, whatever has become of its folder. */
    Result read(String authority, Activation activation) {
        try {
            Path temporary = Files.createTempDirectory("stepbridge-pack");
            try {
                Path folder = temporary.resolve(authority);
                PackArchive.unpack(active.files(activation.number()), folder);
                return loader.load(folder);
            } finally {
                FileSystemUtils.deleteRecursively(temporary);
            }
        } catch (IOException | UncheckedIOException e) {
            return refused(Path.of(authority), "the pack in force could not be unpacked: " + e.getMessage());
        }
    }

    /** Puts the pack of this folder in force; empty when its files or what is in force are others by now. */
    Optional<Activation> activate(Path folder, Pack pack, String by, String reason, long before) {
        try {
            PackFolder files = new PackFolder(folder);
            byte[] archive = PackArchive.of(files);
            return files.contentHash().equals(pack.version().contentHash())
                    ? active.activate(pack.authority(), archive, Activation.next(pack.version(), by, reason), before)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the pack in " + folder + " cannot be read", e);
        }
    }

    private static Result refused(Path folder, String problem) {
        return new Result.Refused(List.of(folder.getFileName() + "/protocol.yaml:1:1: " + problem));
    }
}
