package dev.millrace.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.testing.SparkExtension;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShopSimulatorIT {

    private static final LocalDate FROM = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 14;
    private static final double MUCH_DIRT = 0.2;

    private ShopSimulator simulator;
    private Path folder;
    private Delivery clean;
    private Delivery dirty;
    private SimulationReport dirtyReport;

    @BeforeAll
    void simulateACleanAndADirtyShop(SparkSession spark, @TempDir Path temporary) {
        folder = temporary;
        simulator = new ShopSimulator(spark);
        clean = new Delivery(folder.resolve("clean"));
        simulator.simulate(plan("clean", 0.15, 42, 0));
        dirty = new Delivery(folder.resolve("dirty"));
        dirtyReport = simulator.simulate(plan("dirty", 0.03, 42, MUCH_DIRT));
    }

    @Test
    void theSameSeedDeliversTheSameBytesOnAnyPartitioning(SparkSession spark) {
        SparkSession other = spark.newSession();
        other.conf().set("spark.sql.shuffle.partitions", "5");
        new ShopSimulator(other).simulate(plan("again", 0.03, 42, MUCH_DIRT));
        SortedMap<String, byte[]> again = new Delivery(folder.resolve("again")).files();
        assertEquals(dirty.files().keySet(), again.keySet());
        dirty.files().forEach((path, bytes) -> assertArrayEquals(bytes, again.get(path), path));
    }

    @Test
    void anotherSeedDeliversAnotherShop() {
        simulator.simulate(plan("other", 0.03, 43, MUCH_DIRT), EnumSet.of(Feed.PRICES));
        Delivery other = new Delivery(folder.resolve("other"));
        String first = "prices/2024-01-01/prices-0000.csv";
        assertNotEquals(dirty.lines(first), other.lines(first));
        assertEquals(List.of(), other.paths(Feed.ORDERS), "only what was asked for is delivered");
    }

    @Test
    void everyFileHasItsHeaderOnceAndAsFirstLine() {
        for (Feed feed : Feed.OF_SALES) {
            assertFalse(dirty.paths(feed).isEmpty(), feed + " delivers");
            for (String path : dirty.paths(feed)) {
                List<String> lines = dirty.lines(path);
                assertEquals(feed.header(), lines.get(0), path);
                assertEquals(1, lines.stream().filter(feed.header()::equals).count(), path);
            }
        }
    }

    @Test
    void theDirtOfEveryFileIsAsDeclared() {
        Map<String, Map<String, String>> declared = dirty.records("_truth/dirt.csv").stream()
                .collect(Collectors.toMap(file -> file.get("path"), Function.identity()));
        for (Feed feed : Feed.OF_SALES) {
            for (String path : dirty.paths(feed)) {
                assertEquals(counted(feed, path), declared.remove(path), path);
            }
        }
        assertEquals(Map.of(), declared, "declared but not delivered");
    }

    private Map<String, String> counted(Feed feed, String path) {
        List<String> lines = dirty.lines(path).subList(1, dirty.lines(path).size());
        long late = path.contains("-late-") ? lines.size() : 0;
        return Map.of(
                "path", path,
                "feed", feed.folder(),
                "lines", Integer.toString(lines.size()),
                "truncated",
                        count(
                                lines,
                                line -> Delivery.fields(line).size()
                                        < feed.columns().size()),
                "duplicated", Long.toString(lines.size() - new HashSet<>(lines).size()),
                "badly_encoded", count(lines, line -> !isUtf8(line)),
                "late", Long.toString(late));
    }

    private static String count(List<String> lines, Function<String, Boolean> blemish) {
        return Long.toString(lines.stream().filter(blemish::apply).count());
    }

    private static boolean isUtf8(String line) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line.getBytes(StandardCharsets.ISO_8859_1)));
            return true;
        } catch (CharacterCodingException invalid) {
            return false;
        }
    }

    @Test
    void aLateLineArrivesOneToThreeDaysAfterItsDay() {
        int found = 0;
        for (String path : dirty.paths(Feed.ORDERS)) {
            for (String line : dirty.lines(path)) {
                if (path.contains("-late-") && !line.equals(Feed.ORDERS.header())) {
                    LocalDate ordered =
                            LocalDate.parse(Delivery.fields(line).get(7).substring(0, 10));
                    long days = Delivery.day(path).toEpochDay() - ordered.toEpochDay();
                    assertTrue(days >= 1 && days <= 3, path + ": " + line);
                    found++;
                }
            }
        }
        assertTrue(found > 0, "some lines are late");
    }

    @Test
    void aboutThePlannedShareOfLinesIsDirtyInEveryWay() {
        double lines = dirtyReport.linesOf(Feed.WEB_EVENTS, DeliveredFile::lines);
        assertEquals(MUCH_DIRT / 4, dirtyReport.linesOf(Feed.WEB_EVENTS, DeliveredFile::truncated) / lines, 0.02);
        assertEquals(MUCH_DIRT / 4, dirtyReport.linesOf(Feed.WEB_EVENTS, DeliveredFile::duplicated) / lines, 0.02);
        assertEquals(MUCH_DIRT / 4, dirtyReport.linesOf(Feed.WEB_EVENTS, DeliveredFile::badlyEncoded) / lines, 0.02);
        assertEquals(MUCH_DIRT / 4, dirtyReport.linesOf(Feed.WEB_EVENTS, DeliveredFile::late) / lines, 0.02);
    }

    @Test
    void withoutDirtEveryRecordIsWholeAndUniqueAndOnTime() {
        for (Feed feed : Feed.OF_SALES) {
            Set<List<String>> keys = new HashSet<>();
            for (String path : clean.paths(feed)) {
                assertFalse(path.contains("-late-"), path);
                for (Map<String, String> line : clean.records(path)) {
                    assertTrue(keys.add(feed.key().stream().map(line::get).toList()), path + " repeats " + line);
                    line.values().forEach(value -> assertTrue(isUtf8(value), value));
                }
            }
        }
    }

    @Test
    void everyReturnedLineRefersToAnEarlierSaleOfEnoughUnits() {
        Map<List<String>, Map<String, String>> sales = clean.records(Feed.ORDERS).stream()
                .collect(Collectors.toMap(
                        line -> List.of(line.get("order_id"), line.get("line_number")), Function.identity()));
        List<Map<String, String>> returns = clean.records(Feed.RETURNS);
        assertFalse(returns.isEmpty(), "something comes back");
        for (Map<String, String> back : returns) {
            Map<String, String> sale = sales.get(List.of(back.get("order_id"), back.get("order_line_number")));
            assertEquals(sale.get("product_id"), back.get("product_id"));
            assertEquals(sale.get("unit_price"), back.get("unit_price"));
            assertTrue(back.get("returned_at").compareTo(sale.get("ordered_at")) > 0, "returned after the sale");
            int units = Integer.parseInt(back.get("quantity"));
            assertTrue(units > 0 && units <= Integer.parseInt(sale.get("quantity")), back + " of " + sale);
        }
    }

    @Test
    void customersOrderAtTheRateOfTheirSegment() {
        Map<String, Map<String, String>> customers = clean.records("_truth/customers.csv").stream()
                .collect(Collectors.toMap(row -> row.get("customer_id"), Function.identity()));
        Map<String, Long> orders = clean.records(Feed.ORDERS).stream()
                .filter(line -> !line.get("customer_id").isEmpty())
                .collect(Collectors.toMap(
                        line -> line.get("order_id"), line -> line.get("customer_id"), (one, same) -> one))
                .values()
                .stream()
                .collect(Collectors.groupingBy(id -> customers.get(id).get("segment"), Collectors.counting()));
        for (Segment segment : Segment.values()) {
            double days = customers.values().stream()
                    .filter(row -> row.get("segment").equals(segment.label()))
                    .mapToLong(ShopSimulatorIT::activeDays)
                    .sum();
            double expected = segment.ordersPerDay() * days * (1 - Orders.ANONYMOUS) * meanSeason();
            double found = orders.getOrDefault(segment.label(), 0L);
            assertEquals(1, found / expected, 0.3, segment + ": " + found + " orders, expected " + expected);
        }
    }

    private static long activeDays(Map<String, String> customer) {
        LocalDate signup = LocalDate.parse(customer.get("signup_date"));
        LocalDate start = signup.isBefore(FROM) ? FROM : signup;
        LocalDate end =
                customer.get("churn_on").isEmpty() ? FROM.plusDays(DAYS) : LocalDate.parse(customer.get("churn_on"));
        return end.toEpochDay() - start.toEpochDay();
    }

    private double meanSeason() {
        return clean.records("_truth/days.csv").stream()
                .mapToDouble(day ->
                        Double.parseDouble(day.get("weekly_factor")) * Double.parseDouble(day.get("yearly_factor")))
                .average()
                .orElseThrow();
    }

    @Test
    void theWeekShowsInTheOrders() {
        Map<String, Long> byDay = clean.records(Feed.ORDERS).stream()
                .map(line -> line.get("ordered_at").substring(0, 10) + line.get("order_id"))
                .distinct()
                .collect(Collectors.groupingBy(key -> key.substring(0, 10), TreeMap::new, Collectors.counting()));
        long quiet = sum(byDay, 1, 2, 3);
        long busy = sum(byDay, 4, 5, 6);
        assertTrue(busy > 1.1 * quiet, "Thursday to Saturday " + busy + ", Monday to Wednesday " + quiet);
    }

    private static long sum(Map<String, Long> byDay, int... daysOfWeek) {
        long sum = 0;
        for (int day : daysOfWeek) {
            sum += byDay.get(FROM.plusDays(day - 1L).toString())
                    + byDay.get(FROM.plusDays(day + 6L).toString());
        }
        return sum;
    }

    @Test
    void channelsConvertAsPlanted() {
        Map<String, Set<String>> sessions = new TreeMap<>();
        Map<String, Set<String>> buying = new TreeMap<>();
        for (Map<String, String> event : clean.records(Feed.WEB_EVENTS)) {
            Map<String, Set<String>> into = event.get("event_type").equals("purchase") ? buying : sessions;
            into.computeIfAbsent(event.get("channel"), channel -> new HashSet<>())
                    .add(event.get("session_id"));
        }
        for (Channel channel : List.of(Channel.SEARCH, Channel.EMAIL, Channel.SOCIAL)) {
            double rate = (double) buying.get(channel.label()).size()
                    / sessions.get(channel.label()).size();
            assertEquals(channel.conversion(), rate, 0.07, channel.label());
        }
    }

    @Test
    void aSessionHasNoPauseOfHalfAnHour() {
        Map<String, List<String>> sessions = clean.records(Feed.WEB_EVENTS).stream()
                .collect(Collectors.groupingBy(
                        event -> event.get("session_id"),
                        Collectors.mapping(event -> event.get("event_ts"), Collectors.toCollection(ArrayList::new))));
        for (List<String> times : sessions.values()) {
            List<LocalDateTime> sorted = times.stream()
                    .map(time -> LocalDateTime.parse(time.replace(' ', 'T')))
                    .sorted()
                    .toList();
            for (int i = 1; i < sorted.size(); i++) {
                assertTrue(sorted.get(i).isBefore(sorted.get(i - 1).plusMinutes(30)), sorted.toString());
            }
        }
    }

    @Test
    void aFolderThatHoldsSomethingIsRefused() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("taken"));
        Files.writeString(taken.resolve("yesterday.csv"), "kept");
        LandingNotEmptyException refused =
                assertThrows(LandingNotEmptyException.class, () -> simulator.simulate(plan("taken", 0.03, 42, 0)));
        assertTrue(refused.getMessage().contains("taken"), refused.getMessage());
        assertEquals(1, new Delivery(taken).files().size());
    }

    private ShopPlan plan(String name, double scale, long seed, double dirt) {
        return new ShopPlan(folder.resolve(name).toString(), FROM, DAYS, scale, seed, dirt);
    }
}
