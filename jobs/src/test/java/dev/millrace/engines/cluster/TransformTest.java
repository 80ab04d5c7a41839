package dev.millrace.engines.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TransformTest {

    @ParameterizedTest(name = "from {0} to {1}, skewness {2}: {3}")
    @CsvSource({
        "0, 1, 1.5, ARCSINE",
        "0, 0.3, 1.5, ARCSINE",
        "0, 1.1, 1.5, LOG1P",
        "5, 900, 1.5, LOG1P",
        "0, 1, 0.9, IDENTITY",
        "-1, 1, 1.5, IDENTITY",
        "-5, 900, 1.5, IDENTITY",
        "0, 900, -3, IDENTITY"
    })
    void sharesAndAmountsAreTransformedWhereTheyAreSkewed(
            double least, double most, double skewness, Transform expected) {
        assertEquals(expected, Transform.suiting(least, most, skewness));
    }

    @ParameterizedTest
    @EnumSource
    void isFoundAgainByItsLabel(Transform transform) {
        assertEquals(transform, Transform.labelled(transform.label()));
    }
}
