package org.stepbridge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import org.stepbridge.casework.Document;
import org.stepbridge.casework.Feed;
import org.stepbridge.casework.Home;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Child;
import org.stepbridge.model.Details;
import org.stepbridge.model.Request;
import org.stepbridge.model.SourceSystem;
import org.stepbridge.testing.Given;

/** The documents beside an export of step-ups, on a real disk. */
class InboxDocumentsIT {
    private static final byte[] PDF = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n".getBytes(StandardCharsets.US_ASCII);
    private static final String WORD = "wordprocessingml.document";

    @TempDir
    Path home;

    private Path folder;
    private AttachmentSettings settings = settings(1 << 20, 2 << 20, "pdf", "docx", "txt", "png");

    @BeforeEach
    void aFolderOfAStepUp() throws IOException {
        folder = Files.createDirectories(home.resolve("inbox/shire/stepups/attachments/SU1"));
    }

    @Test
    void a_document_is_what_its_content_says_whatever_it_is_called() throws IOException {
        put("plan.pdf", PDF);
        put("plan.doc", PDF);
        put("letter.docx", office(WORD + ".main+xml"));
        put("notes.txt", "Zoë was seen.".getBytes(StandardCharsets.UTF_8));

        assertThat(find("plan.pdf", "plan.doc", "letter.docx", "notes.txt"))
                .allMatch(Document::attached)
                .extracting(Document::type, Document::extension)
                .containsExactly(
                        tuple("application/pdf", "pdf"),
                        tuple("application/pdf", "pdf"),
                        tuple("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
                        tuple("text/plain", "txt"));
        assertThat(find("plan.pdf").get(0).content()).isEqualTo(PDF);
    }

    @Test
    void what_is_of_no_type_that_is_passed_on_stays_and_says_so() throws IOException {
        put("program.pdf", new byte[] {'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, (byte) 0xFF, (byte) 0xFF});
        put("macros.docx", office("wordprocessingml.document.main+xml", "word/vbaProject.bin"));
        put("macro-kind.docx", office("ms-word.document.macroEnabled.main+xml"));
        put("archive.docx", office(""));
        put("page.txt", "<html><body><script>1</script></body></html>".getBytes(StandardCharsets.US_ASCII));
        put("sheet.xlsx", office("spreadsheetml.sheet.main+xml"));

        assertThat(find("program.pdf", "macros.docx", "macro-kind.docx", "archive.docx", "page.txt", "sheet.xlsx"))
                .extracting(Document::reason)
                .containsOnly("By its content it is of no type that is passed on. Ask the sender for it.");
    }

    @Test
    void no_name_leads_out_of_the_folder() throws IOException {
        Files.write(home.resolve("inbox/shire/stepups/attachments/other.pdf"), PDF);
        Files.createDirectories(folder.resolve("inner"));
        Files.write(folder.resolve("inner/deep.pdf"), PDF);
        Files.createSymbolicLink(folder.resolve("link.pdf"), home.resolve("inbox/shire/stepups/attachments/other.pdf"));
        List<String> names = List.of(
                "../other.pdf",
                "..",
                "..\\other.pdf",
                home.resolve("inbox/shire/stepups/attachments/other.pdf").toString(),
                "inner/deep.pdf",
                ".hidden.pdf",
                "nul\0.pdf",
                "C:other.pdf",
                "link.pdf",
                "inner");

        assertThat(find(names.toArray(String[]::new)))
                .hasSize(names.size())
                .noneMatch(Document::attached)
                .allSatisfy(document -> assertThat(document.content()).isEmpty());
        for (String id : List.of("../SU1", "..", "SU1/../SU1", "/" + folder)) {
            Files.write(folder.resolve("plan.pdf"), PDF);
            assertThat(documents().find(stepUp(id), List.of("plan.pdf")))
                    .as(id)
                    .extracting(Document::reason)
                    .containsExactly("It was not beside the export. Ask the sender for it.");
        }
    }

    @Test
    void each_and_all_together_have_a_limit_and_a_smaller_one_behind_still_travels() throws IOException {
        settings = settings(100, 150, "txt");
        put("a.txt", text(100));
        put("b.txt", text(101));
        put("c.txt", text(60));
        put("d.txt", text(50));
        put("empty.txt", new byte[0]);

        assertThat(find("a.txt", "b.txt", "c.txt", "d.txt", "empty.txt", "missing.txt"))
                .extracting(Document::reason)
                .containsExactly(
                        "",
                        "It is larger than 100 bytes. Ask the sender for it.",
                        "With it the documents would be larger than 150 bytes together. Ask the sender for it.",
                        "",
                        "Nothing is in it. Ask the sender for it.",
                        "It was not beside the export. Ask the sender for it.");
    }

    @Test
    void thousands_of_names_are_listed_and_few_are_read() throws IOException {
        put("a.txt", text(1));
        List<Document> found =
                find(IntStream.range(0, 2000).mapToObj(i -> "a.txt").toArray(String[]::new));

        assertThat(found).hasSize(2000);
        assertThat(found.stream().filter(Document::attached)).hasSize(50);
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return new org.assertj.core.groups.Tuple(values);
    }

    private static byte[] text(int length) {
        byte[] text = new byte[length];
        Arrays.fill(text, (byte) 'a');
        return text;
    }

    /** An archive like those of Office, whose main part is of this kind, with further parts. */
    private static byte[] office(String kind, String... parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            List<String> names = new ArrayList<>(List.of("[Content_Types].xml", "_rels/.rels", "word/document.xml"));
            names.addAll(Arrays.asList(parts));
            for (String name : names) {
                archive.putNextEntry(new ZipEntry(name));
                archive.write(("<x ContentType=\"application/vnd.openxmlformats-officedocument." + kind + "\"/>")
                        .getBytes(StandardCharsets.US_ASCII));
            }
        }
        return bytes.toByteArray();
    }

    private static AttachmentSettings settings(long largest, long inAll, String... types) {
        return new AttachmentSettings(DataSize.ofBytes(largest), DataSize.ofBytes(inAll), List.of(types));
    }

    private void put(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
    }

    private List<Document> find(String... names) {
        return documents().find(stepUp("SU1"), List.of(names));
    }

    private InboxDocuments documents() {
        return new InboxDocuments(
                Given.packs(Given.feed("stepups", Feed.Kind.EHM_REQUESTS, true)), new Home(home), settings);
    }

    private static Request stepUp(String id) {
        return new Request(
                new Authority("shire"),
                SourceSystem.EHM,
                id,
                "step-up",
                new Child(null, null, null, null, "Test", "Child", null),
                "North",
                null,
                new Details(Map.of()));
    }
}
