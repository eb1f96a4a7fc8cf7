package org.stepbridge.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepbridge.dispatch.Fixtures.coWorking;
import static org.stepbridge.dispatch.Fixtures.item;
import static org.stepbridge.dispatch.Fixtures.parcel;
import static org.stepbridge.dispatch.Fixtures.stepUp;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepbridge.casework.Parcel;
import org.stepbridge.model.Channel;
import org.stepbridge.model.Outcome;

class CsvTest {
    private static final Outcome RETURNED = new Outcome.Returned();

    @Test
    void anAllocationNamesTrayNoteAndFlags() {
        assertThat(text(parcel(Channel.ALLOCATIONS, item(coWorking(), new Outcome.Allocated("Early Help North")))))
                .isEqualTo("Reference,TransferID,TransferType,LCSPersonID,EHMPersonID,Tray,AcceptedAt,NoteID,NoteDate,"
                        + "NoteAuthor,WorkRequired,DesiredOutcomes,Flags\r\n"
                        + "BOR-2026-000123,TR1,co-working,5001,7001,Early Help North,2026-07-01T09:30:00+01:00,N1,"
                        + "2026-06-30,Priti Shah,A weekly visit for eight weeks,In school every day,"
                        + "vague-work|late-note\r\n");
    }

    @Test
    void aReturnToLcsSaysWhyAndToWhom() {
        assertThat(text(parcel(Channel.LCS_RETURNS, item(coWorking(), RETURNED))))
                .isEqualTo(
                        "Reference,TransferID,TransferType,LCSPersonID,EHMPersonID,ReturnedAt,ReasonCode,Reason,Clause,"
                                + "SocialWorker,SocialWorkerEmail,TeamManager\r\n"
                                + "BOR-2026-000123,TR1,co-working,5001,7001,2026-07-01T09:30:00+01:00,because,This is why.,BOR-1,"
                                + "Jo Bright,jo.bright@borough.example,Helen Marsh\r\n");
    }

    @Test
    void aReturnToEhmSaysWhyAndToWhom() {
        assertThat(text(parcel(Channel.EHM_RETURNS, item(stepUp(), RETURNED))))
                .isEqualTo("Reference,StepUpID,EHMPersonID,LCSPersonID,ReturnedAt,ReasonCode,Reason,Clause,RaisedBy,"
                        + "RaisedByEmail\r\n"
                        + "BOR-2026-000123,SU1,7001,5001,2026-07-01T09:30:00+01:00,because,This is why.,BOR-1,Nia Pryce,"
                        + "nia.pryce@borough.example\r\n");
    }

    @Test
    void aRecordingIsASentenceUnderThePersonsNumberInThatSystem() {
        Parcel.Item item = item(coWorking(), new Outcome.ForHub());
        String header = "Reference,PersonID,RecordedAt,Kind,Text\r\n";
        String rest = ",2026-07-01T09:30:00+01:00,sent-to-hub,Decided as the protocol says. (BOR-1)\r\n";
        assertThat(text(parcel(Channel.RECORDINGS_LCS, item))).isEqualTo(header + "BOR-2026-000123,5001" + rest);
        assertThat(text(parcel(Channel.RECORDINGS_EHM, item))).isEqualTo(header + "BOR-2026-000123,7001" + rest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=HYPERLINK(\"x\")", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uFF1D1", "\0=1", "\"=1"})
    void aCellThatASpreadsheetWouldRunIsNeutralised(String cell) {
        Parcel parcel = parcel(
                Channel.ALLOCATIONS, item(coWorking("workRequired", cell), new Outcome.Allocated("Early Help North")));
        String written = rows(parcel).get(1).get(10);
        assertThat(written).isEqualTo(cell.startsWith("\"") ? cell : "'" + cell.replace("\0", ""));
    }

    @ParameterizedTest
    @EnumSource(
            value = Channel.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HUB", "MASH_EMAIL", "NOTICE_EMAIL"})
    void everyLineHasAsManyCellsAsTheHeader(Channel channel) {
        List<List<String>> rows =
                rows(parcel(channel, item(coWorking(), RETURNED), item(stepUp(), new Outcome.ForMash(true))));
        assertThat(rows)
                .hasSize(3)
                .allSatisfy(row ->
                        assertThat(row).hasSameSizeAs(FileLayout.of(channel).header()));
    }

    @Test
    void linesWithBreaksQuotesAndCommasAreReadBackAsTheyWere() {
        String awkward = "One,\r\n\"two\";\nthree";
        Parcel parcel = parcel(
                Channel.ALLOCATIONS,
                item(coWorking("workRequired", awkward), new Outcome.Allocated("Early Help North")));
        assertThat(rows(parcel).get(1).get(10)).isEqualTo(awkward);
    }

    private static String text(Parcel parcel) {
        return Csv.compose(parcel, Fixtures.pack().zone());
    }

    private static List<List<String>> rows(Parcel parcel) {
        return CsvReader.builder().ofCsvRecord(text(parcel)).stream()
                .map(row -> row.getFields())
                .toList();
    }
}
