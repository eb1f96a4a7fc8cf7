package org.stepbridge.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** People who log in and then open one page after the other, with or without looking at each for a while. */
final class PageVisitors {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final List<String> STATES =
            List.of("", "?state=held", "?state=waiting-for-evidence", "?state=returned", "?state=allocated");

    /** What they open. */
    enum Page {
        WORKLIST,
        NEXT_PAGE,
        SEARCH,
        REQUEST
    }

    private static final List<Page> PAGES = List.of(Page.values());

    private final URI root;
    private final String user;
    private final String password;
    private final List<String> references;

    PageVisitors(URI root, String user, String password, List<String> references) {
        this.root = root;
        this.user = user;
        this.password = password;
        this.references = List.copyOf(references);
    }

    /**
     * So many of them at once, for so long; the first fifth of the time, in which the program warms up, is not counted.
     *
     * @param look how long they look at a page on average before they open the next
     */
    PageTimes visit(int people, Duration time, Duration look) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(people);
        try {
            long end = System.nanoTime() + time.toNanos();
            long from = end - time.toNanos() * 4 / 5;
            List<Future<Map<Page, List<Long>>>> visits = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                Random random = new Random(i);
                Callable<Map<Page, List<Long>>> visit = () -> new Visit(random).until(from, end, look);
                visits.add(threads.submit(visit));
            }
            Map<Page, List<Long>> all = new EnumMap<>(Page.class);
            for (Future<Map<Page, List<Long>>> visit : visits) {
                visit.get()
                        .forEach((page, times) -> all.computeIfAbsent(page, key -> new ArrayList<>())
                                .addAll(times));
            }
            return new PageTimes(people, look, all);
        } finally {
            threads.shutdownNow();
        }
    }

    /** One person. */
    private final class Visit {
        private final Random random;
        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        private final Map<Page, List<Long>> times = new EnumMap<>(Page.class);
        private String csrf = "";
        private String next = "";

        Visit(Random random) {
            this.random = random;
        }

        Map<Page, List<Long>> until(long from, long end, Duration look) throws Exception {
            get("/login");
            String home = post("/login", "username=" + encoded(user) + "&password=" + encoded(password));
            if (!home.contains("Worklist") && !home.contains("All requests")) {
                throw new IllegalStateException("Nobody is logged in");
            }
            while (System.nanoTime() < end) {
                Page page = PAGES.get(random.nextInt(PAGES.size()));
                long start = System.nanoTime();
                open(page);
                if (start > from) {
                    times.computeIfAbsent(page, key -> new ArrayList<>()).add(System.nanoTime() - start);
                }
                TimeUnit.NANOSECONDS.sleep((long) (random.nextDouble() * 2 * look.toNanos()));
            }
            return times;
        }

        private void open(Page page) throws Exception {
            switch (page) {
                case WORKLIST -> {
                    String list = get("/" + STATES.get(random.nextInt(STATES.size())));
                    Matcher after =
                            Pattern.compile("href=\"(/\\?[^\"]*after=[^\"]+)\"").matcher(list);
                    next = after.find() ? after.group(1).replace("&amp;", "&") : "";
                }
                case NEXT_PAGE -> get(next.isEmpty() ? "/" : next);
                case SEARCH -> post("/search", "for=" + encoded(reference()));
                case REQUEST -> get("/requests/" + reference());
            }
        }

        private String reference() {
            return references.get(random.nextInt(references.size()));
        }

        private String get(String path) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(root.resolve(path)).GET(), path);
        }

        private String post(String path, String form) throws IOException, InterruptedException {
            return send(
                    HttpRequest.newBuilder(root.resolve(path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + encoded(csrf))),
                    path);
        }

        private String send(HttpRequest.Builder request, String path) throws IOException, InterruptedException {
            HttpResponse<String> answer =
                    client.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answers " + answer.statusCode());
            }
            Matcher token = CSRF.matcher(answer.body());
            if (token.find()) {
                csrf = token.group(1);
            }
            return answer.body();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
