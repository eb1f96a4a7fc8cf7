package org.stepbridge.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** Reads one export, whose columns must be the expected ones in the expected order. */
final class FloorExport {
    static final List<String> TRANSFERS = columns("TransferID,TransferType,EvidenceBased,Programme,LCSPersonID,"
            + "EHMPersonID,NHSNumber,UPN,Surname,Forename,DateOfBirth,Locality,RequestedAt,SocialWorker,"
            + "SocialWorkerEmail,Team,TeamManager,WorkRequired,DesiredOutcomes,PlanType,ConsentObtained");
    static final List<String> STEP_UPS = columns("StepUpID,EHMPersonID,LCSPersonID,NHSNumber,Surname,Forename,"
            + "DateOfBirth,Locality,RequestedAt,RaisedBy,RaisedByRole,RaisedByEmail,AgreedWith,AgreedWithRole,"
            + "AgreedAt,Agreement,Concerns,ImmediateSafety,PhonedMASHAt,ParentsInformed,ReasonNotInformed,LevelOfNeed");
    static final List<String> NOTES = columns("NoteID,EHMPersonID,LCSPersonID,NHSNumber,Surname,Forename,DateOfBirth,"
            + "NoteType,NoteDate,RecordedAt,Author,AuthorRole,Subject,Text");

    private FloorExport() {}

    private static List<String> columns(String names) {
        return List.of(names.split(",", -1));
    }

    static void read(Path folder, String feed, List<String> columns, Consumer<CsvRecord> row) throws IOException {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(only(folder, feed))) {
            Iterator<CsvRecord> rows = reader.iterator();
            if (!rows.hasNext() || !rows.next().getFields().equals(columns)) {
                throw new IOException("The " + feed + " export does not begin with the columns the floor knows");
            }
            rows.forEachRemaining(row);
        }
    }

    /** The one file of this feed in the folder. */
    static Path only(Path folder, String feed) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, feed + "-*.csv")) {
            Iterator<Path> found = files.iterator();
            if (!found.hasNext()) {
                throw new IOException("There is no " + feed + " export in " + folder);
            }
            Path file = found.next();
            if (found.hasNext()) {
                throw new IOException("There is more than one " + feed + " export in " + folder);
            }
            return file;
        }
    }
}
