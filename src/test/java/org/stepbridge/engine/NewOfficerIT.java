package org.stepbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.stepbridge.testing.Chromium;
import org.stepbridge.testing.Program;
import org.stepbridge.testing.TestDatabase;
import org.stepbridge.testing.Window;

/**
 * The first day of people who have never seen the program: it runs as they have it, on the samples of the README, and they
 * do their work in a real Chromium with nothing but what its pages say.
 */
class NewOfficerIT {
    private static final String OWN = "candle orbit marmalade";

    @TempDir
    static Path folder;

    private static Home home;
    private static JdbcClient ledger;
    private static Chromium chromium;
    private static String address;

    private Window window;
    private Page page;

    @BeforeAll
    static void start() throws Exception {
        chromium = Chromium.start();
        String database = TestDatabase.url();
        ledger = JdbcClient.create(new DriverManagerDataSource(database));
        home = new Home(folder.resolve("home"), Map.of("spring.datasource.url", database));
        Program.dropSamples(home.path());
        address = "http://localhost:" + home.servePages();
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> home.output().contains("One-time passwords"));
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() ->
                        count("select count(*) from request where state in ('waiting-for-evidence', 'received')") == 0
                                && count("select count(*) from request") == 23
                                && count("select count(*) from delivery where state in ('pending', 'sending')") == 0);
    }

    @AfterAll
    static void stop() {
        if (home != null) {
            home.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void new_people_do_a_days_work_with_what_the_pages_say_and_each_deed_is_done_once() throws Exception {
        String returned = reference("TR1000009");
        String held = reference("TR1000014");
        String agreed = reference("SU1000001");
        String urgent = reference("SU1000004");

        signInFirst("business-support");
        assertThat(page.locator(".app-header__row").boundingBox().height)
                .as("its pages stand in one line")
                .isLessThan(60);
        page.setViewportSize(1280, 1300);
        window.shootTop("officer-worklist");
        page.setViewportSize(1280, 1000);
        findWhyItWasReturned(returned);
        acceptWithTheNote(held);
        readTheEmailToMash(agreed);
        recordThePhoneCall(urgent);
        signOut();

        signInFirst("mash");
        recordTheOutcome(agreed);
        signOut();

        signInFirst("it");
        seeInTheAudit(returned, "business-support", "Viewed");
        seeInTheAudit(held, "business-support", "Use note");
        seeInTheAudit(agreed, "mash", "Record outcome");
        seeInTheAudit(urgent, "business-support", "Record phone call");

        assertThat(deeds())
                .containsExactlyInAnyOrder(
                        held + " use-note user:business-support It was settled at the strategy meeting.",
                        urgent + " record-phone-call user:business-support They are sending somebody.",
                        agreed + " record-outcome user:mash It goes to an assessment.");
    }

    private void findWhyItWasReturned(String reference) {
        page.fill("#for", "L5100009");
        // What was looked for is in no address, which others could read in a history or a log.
        follow("text=Search", "/search");
        look("found");
        assertThat(page.locator(".app-card").count()).isEqualTo(1);
        follow("text=" + reference, "/requests/" + reference);
        assertThat(page.textContent(".app-verdict")).contains("ROT-2", "There is no general note on EHM");
        assertThat(page.textContent("section[aria-labelledby=evidence]"))
                .contains("No note counts as the evidence.", "Does not count: Its type is not one that counts.");
        look("returned");
        follow(".app-verdict a", "/protocol/rotherham*#*");
        look("clause");
        page.goBack();
        follow("text=What it says >> nth=0", "/requests/" + reference + "/deliveries/*");
        assertThat(page.textContent("main")).contains("tom.ashdown@borough.example");
        look("told");
    }

    private void acceptWithTheNote(String reference) throws Exception {
        follow("nav >> text=Worklist", "/");
        follow(".app-tabs a:has-text('To review')", "/?state=held");
        follow("text=" + reference, "/requests/" + reference);
        assertThat(page.textContent(".app-question")).contains("The agreement depends on something. Was it agreed?");
        look("held");
        follow("text=Use the note of 16 November 2026", "/requests/" + reference + "?note=1#answer");
        look("answer");
        page.fill("#reason-answer", "It was settled at the strategy meeting.");
        Request sent = send("Use this note", "#answer");
        look("accepted");
        assertThat(page.textContent(".app-card__head")).contains("Allocated");
        Awaitility.await().until(() -> {
            page.reload();
            return page.locator("tr:has-text('Allocation')").count() == 1
                    && page.textContent("tr:has-text('Allocation')").contains("Delivered");
        });
        look("delivered");
        again(sent);
        try (Stream<Path> files = Files.list(home.outbox().resolve("allocations"))) {
            assertThat(files.filter(file -> holds(file, "TR1000014"))).hasSize(1);
        }
    }

    private void readTheEmailToMash(String reference) throws Exception {
        follow("nav >> text=Mail", "/mail");
        look("mails");
        follow("text='[STEP-UP AGREED] " + reference + "'", "/mail/*");
        look("mail");
        assertThat(page.textContent("main")).contains("MASH-Referral@rotherham.gov.uk", "Mum has relapsed");
        try (Stream<Path> mails = Files.walk(home.path().resolve("mail"))) {
            List<Path> caught = mails.filter(file ->
                            file.toString().endsWith(".eml") && holds(file, "Subject: [STEP-UP AGREED] " + reference))
                    .toList();
            assertThat(caught).hasSize(1);
            assertThat(page.locator("details pre").last().textContent())
                    .isEqualTo(Files.readString(caught.get(0)).replace("\r\n", "\n"));
        }
    }

    private void recordThePhoneCall(String reference) {
        follow(".app-urgent >> text=" + reference, "/requests/" + reference);
        look("urgent");
        page.fill("#spoke-to", "duty worker");
        page.fill("#reason-call", "They are sending somebody.");
        Request sent = send("Record the phone call", "#tasks ~ ul");
        assertThat(page.textContent("section[aria-labelledby=timeline]"))
                .contains("taken by duty worker: They are sending somebody.");
        look("phoned");
        assertThat(page.locator(".app-urgent").count()).isZero();
        again(sent);
    }

    private void recordTheOutcome(String reference) {
        follow("nav >> text=MASH", "/mash");
        look("mash");
        String card = ".app-card:has-text('" + reference + "')";
        page.click(card + " >> text=Record what was decided");
        look("mash-open");
        page.check("#mash-" + reference + "-accepted");
        page.fill("#reason-" + reference, "It goes to an assessment.");
        Request sent = send("Record the outcome", card);
        look("mash-recorded");
        again(sent);
    }

    private void seeInTheAudit(String reference, String who, String what) {
        follow("nav >> text=Audit", "/audit");
        page.fill("#reference", reference);
        page.click("text=Search the audit");
        page.waitForSelector("#entries");
        look("audit-" + reference);
        assertThat(page.locator("section[aria-labelledby=entries] tbody tr").allInnerTexts())
                .anySatisfy(row -> assertThat(row).contains(who, what, reference));
    }

    /** Clicks on what leads to this address. */
    private void follow(String what, String path) {
        page.click(what);
        page.waitForURL(address + path);
    }

    /** Presses the button in this part of the page, and gives what the browser sent. */
    private Request send(String button, String part) {
        Request sent = page.waitForRequest(
                request -> request.method().equals("POST"),
                () -> page.click(part + " >> button:has-text('" + button + "')"));
        page.waitForSelector(".govuk-notification-banner--success");
        return sent;
    }

    /** As somebody does who reloads what came of the form, and says yes when the browser asks whether to send it again. */
    private void again(Request sent) {
        page.reload();
        assertThat(page.locator(".govuk-notification-banner--success").count()).isZero();
        assertThat(page.request()
                        .post(
                                sent.url(),
                                RequestOptions.create()
                                        .setData(sent.postData())
                                        .setHeader("Content-Type", "application/x-www-form-urlencoded"))
                        .text())
                .contains("Already done");
    }

    private void look(String name) {
        window.shoot("officer-" + name);
        window.assertAxe();
        assertThat(window.complaints()).as("console of " + page.url()).isEmpty();
    }

    private void signInFirst(String login) throws Exception {
        String once = said("(?m)^  " + login + " +(\\S+)$");
        window = chromium.open(new Browser.NewContextOptions().setViewportSize(1280, 1000));
        page = window.page();
        page.navigate(address);
        look("sign-in");
        page.fill("#username", login);
        page.fill("#password", once);
        follow("button:has-text('Sign in')", "/**");
        // Nothing else opens before.
        page.navigate(address);
        assertThat(page.url()).isEqualTo(address + "/password");
        look("one-time");
        page.fill("#current", once);
        page.fill("#chosen", OWN);
        follow("text=Save password", "/");
        look("first-page-" + login);
    }

    private void signOut() {
        page.click("text=Sign out");
        page.waitForSelector("text=You have signed out.");
        window.close();
    }

    private static List<String> deeds() {
        return ledger.sql("select reference || ' ' || action || ' ' || actor || ' ' || reason from deed d"
                        + " join request r on r.id = d.request_id")
                .query(String.class)
                .list();
    }

    private static boolean holds(Path file, String words) {
        try {
            return Files.readString(file).contains(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String reference(String source) {
        return ledger.sql("select reference from request where source_id = ?")
                .param(source)
                .query(String.class)
                .single();
    }

    private static String said(String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(home.output());
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static long count(String sql) {
        return ledger.sql(sql).query(Long.class).single();
    }
}
