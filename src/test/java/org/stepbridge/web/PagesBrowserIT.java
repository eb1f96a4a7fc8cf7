package org.stepbridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.stepbridge.casework.Action;
import org.stepbridge.casework.DeedResult;
import org.stepbridge.casework.IncomingPost;
import org.stepbridge.casework.KeptLogins;
import org.stepbridge.casework.PackChanges;
import org.stepbridge.casework.Role;
import org.stepbridge.casework.Viewer;
import org.stepbridge.model.Answer;
import org.stepbridge.model.ProtocolVersion;
import org.stepbridge.model.RequestState;
import org.stepbridge.testing.Chromium;
import org.stepbridge.testing.FakeLogins;
import org.stepbridge.testing.Window;

/** Every page in a real Chromium: readable to all, on small screens too, and without a complaint in the console. */
@SpringBootTest(classes = PagesApp.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class PagesBrowserIT {
    private static Chromium chromium;
    private static @Nullable String signedIn;

    @LocalServerPort
    int port;

    @Autowired
    FakeOverview ledger;

    @Autowired
    PagesApp.FakePacks packs;

    @Autowired
    PagesApp.FakeInboxes inboxes;

    @Autowired
    FakeCaughtMails mails;

    @Autowired
    FakeLogins logins;

    @Autowired
    FakeCaseFiles files;

    @Autowired
    FakeQueues queues;

    @Autowired
    FakeClockReport clocks;

    @Autowired
    FakeAgendas agendas;

    @Autowired
    FakeIncomingPost post;

    @Autowired
    FakeSentParcels sent;

    @Autowired
    FakeAuditTrail trail;

    @Autowired
    FakeActions actions;

    @Autowired
    FakeChanges changes;

    @Autowired
    FakeReplay replay;

    @Autowired
    FakeClock time;

    private Window window;
    private Page page;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void stopBrowser() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void openWindow() {
        time.clear();
        changes.clear();
        replay.clear();
        ledger.clear();
        packs.clear();
        inboxes.clear();
        mails.clear();
        files.clear();
        trail.clear();
        queues.waiting.clear();
        clocks.clear();
        post.clear();
        agendas.items.clear();
        actions.clear();
        logins.put("everybody", false, EnumSet.allOf(Role.class), Set.of(Viewer.EVERY));
        open(1280, 1000);
        if (signedIn == null) {
            signIn();
        }
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @ParameterizedTest
    @CsvSource({
        "worklist,/",
        "worklist-to-review,/?state=held",
        "worklist-next,/?state=allocated&after=ROT-2026-000250",
        "request-held,/requests/ROT-2026-000101",
        "request-return,/requests/ROT-2026-000101?answer=return",
        "request-allocated,/requests/ROT-2026-000201",
        "request-urgent,/requests/ROT-2026-000104",
        "request-hub,/requests/ROT-2026-000105",
        "hub,/hub",
        "mash,/mash",
        "deadlines,/clocks",
        "deadlines-kept,/clocks/kept",
        "meetings,/meetings",
        "protocol,/protocol/rotherham",
        "sent-email,/requests/ROT-2026-000104/deliveries/00000000-0000-0001-0000-000000000002",
        "audit,/audit",
        "logins,/logins",
        "login-one,/logins/1",
        "password,/password",
        "feeds,/feeds",
        "mail-list,/mail",
        "mail,/mail/20261121-0001",
        "not-found,/mail/nothing"
    })
    void aPageIsReadableToAll(String name, String address) {
        Morning.fill(ledger, inboxes, mails);
        Morning.open(files);
        Morning.sent(sent, files);
        Morning.queue(queues);
        Morning.clocks(clocks);
        Morning.meetings(agendas);
        readableToAll(name, address);
    }

    @Test
    void whatIsFoundInTheAuditIsReadableToAllAndReachedByKeyboard() {
        Morning.audit(trail);
        go("/audit");
        page.focus("#user");
        page.keyboard().type("lena");
        page.keyboard().press("Enter");
        assertThat(page.textContent("#entries")).isEqualTo("Entries, newest first");
        window.assertAxe();
        window.shoot("audit-found");
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void aOneTimePasswordIsShownOnceToWhoeverMadeTheLogin() {
        go("/logins");
        page.fill("#name", "lena.s");
        page.check("#role-hub");
        page.check("#authority-rotherham");
        page.fill("#reason-make", "Starts today.");
        page.click("text=Make the login");
        assertThat(page.textContent(".app-password")).matches("[a-z2-9]{5}(-[a-z2-9]{5}){3}");
        window.assertAxe();
        window.shoot("login-made");
        page.reload();
        assertThat(page.locator(".app-password").count()).isZero();
        assertThat(window.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"worklist-empty,/", "feeds-empty,/feeds", "mail-list-empty,/mail", "hub-empty,/hub"})
    void anEmptyPageIsReadableToAll(String name, String address) {
        readableToAll(name, address);
    }

    @ParameterizedTest
    @CsvSource({"posts, /post", "post, /post/7", "request-post, /requests/ROT-2026-000101"})
    void whatCameBackIsReadableToAll(String name, String address) {
        Morning.open(files);
        post.add(7, IncomingPost.Kind.UNMATCHED, "Nobody can tell which request this mail is about.");
        readableToAll(name, address);
    }

    @Test
    void aBadPackIsReadableToAll() {
        packs.refused.put(
                "york", List.of("mappings/york/protocol.yaml:12:7: no role is called managr; did you mean manager?"));
        readableToAll("feeds-bad-pack", "/feeds");
    }

    @Test
    void aBrokenPageSaysSorryAndShowsNothingInside() {
        ledger.broken = true;
        go("/");
        assertThat(page.textContent("h1")).isEqualTo("Sorry, there is a problem");
        assertThat(page.content()).doesNotContain("the ledger is away", "IllegalStateException");
        assertThat(page.textContent(".govuk-phase-banner")).contains("This is a trial");
        window.assertAxe();
        window.shoot("problem");
    }

    @Test
    void whatIsFoundIsReadableToAll() {
        Morning.fill(ledger, inboxes, mails);
        go("/");
        page.fill("#for", "ROT-2026-000104");
        page.click("text=Search");
        assertThat(page.locator(".app-card").count()).isPositive();
        window.assertAxe();
        window.shoot("worklist-found");
        page.setViewportSize(320, 800);
        window.assertAxe();
        window.shoot("worklist-found-320");
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void aDeedThatCouldNotBeDoneIsToldReadableToAll() {
        Morning.open(files);
        actions.answer = new DeedResult.Changed("user:jo", PagesApp.NOW, "use-note");
        go("/requests/ROT-2026-000101?answer=recheck");
        page.fill("#reason-answer", "The note was corrected.");
        page.click("button:has-text('Check it again')");
        page.waitForSelector(".govuk-error-summary");
        assertThat(page.textContent(".govuk-error-summary"))
                .contains("Somebody was quicker", "The note was corrected.");
        window.assertAxe();
        window.shoot("told-second");
        page.setViewportSize(320, 800);
        window.assertAxe();
        window.shoot("told-second-320");
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void thePagesAreReachedByKeyboardAlone() {
        Morning.fill(ledger, inboxes, mails);
        go("/");
        page.keyboard().press("Tab");
        assertThat(focused()).isEqualTo("Skip to main content");
        page.keyboard().press("Enter");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("for");
        page.keyboard().press("Tab");
        assertThat(focused()).isEqualTo("Search");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(focused()).contains("To review");
        page.keyboard().press("Enter");
        page.waitForURL("**/?state=held");
        assertThat(page.textContent("h2:has-text('To review')")).isEqualTo("To review");
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void businessSupportAcceptsAHeldRequestFromLoginToDoneByKeyboardAlone() {
        morning("business-support", "ROT-2026-000101");
        window.press("Use the note of 14 November 2026");
        page.waitForURL("**/requests/ROT-2026-000101?note=1#answer");
        // The browser goes there a moment after the page has loaded.
        page.waitForFunction("document.activeElement.id === 'answer'");
        window.assertAxe();
        window.shoot("request-answer");
        window.write("reason-answer", "I have asked both.");
        done("told-settled");
        assertThat(deed())
                .isInstanceOfSatisfying(
                        Action.Settle.class,
                        settled -> assertThat(settled.answer()).isInstanceOf(Answer.UseNote.class));
    }

    @Test
    void aLocalityManagerRecordsWhatHappenedFromLoginToDoneByKeyboardAlone() {
        morning("locality-manager", "ROT-2026-000201");
        window.press("Record that something has happened");
        window.write("event", "An attempt");
        window.write("reason-happen", "Nobody was at home.");
        done("told-happened");
        assertThat(deed()).isEqualTo(new Action.Happen("attempt"));
    }

    @Test
    void aManagerTicksOffWhatWasSeenToFromLoginToDoneByKeyboardAlone() {
        morning("manager", "ROT-2026-000201");
        window.press("This was seen to: The work is in the plan.");
        window.write("reason-item-plan", "It stands in the plan of 20 November.");
        done("told-seen-to");
        assertThat(deed()).isEqualTo(new Action.TickItem("plan"));
    }

    @Test
    void theHubDeclinesFromLoginToDoneByKeyboardAlone() {
        morning("hub");
        follow("Hub", "/hub");
        window.press("Record what was decided about ROT-2026-000105");
        window.tabTo("hub-ROT-2026-000105-accepted");
        page.keyboard().press("ArrowUp");
        window.write("reason-ROT-2026-000105", "No place before summer.");
        done("told-declined");
        assertThat(page.url()).endsWith("/hub");
        assertThat(deed())
                .isEqualTo(new Action.RecordOutcome(
                        Action.Party.HUB, Action.Said.DECLINED, "No place before summer.", null));
    }

    @Test
    void mashRecordsThePhoneCallFromLoginToDoneByKeyboardAlone() {
        morning("mash");
        // It is pinned on top of the first page.
        follow("ROT-2026-000104", "/requests/ROT-2026-000104");
        window.write("spoke-to", "duty worker");
        window.write("reason-call", "MASH has it.");
        done("told-phoned");
        assertThat(deed()).isInstanceOf(Action.RecordPhoneCall.class);
    }

    @Test
    void theItTeamChecksTheAuditFromLoginToDoneByKeyboardAlone() {
        morning("it");
        follow("Feeds", "/feeds");
        follow("Audit", "/audit");
        window.press("Check the whole audit");
        told("audit-verified");
    }

    @Test
    void theItTeamSeesWhatAChangedProtocolWouldDecideByKeyboardAlone() {
        replay.fill(30, 3);
        changes.standing =
                new PackChanges.Standing(Optional.empty(), Optional.of(new ProtocolVersion("2026.1", "bb")), List.of());
        go("/protocol/rotherham");
        window.tabTo("since");
        window.press("Show what would be decided differently");
        page.waitForURL("**/protocol/rotherham/what-if#what-if");
        assertThat(page.textContent("#what-if")).contains("3 of 30 requests");
        readableAsItIs("protocol-what-if", "section[aria-labelledby=files]");
        assertThat(changes.activated).isEmpty();
    }

    @Test
    void theItTeamActivatesAChangedProtocolByKeyboardAlone() {
        changes.standing =
                new PackChanges.Standing(Optional.empty(), Optional.of(new ProtocolVersion("2026.1", "bb")), List.of());
        go("/protocol/rotherham");
        window.write("reason", "The council has signed it.");
        done("told-activated");
        assertThat(changes.activated).containsExactly("rotherham bb user:everybody: The council has signed it.");
    }

    @Test
    void aLoginIsMadeByKeyboardAlone() {
        go("/");
        follow("Logins", "/logins");
        window.write("name", "kai.m");
        window.tabTo("role-hub");
        page.keyboard().press("Space");
        window.tabTo("authority-rotherham");
        page.keyboard().press("Space");
        window.write("reason-make", "Starts today.");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForSelector(".app-password");
        assertThat(logins.changes)
                .filteredOn(change -> change.what() instanceof KeptLogins.Make made
                        && made.name().equals("kai.m")
                        && made.roles().equals(Set.of(Role.HUB))
                        && made.authorities().equals(Set.of("rotherham")))
                .hasSize(1);
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void anEmailIsReadAsItWasSentByKeyboardAlone() {
        Morning.fill(ledger, inboxes, mails);
        go("/");
        follow("Mail", "/mail");
        window.press(page.textContent("th a").strip());
        page.waitForURL("**/mail/*");
        window.press("The source, as it was caught");
        assertThat(page.locator("details pre").last().isVisible()).isTrue();
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void thePictureOfTheRoutesIsKeptAsItIsNow() {
        page.clock().install();
        go("/feeds");
        page.evaluate("document.getElementById('traffic').textContent = 'gone'");
        Response answer = page.waitForResponse(
                response -> response.url().endsWith("/feeds/traffic"),
                () -> page.clock().runFor(15_100));
        assertThat(answer.status()).isEqualTo(200);
        page.waitForSelector("#traffic svg >> text=deliver-hub");
        assertThat(page.locator("[hx-get]").count()).isEqualTo(1);
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void theListLeadsOnPageByPage() {
        Morning.fill(ledger, inboxes, mails);
        go("/?state=allocated");
        assertThat(page.locator(".app-card").count()).isEqualTo(25);
        page.click("a[rel=next]");
        page.waitForURL("**/?state=allocated&after=ROT-2026-000225");
        assertThat(page.locator(".app-card__reference").first().textContent()).isEqualTo("ROT-2026-000226");
        assertThat(page.locator(".app-card").count()).isEqualTo(25);
    }

    @Test
    void numbersChangeByThemselvesAndNothingMovesUnderAnybodysHands() {
        Morning.fill(ledger, inboxes, mails);
        page.clock().install();
        go("/?state=held");
        page.evaluate("window.here = true");
        page.focus(".app-card:first-of-type a");
        Object list = page.evaluate("document.querySelector('.app-cards').getBoundingClientRect().top + scrollY");
        int before = Integer.parseInt(page.textContent("#count-held"));

        poll(204);
        assertThat(page.textContent("#news")).isEmpty();

        ledger.requests.add(RequestLines.aRequest(990).in(RequestState.HELD).line());
        poll(200);
        page.waitForSelector(".app-live");
        assertThat(page.textContent("#count-held")).isEqualTo(String.valueOf(before + 1));
        assertThat(page.textContent("#news"))
                .contains("To review: " + (before + 1), "1 request more than when you opened this list.")
                .doesNotContain("Returned");
        assertThat(page.evaluate("window.here")).isEqualTo(true);
        assertThat(page.evaluate("document.activeElement.closest('.app-card') != null"))
                .isEqualTo(true);
        assertThat(page.evaluate("document.querySelector('.app-cards').getBoundingClientRect().top + scrollY"))
                .isEqualTo(list);
        assertThat(page.content()).doesNotContain("ROT-2026-000990");
        window.assertAxe();
        window.shootTop("worklist-live");
        poll(204);
        page.click("text=Show the list as it is now");
        page.waitForSelector("text=ROT-2026-000990");
        assertThat(page.url()).endsWith("/?state=held");
        assertThat(window.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hub", "/mash"})
    void howManyWaitIsKeptAsItIsNow(String address) {
        page.clock().install();
        go(address);
        assertThat(page.textContent("#count-waiting")).isEqualTo("0");
        Morning.queue(queues);
        poll(200);
        page.waitForSelector(".app-live");
        assertThat(page.textContent("#count-waiting")).isNotEqualTo("0");
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    void aPageThatAsksByItselfKeepsNobodySignedIn() {
        window.close();
        String everybodys = signedIn;
        signedIn = null;
        open(1280, 1000);
        signedIn = everybodys;
        page.clock().install();
        enter();
        go("/");
        time.advance(Duration.ofMinutes(29));
        poll(204);
        time.advance(Duration.ofMinutes(2));
        poll(286);
        page.waitForSelector(".app-live");
        assertThat(page.textContent(".app-live")).contains("You have been signed out.");
        assertThat(page.textContent("#news")).isEqualTo("You have been signed out.");
        window.assertAxe();
        page.click("text=Sign in again");
        assertThat(page.url()).endsWith("/login?ended");
        assertThat(window.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?state=held",
                "/requests/ROT-2026-000101",
                "/requests/ROT-2026-000101?answer=return",
                "/hub",
                "/mash",
                "/clocks",
                "/clocks/kept",
                "/protocol/rotherham",
                "/audit",
                "/logins",
                "/feeds",
                "/mail"
            })
    void withoutJavaScriptAPageSaysAllThatItSaysWithIt(String address) {
        Morning.fill(ledger, inboxes, mails);
        Morning.open(files);
        Morning.queue(queues);
        Morning.clocks(clocks);
        go(address);
        String with = page.innerText("main");
        window.close();
        window = chromium.open(new Browser.NewContextOptions()
                .setViewportSize(1280, 1000)
                .setStorageState(signedIn)
                .setJavaScriptEnabled(false));
        page = window.page();
        go(address);
        assertThat(page.innerText("main")).isNotBlank().isEqualTo(with);
    }

    /** Lets the page ask, by the time in the browser, and waits for what it is answered. */
    private void poll(int status) {
        Response answer = page.waitForResponse(
                response -> response.url().contains("/count"),
                () -> page.clock().runFor(15_100));
        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void theWorklistFitsAPicture() {
        Morning.fill(ledger, inboxes, mails);
        go("/");
        window.shootTop("worklist-top");
        assertThat(page.locator(".app-card").first().isVisible()).isTrue();
    }

    @Test
    void nothingIsSetInTheGovernmentsOwnFont() {
        Morning.fill(ledger, inboxes, mails);
        go("/");
        assertThat(page.evaluate("[...new Set([...document.querySelectorAll('body, body *')]"
                        + ".map(e => getComputedStyle(e).fontFamily))].join()"))
                .isEqualTo("arial, sans-serif");
    }

    /** What came of a form, which no address leads back to: wide, and as on a small screen, with a picture of this part. */
    private void readableAsItIs(String name, String part) {
        window.assertAxe();
        window.shoot(name, part);
        page.setViewportSize(320, 800);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(320);
        window.assertAxe();
        window.shoot(name + "-320", part);
        assertThat(window.complaints()).isEmpty();
    }

    private void readableToAll(String name, String address) {
        go(address);
        window.assertAxe();
        window.shoot(name);
        assertThat(window.complaints().stream().filter(text -> !address.endsWith("nothing") || !text.contains("404")))
                .as("console of " + address)
                .isEmpty();
        window.close();
        open(320, 800);
        go(address);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of " + address + " on a small screen")
                .isLessThanOrEqualTo(320);
        window.assertAxe();
        window.shoot(name + "-320");
        // What a window of 1280 points shows when it is zoomed to 200%.
        page.setViewportSize(640, 500);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth"))
                .as("width of " + address + " at 200%")
                .isLessThanOrEqualTo(640);
    }

    private String focused() {
        return String.valueOf(page.evaluate("document.activeElement.textContent"));
    }

    private void open(int width, int height) {
        Browser.NewContextOptions options = new Browser.NewContextOptions().setViewportSize(width, height);
        window = chromium.open(signedIn == null ? options : options.setStorageState(signedIn));
        page = window.page();
    }

    /** Signs in once for all windows: what a session holds is kept and given to the next. */
    private void signIn() {
        enter();
        signedIn = window.session();
    }

    private void enter() {
        enter("everybody");
    }

    private void enter(String name) {
        page.navigate("http://localhost:" + port + "/login");
        window.write("username", name);
        window.write("password", FakeLogins.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("http://localhost:" + port + "/");
    }

    /** Somebody of this role begins, in a window of their own. */
    private void morning(String role) {
        Morning.fill(ledger, inboxes, mails);
        Morning.open(files);
        Morning.queue(queues);
        window.close();
        String everybodys = signedIn;
        signedIn = null;
        open(1280, 1000);
        signedIn = everybodys;
        enter(role);
    }

    /** They go to this request as well, through the list. */
    private void morning(String role, String reference) {
        morning(role);
        follow(reference, "/requests/" + reference);
    }

    private void follow(String link, String address) {
        window.press(link);
        page.waitForURL("http://localhost:" + port + address);
    }

    /** Presses the button behind the last field, and is told that it is done. */
    private void done(String name) {
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        told(name);
    }

    private void told(String name) {
        page.waitForSelector(".govuk-notification-banner--success");
        window.assertAxe();
        window.shoot(name);
        assertThat(window.complaints()).isEmpty();
    }

    private Action deed() {
        assertThat(actions.deeds).hasSize(1);
        return actions.deeds.get(0).action();
    }

    private void go(String address) {
        page.navigate("http://localhost:" + port + address);
    }
}
