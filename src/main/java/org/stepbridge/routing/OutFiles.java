package org.stepbridge.routing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Home;
import org.stepbridge.casework.Parcel;

/**
 * What Camel's file component does not see to when it writes a file. Each try writes under a temporary name of its own, so
 * that two nodes never write one file; and the routes give it text and a charset, for given bytes it takes a write that the
 * disk had only part of the room for as a whole one (4.22).
 */
@Component("outFiles")
final class OutFiles {
    private final Path outbox;

    OutFiles(Home home) {
        this.outbox = home.path().resolve("outbox");
    }

    /** Removes what earlier tries to write this parcel's file have left, when the disk was full or the program killed. */
    void removeRests(Parcel parcel) {
        Path folder = outbox.resolve(parcel.authority().name())
                .resolve(parcel.channel().label());
        try (DirectoryStream<Path> rests = Files.newDirectoryStream(folder, parcel.name() + ".*.tmp")) {
            for (Path rest : rests) {
                Files.deleteIfExists(rest);
            }
        } catch (NoSuchFileException nothingWritten) {
            // nor anything left
        } catch (IOException e) {
            throw new UncheckedIOException("what is left of an earlier try could not be removed", e);
        }
    }

    /** Brings the file to the disk before anybody notes that it is delivered, also one that an earlier try wrote. */
    public void keep(@Header(Exchange.FILE_NAME) String name) {
        try (FileChannel written = FileChannel.open(outbox.resolve(name), StandardOpenOption.WRITE)) {
            written.force(true);
        } catch (NoSuchFileException fetched) {
            // whoever it is for has it
        } catch (IOException e) {
            throw new UncheckedIOException("the file could not be brought to the disk", e);
        }
    }
}
