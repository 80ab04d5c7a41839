package dev.millrace.simulate;

import dev.millrace.simulate.FactoryFeeds.Line;
import dev.millrace.simulate.FactoryFeeds.Lines;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;

/**
 * Simulates a factory's deliveries: {@code <feed>/<yyyy-MM-dd>/<feed>-0000.csv} under the landing, what was planted in {@code _truth/}.
 * Everything is made beside the landing and moved in at the end, so that a killed simulation delivers nothing.
 */
public final class FactorySimulator {

    private final Configuration hadoop;

    /** Writes to file systems by a configuration of Hadoop. */
    public FactorySimulator(Configuration hadoop) {
        this.hadoop = hadoop;
    }

    /**
     * What a feed delivered.
     *
     * @param feed its folder
     * @param files delivered
     * @param lines in all of them, without headers
     */
    public record FeedCount(String feed, int files, long lines) {}

    /**
     * Delivers all feeds.
     *
     * @throws LandingNotEmptyException if the landing holds anything
     */
    public List<FeedCount> simulate(FactoryPlan plan) {
        Folder landing = new Folder(plan.to(), hadoop);
        if (!landing.isEmpty()) {
            throw new LandingNotEmptyException(plan.to());
        }
        Folder workshop = landing.workshop();
        workshop.delete();
        try {
            List<FeedCount> counts = make(plan, workshop);
            workshop.become(landing);
            return counts;
        } finally {
            workshop.delete();
        }
    }

    private static List<FeedCount> make(FactoryPlan plan, Folder landing) {
        FactoryGoods goods = FactoryGoods.of(plan);
        FactoryBooks books = FactoryBooks.of(plan, goods);
        List<FeedCount> counts = new ArrayList<>();
        new FactoryFeeds(plan, goods, books)
                .all()
                .forEach((feed, lines) -> counts.add(deliver(plan, feed, lines, landing)));
        Folder truth = landing.in(TruthFolder.NAME);
        FactoryFeeds.truth(goods, books).forEach(truth::write);
        return counts;
    }

    private static FeedCount deliver(FactoryPlan plan, String feed, Lines lines, Folder landing) {
        Map<Integer, List<Line>> days =
                lines.lines().collect(Collectors.groupingBy(Line::day, TreeMap::new, Collectors.toList()));
        long count = 0;
        for (Map.Entry<Integer, List<Line>> day : days.entrySet()) {
            count += day.getValue().size();
            landing.in(feed + "/" + plan.day(day.getKey()))
                    .write(
                            feed + "-0000.csv",
                            TruthFolder.lines(
                                    lines.header(),
                                    day.getValue().stream()
                                            .sorted(Comparator.comparing(Line::text))
                                            .map(Line::text)));
        }
        return new FeedCount(feed, days.size(), count);
    }
}
