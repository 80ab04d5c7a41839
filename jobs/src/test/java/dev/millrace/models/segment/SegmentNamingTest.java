package dev.millrace.models.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.models.segment.SegmentNaming.Named;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SegmentNamingTest {

    private static final SegmentFigures ALL = new SegmentFigures(1_000, 60, 300, 5, 400, 80, 0.05);

    private record Company(SegmentFigures all, List<SegmentFigures> segments) {}

    private static Stream<Company> companies() {
        SplittableRandom random = new SplittableRandom(20_240_101);
        return IntStream.range(0, 20_000).mapToObj(i -> {
            SegmentFigures all = figures(random, random.nextInt(10) == 0 ? 0 : 1);
            List<SegmentFigures> segments = IntStream.range(0, 1 + random.nextInt(10))
                    .mapToObj(j -> figures(random, random.nextInt(10) == 0 ? 0 : 1))
                    .toList();
            return new Company(all, segments);
        });
    }

    private static SegmentFigures figures(SplittableRandom random, double discounts) {
        return new SegmentFigures(
                1 + random.nextInt(1_000),
                random.nextInt(400),
                1 + random.nextInt(700),
                Math.exp(4 * random.nextDouble()),
                Math.exp(8 * random.nextDouble()) - 100,
                Math.exp(5 * random.nextDouble()),
                discounts * random.nextDouble());
    }

    private static void alwaysTrueOf(SegmentName name, BiPredicate<SegmentFigures, SegmentFigures> statement) {
        long named = companies()
                .mapToLong(company -> {
                    List<Named> names = SegmentNaming.names(company.segments(), company.all());
                    long found = 0;
                    for (int i = 0; i < names.size(); i++) {
                        if (names.get(i).id().equals(name.id())) {
                            found++;
                            assertTrue(
                                    statement.test(company.segments().get(i), company.all()),
                                    name + " " + company.segments().get(i) + " of " + company.all());
                        }
                    }
                    return found;
                })
                .sum();
        assertTrue(named > 100, name + " must occur for this to say anything: " + named);
    }

    @Test
    void theLapsedNeverBoughtMoreRecentlyThanTheMedianCustomer() {
        alwaysTrueOf(SegmentName.LAPSED, (of, all) -> of.recencyDays() >= all.recencyDays());
    }

    @Test
    void thoseAtRiskBoughtLongAgoAndOftenBefore() {
        alwaysTrueOf(
                SegmentName.AT_RISK, (of, all) -> of.recencyDays() >= all.recencyDays() && of.orders() >= all.orders());
    }

    @Test
    void bigBasketsHaveAnOrderValueAboveTheMeanAndSmallOnesBelow() {
        alwaysTrueOf(SegmentName.BIG_BASKETS, (of, all) -> of.orderValue() > all.orderValue());
        alwaysTrueOf(SegmentName.SMALL_BASKETS, (of, all) -> of.orderValue() < all.orderValue());
    }

    @Test
    void bargainHuntersHaveAHigherDiscountRateThanTheMean() {
        alwaysTrueOf(SegmentName.BARGAIN_HUNTERS, (of, all) -> of.discountRate() > all.discountRate());
    }

    @Test
    void championsAndTheLoyalBuyOftenAndLately() {
        BiPredicate<SegmentFigures, SegmentFigures> oftenAndLately =
                (of, all) -> of.orders() > all.orders() && of.recencyDays() <= all.recencyDays();
        alwaysTrueOf(SegmentName.CHAMPIONS, oftenAndLately.and((of, all) -> of.netSales() > all.netSales()));
        alwaysTrueOf(SegmentName.LOYAL, oftenAndLately);
    }

    @Test
    void theNewAreNewerAndTheOccasionalBuyLessOften() {
        alwaysTrueOf(SegmentName.NEW, (of, all) -> of.tenureDays() < all.tenureDays());
        alwaysTrueOf(SegmentName.OCCASIONAL, (of, all) -> of.orders() < all.orders());
    }

    @Test
    void noTwoSegmentsHaveOneName() {
        companies().forEach(company -> {
            List<Named> names = SegmentNaming.names(company.segments(), company.all());
            assertEquals(names.size(), new HashSet<>(names).size());
            assertEquals(
                    names.size(), names.stream().map(Named::title).distinct().count());
        });
    }

    @Test
    void segmentsOfAShopAreCalledWhatAMarketerCallsThem() {
        SegmentFigures bargains = new SegmentFigures(300, 50, 300, 5, 350, 60, 0.12);
        SegmentFigures baskets = new SegmentFigures(150, 55, 310, 5, 900, 220, 0.02);
        SegmentFigures loyal = new SegmentFigures(250, 8, 320, 12, 850, 75, 0.01);
        SegmentFigures occasional = new SegmentFigures(300, 100, 290, 1.5, 60, 50, 0.03);

        assertEquals(
                List.of("Bargain hunters", "Big baskets", "Champions", "Occasional"),
                SegmentNaming.names(List.of(bargains, baskets, loyal, occasional), ALL).stream()
                        .map(Named::title)
                        .toList());
    }
}
