package org.stepbridge.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.stepbridge.casework.Document;
import org.stepbridge.casework.DocumentFinder;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.Home;
import org.stepbridge.casework.Packs;
import org.stepbridge.model.Request;

/** Finds the documents of a step-up in {@code attachments/<id>/} of the inbox that its feed is read from. */
@Component
final class InboxDocuments implements DocumentFinder {
    private static final int MOST = 50;
    private static final int LONGEST_NAME = 200;
    /** What a name must not hold, on any system that the inbox may be shared with. */
    private static final Pattern FORBIDDEN = Pattern.compile("[/\\\\:*?\"<>|\\p{Cntrl}]");

    private static final String ASK = " Ask the sender for it.";

    private final Packs packs;
    private final Home home;
    private final AttachmentSettings settings;

    InboxDocuments(Packs packs, Home home, AttachmentSettings settings) {
        this.packs = packs;
        this.home = home;
        this.settings = settings;
    }

    @Override
    public List<Document> find(Request request, List<String> names) {
        Optional<Path> folder = plain(request.sourceId()) ? folder(request) : Optional.empty();
        List<Document> found = new ArrayList<>();
        long left = settings.inAll().toBytes();
        for (String name : names) {
            Document document = found.size() < MOST
                    ? read(folder, name, left)
                    : leftOut(name, "The record names more than " + MOST + " documents.");
            left -= document.content().length;
            found.add(document);
        }
        return found;
    }

    private Optional<Path> folder(Request request) {
        return packs.of(request.authority()).feeds().stream()
                .filter(feed -> feed.kind() == Feed.Kind.EHM_REQUESTS)
                .map(feed -> home.path()
                        .resolve(feed.directory())
                        .resolve("attachments")
                        .resolve(request.sourceId()))
                .filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
                .findFirst();
    }

    /** Whether this names something in a folder and nothing elsewhere. */
    private static boolean plain(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && !name.startsWith(".")
                && !FORBIDDEN.matcher(name).find();
    }

    private Document read(Optional<Path> folder, String name, long left) {
        if (!plain(name)) {
            return leftOut(name, "Its name cannot be the name of a file beside the export.");
        }
        try {
            Optional<Path> file = folder.map(in -> in.resolve(name));
            if (file.isEmpty() || !Files.isRegularFile(file.get(), LinkOption.NOFOLLOW_LINKS)) {
                return leftOut(name, "It was not beside the export.");
            }
            return read(file.get(), name, left);
        } catch (IOException | InvalidPathException | SecurityException e) {
            return leftOut(name, "It could not be read.");
        }
    }

    private Document read(Path file, String name, long left) throws IOException {
        ArrivedFile.Looks looks = ArrivedFile.Looks.of(file);
        if (looks.bytes() == 0) {
            return leftOut(name, "Nothing is in it.");
        }
        if (looks.bytes() > settings.largest().toBytes()) {
            return leftOut(name, "It is larger than " + size(settings.largest()) + ".");
        }
        if (looks.bytes() > left) {
            return leftOut(name, "With it the documents would be larger than " + size(settings.inAll()) + " together.");
        }
        byte[] content;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            content = in.readNBytes((int) looks.bytes() + 1);
        }
        if (content.length != looks.bytes() || !looks.equals(ArrivedFile.Looks.of(file))) {
            return leftOut(name, "It was still being written.");
        }
        return DocumentType.of(content)
                .filter(type -> settings.types().contains(type.extension()))
                .map(type -> new Document(name, type.media(), type.extension(), content, ""))
                .orElseGet(() -> leftOut(name, "By its content it is of no type that is passed on."));
    }

    private static Document leftOut(String name, String why) {
        return Document.leftOut(name, why + ASK);
    }

    private static String size(DataSize size) {
        return size.toMegabytes() > 0 ? size.toMegabytes() + " MB" : size.toBytes() + " bytes";
    }
}
