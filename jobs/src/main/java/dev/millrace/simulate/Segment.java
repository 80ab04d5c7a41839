package dev.millrace.simulate;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;

/** The planted kinds of customer. */
@SuppressWarnings("ImmutableEnumChecker") // every list is a List.of
enum Segment {
    LOYAL("loyal", 0.25, 0.24, 2.4, 1.3, 0.10, 0.0008, List.of(.22, .24, .06, .05, .04, .24, .15)),
    BARGAIN_HUNTER("bargain-hunter", 0.30, 0.14, 1.9, 1.3, 0.45, 0.0030, List.of(.30, .22, .08, .10, .15, .10, .05)),
    BIG_BASKET("big-basket", 0.15, 0.10, 5.0, 1.8, 0.15, 0.0015, List.of(.24, .16, .08, .04, .04, .24, .20)),
    OCCASIONAL("occasional", 0.30, 0.02, 1.3, 1.1, 0.20, 0.0040, List.of(.34, .06, .14, .20, .10, .11, .05));

    private final String label;
    private final double share;
    private final double ordersPerDay;
    private final double linesPerOrder;
    private final double unitsPerLine;
    private final double discountedLines;
    private final double churnHazard;
    private final List<Double> channelMix;

    Segment(
            String label,
            double share,
            double ordersPerDay,
            double linesPerOrder,
            double unitsPerLine,
            double discountedLines,
            double churnHazard,
            List<Double> channelMix) {
        this.label = label;
        this.share = share;
        this.ordersPerDay = ordersPerDay;
        this.linesPerOrder = linesPerOrder;
        this.unitsPerLine = unitsPerLine;
        this.discountedLines = discountedLines;
        this.churnHazard = churnHazard;
        this.channelMix = channelMix;
    }

    String label() {
        return label;
    }

    /** Of all customers. */
    double share() {
        return share;
    }

    /** Mean orders per customer and day, before the season. */
    double ordersPerDay() {
        return ordersPerDay;
    }

    /** Mean basket size, fees left out. */
    double linesPerOrder() {
        return linesPerOrder;
    }

    double unitsPerLine() {
        return unitsPerLine;
    }

    /** Share of lines sold at a discount. */
    double discountedLines() {
        return discountedLines;
    }

    /** Base chance per day to leave; the churn drivers are multiples of it. */
    double churnHazard() {
        return churnHazard;
    }

    /** Share of orders by channel, in the order of {@link Channel}. */
    List<Double> channelMix() {
        return channelMix;
    }

    /** Mean web sessions without purchase for each order, so that every channel converts as planted. */
    double browsingPerOrder() {
        return browsingMix().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Browsing sessions by channel for each order, in the order of {@link Channel}. */
    List<Double> browsingMix() {
        Channel[] channels = Channel.values();
        return IntStream.range(0, channels.length)
                .mapToObj(i -> channelMix.get(i) * channels[i].browsingPerPurchase())
                .toList();
    }

    /** The segment's label for a uniform draw. */
    static Column drawn(Column uniform) {
        return Shares.pick(
                Arrays.stream(values()).map(Segment::label).toList(),
                Arrays.stream(values()).map(Segment::share).toList(),
                uniform);
    }

    /** A planted number of the segment whose label the column holds. */
    static Column number(Column label, ToDoubleFunction<Segment> value) {
        return choose(label, segment -> lit(value.applyAsDouble(segment)));
    }

    /** A channel's label for a uniform draw, by the given mix of the segment. */
    static Column channel(Column label, Function<Segment, List<Double>> mix, Column uniform) {
        List<String> channels =
                Arrays.stream(Channel.values()).map(Channel::label).toList();
        return choose(label, segment -> Shares.pick(channels, mix.apply(segment), uniform));
    }

    private static Column choose(Column label, Function<Segment, Column> value) {
        Column chosen = value.apply(LOYAL);
        for (Segment segment : values()) {
            chosen = when(label.equalTo(segment.label), value.apply(segment)).otherwise(chosen);
        }
        return chosen;
    }
}
