package org.stepbridge.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Pack;
import org.stepbridge.casework.PackLoader;
import org.stepbridge.casework.PlainPack;
import org.stepbridge.protocol.Directory;
import org.stepbridge.protocol.Protocol;

/** Reads a pack: first the shape of its files, then what they mean together. */
@Component
final class PackReader implements PackLoader {
    private final Map<String, PackSchema> schemas = Map.of(
            "protocol", PackSchema.of("protocol"),
            "directory", PackSchema.of("directory"),
            "feeds", PackSchema.of("feeds"));

    @Override
    public Result load(Path path) {
        Problems problems = new Problems();
        try {
            Optional<Pack> pack = read(new PackFolder(path), problems);
            return pack.isPresent() && problems.none()
                    ? new Result.Loaded(pack.get())
                    : new Result.Refused(problems.lines());
        } catch (IOException e) {
            throw new UncheckedIOException("the pack in " + path + " cannot be read", e);
        }
    }

    private Optional<Pack> read(PackFolder folder, Problems problems) throws IOException {
        Optional<Item> protocol = file(folder, "protocol", problems);
        Optional<Item> directory = file(folder, "directory", problems);
        Optional<Item> feeds = file(folder, "feeds", problems);
        if (protocol.isEmpty() || directory.isEmpty() || feeds.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(pack(folder, protocol.get(), directory.get(), feeds.get(), problems));
    }

    private static Pack pack(PackFolder folder, Item protocol, Item directory, Item feeds, Problems problems)
            throws IOException {
        if (!protocol.text("authority").equals(folder.name())) {
            protocol.at("authority").wrong("the pack is called like its folder; write authority: " + folder.name());
        }
        Messages messages = new Messages(folder.name(), folder.messages(problems), problems);
        Feeds read = new FeedsReader(feeds, folder.name()).feeds();
        DirectoryReader posts = new DirectoryReader(directory, read.fields());
        Directory mailboxes = posts.directory();
        Protocol rules = new ProtocolReader(protocol, read, mailboxes, messages).protocol(folder.contentHash());
        RequestTypes.check(feeds, rules.requests().keySet());
        FamilyNotes.check(feeds, protocol);
        PlainPack plain = problems.none()
                ? new PlainEnglish(protocol, directory, feeds, messages.texts())
                        .pack(rules.version().contentHash())
                : PlainPack.NONE;
        return new Pack(protocol.text("title"), rules, read.all(), posts.mail(), messages.texts(), plain);
    }

    private Optional<Item> file(PackFolder folder, String kind, Problems problems) throws IOException {
        String name = folder.name() + "/" + kind + ".yaml";
        Path path = folder.path().resolve(kind + ".yaml");
        if (!Files.isRegularFile(path)) {
            problems.add(name, Place.START, "this file is missing; add it, starting from another pack's");
            return Optional.empty();
        }
        PackSchema schema = java.util.Objects.requireNonNull(schemas.get(kind));
        return YamlReader.read(path, name, problems)
                .filter(file -> schema.check(file, problems))
                .map(file -> Item.root(file, problems));
    }
}
