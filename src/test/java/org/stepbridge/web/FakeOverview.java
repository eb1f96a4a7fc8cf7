package org.stepbridge.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.stepbridge.casework.Overview;
import org.stepbridge.casework.RequestFilter;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Channel;
import org.stepbridge.model.DeliveryState;
import org.stepbridge.model.Reference;
import org.stepbridge.model.RequestState;

/** A ledger to look at that tests fill by hand; it keeps the order and the paging that the port promises. */
class FakeOverview implements Overview {
    final List<RequestLine> requests = new ArrayList<>();
    final List<RequestLine> undelivered = new ArrayList<>();
    final List<String> searched = new ArrayList<>();
    final List<TaskLine> tasks = new ArrayList<>();
    final List<AttentionLine> overdue = new ArrayList<>();
    final List<FileLine> files = new ArrayList<>();
    final Map<Channel, Map<DeliveryState, Long>> deliveries = new EnumMap<>(Channel.class);
    final List<FeedSums> feeds = new ArrayList<>();
    final List<FeedNews> news = new ArrayList<>();
    FileSums sums = new FileSums(0, 0, 0, 0, 0, 0);

    @Nullable
    RequestSums requestSums;

    boolean broken;
    boolean away;

    void clear() {
        requests.clear();
        undelivered.clear();
        searched.clear();
        tasks.clear();
        overdue.clear();
        files.clear();
        deliveries.clear();
        feeds.clear();
        news.clear();
        sums = new FileSums(0, 0, 0, 0, 0, 0);
        requestSums = null;
        broken = false;
        away = false;
    }

    @Override
    public Map<RequestState, Long> requestsByState(List<Authority> authorities) {
        if (broken) {
            throw new IllegalStateException("the ledger is away");
        }
        Map<RequestState, Long> counts = new EnumMap<>(RequestState.class);
        requests.forEach(line -> counts.merge(line.state(), 1L, Long::sum));
        return counts;
    }

    @Override
    public Map<RequestState, Integer> countedTo(List<Authority> authorities, int most) {
        Map<RequestState, Integer> counts = new EnumMap<>(RequestState.class);
        requestsByState(authorities).forEach((state, count) -> counts.put(state, (int) Math.min(count, most)));
        return counts;
    }

    @Override
    public int undeliveredTo(List<Authority> authorities, int most) {
        return Math.min(undelivered.size(), most);
    }

    @Override
    public List<RequestLine> undelivered(List<Authority> authorities, int most) {
        return undelivered.stream()
                .filter(line -> authorities.contains(line.authority()))
                .limit(most)
                .toList();
    }

    @Override
    public List<RequestLine> search(List<Authority> authorities, String words, int most) {
        searched.add(words);
        return requests.stream()
                .filter(line -> authorities.contains(line.authority()))
                .filter(line -> line.reference().value().equals(words))
                .limit(most)
                .toList();
    }

    @Override
    public Map<Channel, Map<DeliveryState, Long>> deliveries(List<Authority> authorities) {
        return deliveries;
    }

    @Override
    public List<FileLine> files(List<Authority> authorities, int most) {
        return files.stream().limit(most).toList();
    }

    @Override
    public FileSums fileSums(List<Authority> authorities) {
        return sums;
    }

    @Override
    public List<FeedSums> feedSums(List<Authority> authorities) {
        return feeds;
    }

    @Override
    public List<FeedNews> feedNews(List<Authority> authorities) {
        return news;
    }

    @Override
    public RequestSums requestSums(List<Authority> authorities) {
        return requestSums == null ? new RequestSums(requests.size(), 0, requests.size(), 0) : requestSums;
    }

    @Override
    public List<RequestLine> requests(RequestFilter filter, @Nullable Reference after, int most) {
        if (away) {
            throw new CannotGetJdbcConnectionException("the pool is empty");
        }
        if (broken) {
            throw new IllegalStateException("the ledger is away");
        }
        List<RequestLine> ordered = requests.stream()
                .filter(line -> filter.authorities().contains(line.authority()))
                .filter(line -> filter.states().isEmpty() || filter.states().contains(line.state()))
                .filter(line -> filter.team().isEmpty() || filter.team().equals("Duty"))
                .filter(line -> filter.locality().isEmpty() || filter.locality().equals(line.locality()))
                .filter(line -> filter.type().isEmpty() || filter.type().equals(line.type()))
                .sorted(Comparator.comparing(RequestLine::urgent).reversed().thenComparing(RequestLine::reference))
                .toList();
        int from = 0;
        for (int i = 0; after != null && i < ordered.size(); i++) {
            if (ordered.get(i).reference().equals(after)) {
                from = i + 1;
            }
        }
        return ordered.stream().skip(from).limit(most).toList();
    }

    @Override
    public List<TaskLine> tasks(List<Authority> authorities, int most) {
        return tasks.stream()
                .sorted(Comparator.comparing(TaskLine::urgent).reversed())
                .limit(most)
                .toList();
    }

    @Override
    public List<AttentionLine> overdue(Authority authority, Instant now, int most) {
        return overdue.stream().limit(most).toList();
    }
}
